import { lookAlikes, oneForm } from '../conflicts/look-alikes.ts'

/** A field of a form as far as blindness needs it. */
export type BlindField = { key: string; identifying?: boolean | undefined }

const MARK_SCHOOL = '［某校］'
const MARK_PLACE = '［某地］'
const MARK_UNIT = '［某单位］'
const MARK_PERSON = '［某人］'

const SCHOOL =
  /(学校|小学|中学|初中|高中|大学|学院|幼儿园|职专|中专|附小|附中|[一二三四五六七八九十]中|中心校|教学点|研训院|进修校)$/u
const PLACE = /(教育局|教体局|省|自治区|市|州|县|区|旗|乡|镇|街道)$/u
const UNIT = /(公司|集团|中心|研究院|研究所|教科院|教研室|基金会|协会|学会|出版社)$/u
/** Spaces and invisible characters that could hide a name from a plain search. */
const GAP = '[\\s\\u200b-\\u200d\\ufeff]*'
/** 王县 is a person: a place needs three characters. */
const PLACE_LENGTH = 3

function plain(text: string): string {
  return oneForm(text).replace(/[\s\u200b-\u200d\ufeff]/gu, '')
}

/** The neutral mark for a name, by how names of schools, places and other units end. */
export function markOf(name: string): string {
  const text = plain(name).replace(/\(.*\)$/u, '')
  if (SCHOOL.test(text)) return MARK_SCHOOL
  if (UNIT.test(text)) return MARK_UNIT
  return PLACE.test(text) && [...text].length >= PLACE_LENGTH ? MARK_PLACE : MARK_PERSON
}

/** One character and whatever a reader takes for it. */
function anyForm(char: string): string {
  return `[${`${char}${lookAlikes(char)}`.replace(/[\\\]^-]/g, '\\$&')}]`
}

/** Finds any of the names, longest first; null without a name of two characters or more (one would shred the text). */
export function namePattern(names: readonly string[]): RegExp | null {
  const known = [...new Set(names.map(plain))].filter((name) => [...name].length > 1)
  if (known.length === 0) return null
  known.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return new RegExp(known.map((name) => [...name].map(anyForm).join(GAP)).join('|'), 'giu')
}

/** Which of the names a text says, in either width and through gaps, as they were given; at most twenty. */
export function namesIn(text: string, names: readonly string[]): string[] {
  const pattern = namePattern(names)
  if (pattern === null) return []
  const folded = (name: string) => plain(name).toLowerCase()
  const given = new Map(names.map((name) => [folded(name), name]))
  const found = new Set<string>()
  for (const [match] of text.matchAll(pattern)) {
    found.add(given.get(folded(match)) ?? match)
    if (found.size === 20) break
  }
  return [...found]
}

function blindText(text: string, pattern: RegExp | null): string {
  return pattern === null ? text : text.replace(pattern, (match) => markOf(match))
}

function blindValue(value: unknown, pattern: RegExp | null): unknown {
  if (typeof value === 'string') return blindText(value, pattern)
  if (Array.isArray(value)) return value.map((member) => blindValue(member, pattern))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]) => [blindText(key, pattern), blindValue(member, pattern)])
  return Object.fromEntries(members)
}

/**
 * What an expert may see of a form: identifying fields are dropped, values of fields the form does not know are dropped, and the given
 * names of people, schools and districts become neutral marks in whatever text is left. Short forms of a name are names of their own.
 */
export function blindForm<F extends BlindField>(
  fields: readonly F[],
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): { fields: F[]; values: Record<string, unknown> } {
  const pattern = namePattern(names)
  const open = fields.filter((field) => field.identifying !== true)
  const shown = open.filter((field) => Object.hasOwn(values, field.key))
  return { fields: open, values: Object.fromEntries(shown.map(({ key }) => [key, blindValue(values[key], pattern)])) }
}
