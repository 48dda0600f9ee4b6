import type { PastSchool, Tie } from './expert.ts'

/** Dates are 'YYYY-MM-DD'. Of a co-worker, `until` (or else `since`) is the last known day of joint work; neither means it goes on. */
export type ExpertStanding = {
  id: string
  name: string
  schoolId: string | null
  pastSchools: readonly PastSchool[]
  ties: readonly (Tie & { since?: string | undefined })[]
  enrolledProjects: readonly string[]
  teachesProjects: readonly string[]
}

export type ConflictItem = { schoolId: string | null; namedPeople: readonly string[]; projectId?: string }

export type ConflictRule =
  | 'same_unit'
  | 'same_unit_last_year'
  | 'named_in_application'
  | 'worked_together'
  | 'kin'
  | 'mentor'
  | 'enrolled'
  | 'teaching'

/** `since`: the date on which the rule rests, where there is one; `detail` is for people. */
export type Conflict = { rule: ConflictRule; since?: string; detail: string }

const YEARS_AFTER_LEAVING = 1
const YEARS_AFTER_JOINT_WORK = 4

/** The same day n years before; 29 February becomes 28. */
export function yearsBefore(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0')
  const day = date.slice(4)
  return `${year}${day === '-02-29' ? '-02-28' : day}`
}

/** Names compare without spaces and in one width: '张 三' is '张三'. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]/g, '')
    .toLowerCase()
}

function unitConflicts(expert: ExpertStanding, schoolId: string, today: string): Conflict[] {
  const found: Conflict[] = []
  if (expert.schoolId === schoolId) found.push({ rule: 'same_unit', detail: '专家现任职单位就是申报单位' })
  const limit = yearsBefore(today, YEARS_AFTER_LEAVING)
  for (const past of expert.pastSchools) {
    if (past.schoolId !== schoolId || past.until < limit) continue
    found.push({
      rule: 'same_unit_last_year',
      since: past.until,
      detail: `专家于 ${past.until} 离开申报单位，未满一年`,
    })
  }
  return found
}

function tieConflicts(expert: ExpertStanding, named: ReadonlySet<string>, today: string): Conflict[] {
  const limit = yearsBefore(today, YEARS_AFTER_JOINT_WORK)
  return expert.ties.flatMap((tie): Conflict[] => {
    if (!named.has(plainName(tie.name))) return []
    if (tie.kind === 'kin') return [{ rule: 'kin', detail: `申报材料中的${tie.name}是专家的亲属` }]
    if (tie.kind === 'mentor') return [{ rule: 'mentor', detail: `申报材料中的${tie.name}与专家有师生关系` }]
    const last = tie.until ?? tie.since
    if (last === undefined) return [{ rule: 'worked_together', detail: `专家与申报材料中的${tie.name}共事` }]
    if (last < limit) return []
    return [{ rule: 'worked_together', since: last, detail: `专家与申报材料中的${tie.name}共事至 ${last}，未满四年` }]
  })
}

/**
 * Conflicts of interest between an expert and an item on the day `today`, all of them, in the order of `domain.md` §4; empty when free.
 * Limits include their day: who left exactly one year ago is still bound. Equal names count as the same person: a doubt binds.
 */
export function computeConflicts(expert: ExpertStanding, item: ConflictItem, today: string): Conflict[] {
  const named = new Set(item.namedPeople.map(plainName).filter((name) => name !== ''))
  const found: Conflict[] = item.schoolId === null ? [] : unitConflicts(expert, item.schoolId, today)
  if (named.has(plainName(expert.name)))
    found.push({ rule: 'named_in_application', detail: '申报材料中出现专家本人姓名' })
  found.push(...tieConflicts(expert, named, today))
  if (item.projectId === undefined) return found
  if (expert.enrolledProjects.includes(item.projectId)) found.push({ rule: 'enrolled', detail: '专家是该项目的学员' })
  if (expert.teachesProjects.includes(item.projectId)) found.push({ rule: 'teaching', detail: '专家在该项目授课' })
  return found
}
