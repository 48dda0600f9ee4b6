import { chinaTime } from '../shared/china-time.ts'
import type { EnrolmentFinding } from './enrolment.ts'
import { REPEAT_RULES, type RepeatRule, type RepeatRules } from './repeat-rules.ts'
import { clashOf, type Sitting } from './session-clash.ts'
import { titleSimilarity } from './title-similarity.ts'

/** A training as duplicate detection sees it. Days, both ends count. What is not known of one from elsewhere is empty. */
export type Training = {
  id: string
  title: string
  line: string
  topic: string
  level: string
  module: string
  subject: string
  from: string
  to: string
  sessions: readonly Sitting[]
  /** Whose it is: a cohort of this bureau, or what the ledger says of hours from elsewhere, named by `source`. */
  here: boolean
  source: string
}

/** The days of the teacher's credit cycle, both in. */
export type RepeatCycle = { from: string; to: string }

const ORDER = Object.keys(REPEAT_RULES) as RepeatRule[]

/** Words are compared without blanks, case and width. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

function same(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b)
}

type Found = [rule: RepeatRule, detail: string]

function clash(mine: Training, other: Training): Found[] {
  const shared = clashOf(mine.sessions, other.sessions)
  if (!shared) return []
  const until = chinaTime(shared.first.endsAt)
  const begins = chinaTime(shared.first.startsAt)
  const ends = until.slice(0, 10) === begins.slice(0, 10) ? until.slice(11) : until
  return [['session_clash', `${shared.sittings} 次课时间重叠，共 ${shared.minutes} 分钟，最早一次 ${begins}—${ends}`]]
}

/** Why titles count as similar, or null. The bar is lower for trainings of one module and subject. */
function likeness(mine: Training, other: Training, { title, sameContent }: RepeatRules['similarity']): string | null {
  const alike = titleSimilarity(mine.title, other.title)
  if (alike >= title) return `名称相似 ${alike}%（达到 ${title}% 即提示）`
  const content = same(mine.module, other.module) && same(mine.subject, other.subject)
  return content && alike >= sameContent
    ? `模块、学科相同，名称相似 ${alike}%（模块学科相同时达到 ${sameContent}% 即提示）`
    : null
}

function repeatsHere(mine: Training, other: Training, rules: RepeatRules): Found[] {
  const like = likeness(mine, other, rules.similarity)
  return [
    ...(same(mine.line, other.line) ? ([['same_line', `本周期内已参加同一项目系列“${other.line}”`]] as Found[]) : []),
    ...(same(mine.topic, other.topic) && mine.level === other.level
      ? ([['same_topic_and_level', `本周期内已参加同级别的“${other.topic}”培训`]] as Found[])
      : []),
    ...(like === null ? [] : ([['similar_title', like]] as Found[])),
  ]
}

/** Of hours from elsewhere the ledger knows title, module and level: alike, or of the same level with the topic in its title. */
function repeatsElsewhere(mine: Training, other: Training, rules: RepeatRules): Found[] {
  const topic = plain(mine.topic)
  const named = topic.length >= 2 && mine.level === other.level && plain(other.title).includes(topic)
  const like = likeness(mine, other, rules.similarity) ?? (named ? `级别相同，名称含主题“${mine.topic}”` : null)
  return like === null ? [] : [['elsewhere', `${other.source}：${like}`]]
}

function compared(mine: Training, other: Training, cycle: RepeatCycle, rules: RepeatRules): EnrolmentFinding[] {
  const inCycle = other.from <= cycle.to && other.to >= cycle.from
  const repeats = other.here ? repeatsHere : repeatsElsewhere
  const found = [...clash(mine, other), ...(inCycle ? repeats(mine, other, rules) : [])]
  const { id, title, from, to } = other
  return found.flatMap(([rule, detail]) => {
    const mode = rules.modes[rule]
    return mode === 'off' ? [] : [{ rule, mode, with: { id, title, from, to }, detail }]
  })
}

/**
 * Everything that makes `mine` a repeat of what a teacher has or had, or that clashes with it, by the bureau's rules. The
 * order in which the others are given plays no part: clashes first, then by the other training.
 */
export function findRepeats(
  mine: Training,
  others: readonly Training[],
  cycle: RepeatCycle,
  rules: RepeatRules,
): EnrolmentFinding[] {
  return others
    .filter(({ id }) => id !== mine.id)
    .flatMap((other) => compared(mine, other, cycle, rules))
    .sort((a, b) => ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule) || (a.with.id < b.with.id ? -1 : 1))
}
