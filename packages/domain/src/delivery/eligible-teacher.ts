import { addMonths, dateOf, dayOf } from '../credits/day-number.ts'
import { POSTS } from '../credits/policy.ts'
import { inWords, PHASE_WORDS } from '../shared/field-words.ts'
import type { CohortRules } from './cohort.ts'

/** A teacher as nomination knows one. `vetoes` are the last days of failing ethics records that stand, null for good. */
export type Nominee = {
  state: string
  phase: string
  subject: string
  title: string | null
  posts: readonly string[]
  heldPosts: readonly { post: string; from: string; to: string | null }[]
  entryDate: string | null
  frontLine: boolean
  area: 'urban' | 'town' | 'rural'
  vetoes: readonly (string | null)[]
}

/** One condition of a cohort as one teacher meets it, in words for the school. */
export type Condition = {
  name: 'state' | 'ethics' | 'phase' | 'subject' | 'title' | 'post' | 'area' | 'service'
  met: boolean
  detail: string
}
/** Day on which the cohort begins, and today in China. */
export type NominationDays = { startsOn: string; today: string }

const AREAS: Record<string, string> = { urban: '城区', town: '镇区', rural: '乡村' }
const STATES: Record<string, string> = {
  moved: '已调出本区',
  left: '已离职',
  locked: '信息已锁定',
  erased: '信息已删除',
}

/** Whole years of service on a day; null when the day of entry is not known, negative before it. */
export function yearsOfService(entryDate: string | null, on: string): number | null {
  if (entryDate === null) return null
  const years = Number(on.slice(0, 4)) - Number(entryDate.slice(0, 4))
  return dateOf(addMonths(dayOf(entryDate), years * 12)) <= on ? years : years - 1
}

/** In the first twelve months of service on a day. */
export function isNovice(entryDate: string | null, on: string): boolean {
  return entryDate !== null && entryDate <= on && on < dateOf(addMonths(dayOf(entryDate), 12))
}

function postsOn({ posts, heldPosts }: Nominee, day: string): string[] {
  const held = heldPosts.filter(({ from, to }) => from <= day && (to === null || day <= to)).map(({ post }) => post)
  const words: Readonly<Record<string, string>> = POSTS
  return [...new Set([...posts, ...held, ...held.map((post) => words[post] ?? post)])]
}

function service({ from, to }: CohortRules['serviceYears'], entryDate: string | null, on: string): Condition[] {
  if (from === null && to === null) return []
  const asked = from === null ? `不超过 ${to} 年` : to === null ? `满 ${from} 年` : `${from} 至 ${to} 年`
  const years = yearsOfService(entryDate, on)
  if (years === null)
    return [{ name: 'service', met: false, detail: `要求教龄${asked}，未登记入职日期，请先补全教师信息` }]
  const met = years >= (from ?? 0) && years <= (to ?? Number.POSITIVE_INFINITY)
  return [{ name: 'service', met, detail: `要求教龄${asked}，开班时为 ${years} 年` }]
}

function ethics(vetoes: Nominee['vetoes'], today: string): Condition {
  const standing = vetoes.filter((until) => until === null || today <= until)
  const until = standing.some((day) => day === null) ? null : (standing.toSorted().at(-1) ?? null)
  if (standing.length === 0) return { name: 'ethics', met: true, detail: '没有影响期内的师德失范结论' }
  return {
    name: 'ethics',
    met: false,
    detail: `师德一票否决：有尚在影响期内的师德失范结论${until === null ? '' : `（至 ${until}）`}`,
  }
}

function listed(
  name: Condition['name'],
  word: string,
  asked: readonly string[],
  has: string,
  met: boolean,
): Condition[] {
  return asked.length === 0 ? [] : [{ name, met, detail: `要求${word}：${asked.join('、')}；本人：${has || '未登记'}` }]
}

/** Every condition that a cohort sets, and whether this teacher meets it; whoever is no longer at a school meets none. */
export function conditionsOf(rules: CohortRules, nominee: Nominee, { startsOn, today }: NominationDays): Condition[] {
  const { phases, subjects, titles, posts, areas } = rules
  const held = postsOn(nominee, startsOn)
  const postWords: Readonly<Record<string, string>> = POSTS
  return [
    ...(nominee.state === 'active'
      ? []
      : [{ name: 'state', met: false, detail: STATES[nominee.state] ?? '不在岗' } as const]),
    ...(rules.ethicsVeto ? [ethics(nominee.vetoes, today)] : []),
    ...listed(
      'phase',
      '学段',
      phases.map((one) => inWords(PHASE_WORDS, [one])),
      inWords(PHASE_WORDS, [nominee.phase]),
      (phases as readonly string[]).includes(nominee.phase),
    ),
    ...listed('subject', '学科', subjects, nominee.subject, subjects.includes(nominee.subject)),
    ...listed('title', '职称', titles, nominee.title ?? '', titles.includes(nominee.title ?? '')),
    ...listed(
      'post',
      '任职',
      posts.map((one) => inWords(postWords, [one])),
      [...new Set(held.map((one) => inWords(postWords, [one])))].join('、'),
      posts.some((one) => held.includes(one)),
    ),
    ...listed(
      'area',
      '学校所在地',
      areas.map((one) => inWords(AREAS, [one])),
      inWords(AREAS, [nominee.area]),
      areas.includes(nominee.area),
    ),
    ...service(rules.serviceYears, nominee.entryDate, startsOn),
  ]
}

/** The conditions that stand in the way, in one sentence; empty when the teacher may be nominated. */
export function ineligibleWords(conditions: readonly Condition[]): string {
  return conditions
    .filter(({ met }) => !met)
    .map(({ detail }) => detail)
    .join('；')
}
