import type { FormField, FormValue, FormValues } from '../../calls/design/form.ts'
import { plainName } from '../conflicts/plain-name.ts'
import { isPersonName, namesInList } from './person-names.ts'

/** Questions and columns that ask for people, by their titles; those that only ask what these people do, or how many they are, do not. */
const ASKS_PERSON =
  /姓名|负责人|主持人|联系人|主讲|授课(?:人|教师|老师|专家|者)|任课教师|讲师|首席|领衔|师资|trainer|lecturer|speaker/iu
const ASKS_ELSE =
  /(?<![、及和与/／])(?:内容|主题|题目|时间|日期|人数|学时|职称|职务|形式|方式|费用?|标准|topic|hours|fee)$/iu
/** Prose about those who teach lists names; prose about a leader's merits is full of words that look like names. */
const LISTS_PEOPLE = /师资|授课|主讲|讲师|trainer|lecturer/iu
const ASKS_UNIT = /单位|学校|院校|机构|school|organi[sz]ation|employer/iu
const UNIT =
  /(?:学校|小学|中学|初中|高中|大学|学院|幼儿园|职专|中专|附小|附中|中心校|教学点|研训院|进修校|中心|研究院|研究所|教科院|教研室|教育局|教体局|公司|集团|基金会|协会|学会|出版社)$/u
const UNIT_BEFORE_NAME =
  /^(.{2,}(?:学校|小学|中学|大学|学院|幼儿园|附小|附中|中心|研究院|研究所|教科院|教研室|教育局|教体局|公司))(.{2,})$/u
const OWN = /^(?:本|我|校内|院内|园内)/u
const OTHER = /外聘|外请|校外|外校|外单位/u
/** 市教研室 and 本校 are nobody's name. */
const COMMON_UNIT = /^(?:本|我|各|某|该|省|市|区|县)/u
const SHORTEST_UNIT = 4
/** What kind of teacher somebody is, which a rubric scores; an office (校长, 局长) would tell who. */
const TITLE =
  /正高级教师|高级教师|一级教师|二级教师|特级教师|副教授|教授|副研究员|助理研究员|研究员|教研员|讲师|博士|院士|professor|lecturer/iu
const POSTS =
  /(?:正高级教师|高级教师|[一二三]级教师|特级教师|副?教授|(?:副|助理)?研究员|教研员|讲师|博士|院士|老师|副?校长|副?园长|副?院长|副?局长|副?主任|副?书记|先生|女士|主讲|授课)+$/u
/** Cells that name nobody. */
const NOBODY = /^(?:待定|待聘|待邀请?|暂无|无|自主研修|自主学习|自学|小组研讨|分组研讨|全体学员|全体成员|[-—/]+)$/u
/** Somebody with what stands in brackets after them. */
const PART = /[^、，,；;/／|｜\n\r\t（(【[]+(?:[（(【[][^）)】\]]*[）)】\]]?)?|[（(【[][^）)】\]]*[）)】\]]?/gu

/** Somebody as a cell says them. `key` tells the same person in another cell, `unit` is as written, '' when it does not say. */
type Someone = { key: string; name: string; unit: string; title: string }

