import type { CallKind } from '../calls/design/call.ts'

/** What a bureau numbers by a pattern of its own. */
export const NUMBERED = ['application', 'project', 'agreement', 'certificate'] as const
export type Numbered = (typeof NUMBERED)[number]

/** The tenant's setting `numbering`: one pattern for each numbered thing. */
export type Numbering = Record<Numbered, string>

export const DEFAULT_NUMBERING: Numbering = {
  application: 'SB{year}-{seq:4}',
  project: 'LX{year}-{seq:4}',
  agreement: 'RW{year}-{seq:4}',
  certificate: 'JY{year}-{seq:5}',
}

/** Where the tokens of a pattern take their words from; `level` is one of the calls' LEVELS, `division` GB/T 2260 or ''. */
export type NumberFacts = { year: number; kind: CallKind; level: string; division: string }

/** The tokens that bureaus may use, as people in an office read them. */
export const KIND_MARKS: Record<CallKind, string> = {
  training_project: '培训',
  studio: '工作室',
  base: '基地',
  development_school: '发展学校',
  demonstration_school: '示范校',
  flagship: '精品',
  honour: '荣誉',
}
export const LEVEL_MARKS: Record<string, string> = {
  national: '国',
  province: '省',
  city: '市',
  district: '区',
  school: '校',
  studio: '室',
}

const MOST_CHARACTERS = 60
const MOST_DIGITS = 8
const TOKEN = /\{([^{}]*)\}/g
const SEQUENCE = /^seq(?::([1-9]))?$/

function wordOf(token: string, facts: NumberFacts): string {
  switch (token) {
    case 'year':
      return String(facts.year)
    case 'kind':
      return KIND_MARKS[facts.kind]
    case 'level':
      return LEVEL_MARKS[facts.level] ?? facts.level
    default:
      return facts.division
  }
}

/**
 * What is wrong with a pattern, as a key of the field problems, or null. A pattern is text with the tokens {year},
 * {kind}, {level}, {division} and exactly one {seq} or {seq:4} (padded with zeros to that many digits, 1 to 8).
 */
export function checkNumberPattern(pattern: string): string | null {
  if (pattern.trim() !== pattern || /\p{C}/u.test(pattern)) return 'wrong_format'
  if ([...pattern].length > MOST_CHARACTERS) return 'pattern_too_long'
  const tokens = [...pattern.matchAll(TOKEN)].map((match) => match[1] ?? '')
  if (/[{}]/.test(pattern.replace(TOKEN, ''))) return 'pattern_brace'
  const sequences = tokens.filter((token) => token.startsWith('seq'))
  if (sequences.length !== 1) return 'pattern_one_sequence'
  const digits = SEQUENCE.exec(sequences[0] ?? '')
  if (!digits || Number(digits[1] ?? 1) > MOST_DIGITS) return 'pattern_sequence_digits'
  const known = ['year', 'kind', 'level', 'division']
  return tokens.every((token) => token.startsWith('seq') || known.includes(token)) ? null : 'pattern_unknown_token'
}

/** A pattern filled but for its running number: the text before it names the series that counts. */
export type NumberSeries = { before: string; digits: number; after: string }

/**
 * Fills a pattern that `checkNumberPattern` takes. Numbers of one series count up from 1; a new text before {seq} (a
 * new year) begins a new series.
 */
export function numberSeries(pattern: string, facts: NumberFacts): NumberSeries {
  const [match] = pattern.matchAll(/\{seq(?::([1-9]))?\}/g)
  if (!match) throw new RangeError(`a pattern without {seq}: ${pattern}`)
  const fill = (text: string) => text.replaceAll(TOKEN, (_, token: string) => wordOf(token, facts))
  return {
    before: fill(pattern.slice(0, match.index)),
    digits: Number(match[1] ?? 1),
    after: fill(pattern.slice(match.index + match[0].length)),
  }
}

/** The nth number of a series. A number that outgrows its digits is written whole, never cut. */
export function numberText(series: NumberSeries, n: number): string {
  return `${series.before}${String(n).padStart(series.digits, '0')}${series.after}`
}
