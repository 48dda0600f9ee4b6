import type { CompiledPolicy } from './compile-policy.ts'
import { dateOf } from './day-number.ts'
import { rateWords, shareWords } from './figure-words.ts'
import { figureOf } from './fraction.ts'
import { CHANNELS, POSTS, UNITS } from './policy.ts'
import type { Standing } from './standing.ts'
import type { TeacherFrame } from './teacher-frame.ts'
import type { Allotted, WeighedEntry } from './weighed-entry.ts'

export const VERDICTS = [
  'counted',
  'counted_partly',
  'cap_full',
  'future',
  'pending',
  'reversal',
  'reversed',
  'not_accredited',
  'absent',
  'no_conversion',
  'outside_cycle',
  'no_hours',
] as const
type VerdictCode = (typeof VERDICTS)[number]

/** `hours` and `credits` are what the entry is worth by itself; `counted`, in the unit of the result, what of it counts in the cycle. */
export type EntryVerdict = {
  id: string
  counts: boolean
  hours: number
  credits: number
  counted: number
  why: { code: VerdictCode; words: string; cap?: string }
}

function labelled(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key
}

function standingWords(
  compiled: CompiledPolicy,
  { entry }: WeighedEntry,
  standing: Exclude<Standing, 'stands'>,
): string {
  const { due = 0, actual = 0 } = entry.attendance ?? {}
  const share = compiled.policy.attendance?.absenceFrom
  const words: Record<typeof standing, string> = {
    future: '发生在计算日之后，届时再计',
    pending: '登记尚未确认，确认后才计入',
    reversal: '这是冲销记录，抵销此前的一条登记，本身不计',
    reversed: '已被冲销，不再计入',
    not_accredited: `承训单位${entry.provider === '' ? '' : `“${entry.provider}”`}没有经过认定，不计入`,
    absent: `应到 ${due}、实到 ${actual}，缺课达到 ${share ? shareWords(share) : ''}，整条不计`,
  }
  return words[standing]
}

function howWords(compiled: CompiledPolicy, { class: ofClass, factor, hours }: WeighedEntry): string {
  const length = figureOf(hours, compiled.base)
  if (!ofClass.conversion) return `${length} 学时`
  const post = factor ? `，任${labelled(POSTS, factor.post)}按 ${shareWords(factor.factor)} 计` : ''
  return `${length} 学时，按“${ofClass.conversion.title}”（${rateWords(ofClass.conversion.perHour)}）${post}`
}

/** Requirements with a window of their own take entries from outside the cycle too. */
function countsElsewhere(
  { policy }: CompiledPolicy,
  frame: TeacherFrame,
  { day, class: ofClass }: WeighedEntry,
): string {
  const titles = ofClass.requirements.flatMap((n) => {
    const demand = frame.demands[n]
    const requirement = policy.requirements[n]
    return demand?.applies && requirement && day >= demand.from && day <= demand.to ? [`“${requirement.title}”`] : []
  })
  return titles.length > 0 ? `；另按自己的时段计入${titles.join('、')}` : ''
}

/** What becomes of one entry and why, in words that a teacher understands. `allotted` null: it took no part in the cycle. */
export function entryVerdict(
  compiled: CompiledPolicy,
  frame: TeacherFrame,
  weighed: WeighedEntry,
  allotted: Allotted | null,
): EntryVerdict {
  const { entry, standing } = weighed
  const { unit } = compiled
  const inUnit = ({ hours, credits }: { hours: number; credits: number }) =>
    unit === 'hours' ? figureOf(hours, compiled.base) : figureOf(credits, compiled.scale)
  const worth = {
    id: entry.id,
    hours: figureOf(weighed.hours, compiled.base),
    credits: figureOf(weighed.hours * weighed.rate, compiled.scale),
  }
  const none = (code: VerdictCode, words: string, cap?: string): EntryVerdict => ({
    ...worth,
    counts: false,
    counted: 0,
    why: { code, words, ...(cap === undefined ? {} : { cap }) },
  })
  if (standing !== 'stands') return none(standing, standingWords(compiled, weighed, standing))
  if (!weighed.class.recognised)
    return none(
      'no_conversion',
      `没有一条折算规则适用于这条记录（方式：${labelled(CHANNELS, entry.channel) || '未填'}），不计入`,
    )
  if (weighed.hours === 0) return none('no_hours', '学时为 0')
  if (allotted === null) {
    const { from, to } = frame.cycle
    const words = `不在本周期（${dateOf(from)} 至 ${dateOf(to)}）内${countsElsewhere(compiled, frame, weighed)}`
    return none('outside_cycle', words)
  }
  const counted = inUnit(allotted)
  const how = howWords(compiled, weighed)
  const cap = allotted.bound
  const full = unit === 'hours' ? weighed.hours : weighed.hours * weighed.rate
  const got = unit === 'hours' ? allotted.hours : allotted.credits
  if (cap === null || counted === inUnit({ hours: weighed.hours, credits: full }))
    return { ...worth, counts: true, counted, why: { code: 'counted', words: `${how}，计 ${counted} ${UNITS[unit]}` } }
  const rule = `“${cap.title}”`
  if (got === 0) return none('cap_full', `${how}；${rule}已满，这条不再计入`, cap.id)
  const words = `${how}，应计 ${inUnit({ hours: weighed.hours, credits: full })} ${UNITS[unit]}；因${rule}只计 ${counted} ${UNITS[unit]}`
  return { ...worth, counts: true, counted, why: { code: 'counted_partly', words, cap: cap.id } }
}