function someoneIn(part: string): Someone {
  const [, before = '', inside = ''] = /^([^（(【[]*)(?:[（(【[](.*?)[）)】\]]?)?$/u.exec(part.trim()) ?? []
  const words = before
    .replace(/^[^:：]{1,12}[:：]/u, '')
    .trim()
    .split(/\s+/u)
  const beside = [...inside.split(/[、，,；;/／|｜\s]+/u), ...words.filter((word) => UNIT.test(word))]
  const rest = words.filter((word) => !UNIT.test(word) && word.replace(POSTS, '') !== '').join(' ')
  const joined = UNIT_BEFORE_NAME.exec(rest)
  const called = (joined?.[2] ?? rest).replace(POSTS, '').trim()
  const name = /[A-Za-z]/u.test(called) ? called : called.replace(/\s/gu, '')
  const unit = joined?.[1] ?? beside.find((word) => UNIT.test(word) || OWN.test(word) || OTHER.test(word)) ?? ''
  return { key: plainName(name || part), name, unit, title: TITLE.exec(part)?.[0] ?? '' }
}

function peopleIn(text: string): Someone[] {
  if (NOBODY.test(text.trim())) return []
  const people: Someone[] = []
  for (const part of text.match(PART) ?? []) {
    if (part.trim() === '') continue
    const one = someoneIn(part)
    const last = people.at(-1)
    // a title or a unit after somebody's name is theirs
    if (!last || one.name !== '') people.push(one)
    else Object.assign(last, { unit: last.unit || one.unit, title: last.title || one.title })
  }
  return people
}

type Columns = { people: string[]; units: string[] }

/** Columns of a field that name people and where they are from. */
function columnsOf({ type, columns = [] }: FormField): Columns {
  if (type === 'courses') return { people: ['trainer'], units: [] }
  if (type === 'people') return { people: ['name'], units: ['unit'] }
  if (type !== 'table') return { people: [], units: [] }
  const asking = (pattern: RegExp) =>
    columns.flatMap(({ key, title, type: kind }) =>
      kind === 'text' && pattern.test(title) && !ASKS_ELSE.test(title) ? [key] : [],
    )
  const people = asking(ASKS_PERSON)
  const units = people.length > 0 ? asking(ASKS_UNIT).filter((key) => !people.includes(key)) : []
  return { people, units }
}

function asksForPeople({ type, title }: FormField): boolean {
  return type === 'text' && ASKS_PERSON.test(title) && !ASKS_ELSE.test(title)
}

type Row = Record<string, string | number | null>

function said(row: Row, keys: readonly string[]): string[] {
  return keys.flatMap((key) => (typeof row[key] === 'string' ? [row[key]] : []))
}

function rowsOf(value: FormValue | undefined): Row[] {
  return Array.isArray(value) ? value : []
}

/** Everybody whom rows and lines name; those of one row share the unit that it gives. */
function everybody(form: readonly FormField[], values: FormValues): Someone[] {
  return form.flatMap((field) => {
    const value = values[field.key]
    if (typeof value === 'string' && asksForPeople(field)) return peopleIn(value)
    const { people, units } = columnsOf(field)
    return rowsOf(value).flatMap((row) => {
      const [unit = ''] = said(row, units)
      return said(row, people).flatMap((text) => peopleIn(text).map((one) => ({ ...one, unit: one.unit || unit })))
    })
  })
}

/**
 * Names and units of the trainers and others whom a form names in rows and lines that are not hidden as a whole, as far as they can
 * be told from plain words: for finding them wherever else they stand.
 */
export function trainerNames(form: readonly FormField[], values: FormValues): string[] {
  const people = everybody(form, values)
  const prose = form.flatMap((field) => {
    const value = values[field.key]
    const asked = field.type === 'longtext' && !field.identifying && LISTS_PEOPLE.test(field.title)
    return asked && typeof value === 'string' ? namesInList(value) : []
  })
  const units = people.map(({ unit }) => unit.trim())
  return [
    ...people.map(({ name }) => name).filter(isPersonName),
    ...prose,
    ...units.filter((unit) => UNIT.test(unit) && [...unit].length >= SHORTEST_UNIT && !COMMON_UNIT.test(unit)),
  ]
}

function sideOf(unit: string, own: string): string {
  const [one, other] = [plainName(unit), plainName(own)]
  if (one === '') return ''
  if (OTHER.test(one)) return '外单位'
  return OWN.test(one) || one.includes(other) || other.endsWith(one) ? '本单位' : '外单位'
}

/**
 * The answers with neutral words in the place of trainers and others named in rows: 授课人 1, 授课人 2 … by their first mention, the
 * same person the same number, with their kind of title and whether they are of the applying unit, so that a rubric can still score
 * them. Fields that are hidden as a whole are left alone. `unit` is the name of the unit that applied.
 */
export function maskTrainers(form: readonly FormField[], values: FormValues, unit: string): FormValues {
  const known = everybody(form, values)
  const unitOf = new Map(known.filter((one) => one.unit !== '').map((one) => [one.key, one.unit]))
  const numbers = new Map<string, number>()
  const label = (one: Someone, given: string): string => {
    const no = numbers.get(one.key) ?? numbers.size + 1
    numbers.set(one.key, no)
    const side = sideOf(one.unit || given || (unitOf.get(one.key) ?? ''), unit)
    const beside = [one.title, side].filter(Boolean).join('，')
    return `授课人 ${no}${beside && `（${beside}）`}`
  }
  const neutral = (text: string, given = ''): string =>
    peopleIn(text)
      .map((one) => label(one, given))
      .join('、') || text
  const masked = form.flatMap((field): [string, FormValue][] => {
    const value = values[field.key]
    if (value === undefined || field.identifying) return []
    if (typeof value === 'string' && asksForPeople(field)) return [[field.key, neutral(value)]]
    const { people, units } = columnsOf(field)
    if (!Array.isArray(value) || people.length === 0) return []
    const rows = value.map((row) => {
      const [given = ''] = said(row, units)
      const cells = Object.entries(row).map(([key, cell]): [string, string | number | null] => {
        if (typeof cell !== 'string' || cell.trim() === '') return [key, cell]
        if (people.includes(key)) return [key, neutral(cell, given)]
        return [key, units.includes(key) ? sideOf(cell, unit) : cell]
      })
      return Object.fromEntries(cells)
    })
    return [[field.key, rows]]
  })
  return { ...values, ...Object.fromEntries(masked) }
}
