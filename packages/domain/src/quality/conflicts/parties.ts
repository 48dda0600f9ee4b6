import type { FormField, FormValue, FormValues } from '../../calls/design/form.ts'
import { plainName } from './plain-name.ts'

/** Who stands behind an item: the unit that applied, people named in it, the units of those who apply in person, and its project. */
export type Parties = {
  unit: { id: string | null; name: string } | null
  people: readonly string[]
  peopleUnits: readonly string[]
  projectId?: string | undefined
}

/** A field that asks for people although it is a plain line or a column of a table. */
const ASKS_PEOPLE = /姓名|负责人|主持人|联系人|主讲|授课|讲师|首席|领衔|name|trainer|leader/iu
const TITLES = /(?:副?教授|老师|副?校长|副?主任|副?书记|副?园长|副?局长|(?:副?研究|教研|辅导)员|博士|先生|女士)$/u
/** Most names in one text; a prose of thousands of words names nobody by itself. */
const MOST = 300
const LONGEST = 20

function oneName(part: string): string[] {
  const bare = part.replace(/[(（【[].*?[)）】\]]/gu, '').replace(/^[^:：]{1,12}[:：]/u, '')
  const plain = plainName(bare)
  const untitled = plain.replace(TITLES, '')
  return [plain, untitled].filter((name) => name.length >= 2 && name.length <= LONGEST)
}

/** Names in a text, as they compare: the text itself, its parts between marks, and those between blanks, without titles and brackets. */
export function namesIn(text: string): string[] {
  const parts = text.split(/[、，,；;/／|｜\n\r\t]+/u)
  const words = parts.flatMap((part) => part.split(/\s+/u))
  return [...new Set([text, ...parts, ...words].slice(0, MOST).flatMap(oneName))]
}

function rowsOf(value: FormValue | undefined): readonly Record<string, string | number | null>[] {
  return Array.isArray(value) ? value : []
}

function cells(value: FormValue | undefined, key: string): string[] {
  return rowsOf(value).flatMap((row) => (typeof row[key] === 'string' ? [row[key]] : []))
}

function textsNaming(field: FormField, value: FormValue | undefined): string[] {
  const { type, identifying, title, columns = [] } = field
  if (type === 'people') return cells(value, 'name')
  if (type === 'courses') return cells(value, 'trainer')
  if (type === 'table')
    return columns
      .filter((column) => column.type === 'text' && ASKS_PEOPLE.test(`${column.title} ${column.key}`))
      .flatMap(({ key }) => cells(value, key))
  const asked = (type === 'text' || type === 'longtext') && (identifying || ASKS_PEOPLE.test(title))
  return asked && typeof value === 'string' ? [value] : []
}

/** The parties of an application, from its form and answers: leaders, people, course trainers, identifying texts. Names come as they compare. */
export function partiesOf(
  form: readonly FormField[],
  values: FormValues,
  unit: { id: string | null; name: string } | null,
): Parties {
  const people = form.flatMap((field) => textsNaming(field, values[field.key])).flatMap(namesIn)
  const peopleUnits = form
    .filter(({ type, identifying }) => type === 'people' && identifying)
    .flatMap(({ key }) => cells(values[key], 'unit').map(plainName))
    .filter((name) => name !== '')
  return { unit, people: [...new Set(people)], peopleUnits: [...new Set(peopleUnits)] }
}

/** The keys under which an index finds an item by its parties; the id of the unit stands in the item's own row. */
export function partyKeys({ unit, people, peopleUnits }: Parties): string[] {
  const name = plainName(unit?.name ?? '')
  return [
    ...(name === '' ? [] : [`unit/${name}`]),
    ...people.map((person) => `person/${plainName(person)}`),
    ...peopleUnits.filter((one) => plainName(one) !== name).map((one) => `of/${plainName(one)}`),
  ]
}
