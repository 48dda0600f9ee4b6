import { type ConflictRule, type ConflictRules, DEFAULT_CONFLICT_RULES } from './conflict-rules.ts'
import { type Engagement, type InterestKey, type Interests, interestKeys } from './interest.ts'
import { type Parties, partyKeys } from './parties.ts'

/** `since`: the date on which the rule rests, where there is one; `detail` is for people. */
export type Conflict = { rule: ConflictRule; since?: string; detail: string }

/** The same day n years before; 29 February becomes 28. */
export function yearsBefore(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) - years).padStart(4, '0')
  const day = date.slice(4)
  return `${year}${day === '-02-29' ? '-02-28' : day}`
}

/**
 * How a person meets an item: by a key, by the list of its project, by trainings of the unit that applied, or by what they said
 * themselves.
 */
export type Meeting =
  | { by: 'key'; met: InterestKey; via: 'unit' | 'people' | 'people_unit' }
  | { by: 'enrolled' }
  | { by: 'teaching' }
  | { by: 'engaged'; engaged: Engagement }
  | { by: 'declared'; detail: string }

function judgeUnit(met: InterestKey, via: 'unit' | 'people_unit', rules: ConflictRules, today: string): Conflict[] {
  if (met.since !== null && met.since > today) return []
  const gone = met.until !== null && met.until < today
  if (gone && (met.until ?? '') < yearsBefore(today, rules.yearsAfterLeaving)) return []
  const since = gone && met.until !== null ? { since: met.until } : {}
  const years = `${rules.yearsAfterLeaving}年`
  if (via === 'people_unit') {
    const when = gone ? `于 ${met.until} 离开，未满${years}` : '现任职'
    return [{ rule: 'applicant_school', ...since, detail: `与申报人同一单位（${when}）` }]
  }
  if (!gone) return [{ rule: 'same_unit', detail: '现任职单位就是申报单位' }]
  return [{ rule: 'same_unit_last_year', ...since, detail: `于 ${met.until} 离开申报单位，未满${years}` }]
}

function judgePerson({ what, name, until }: InterestKey, rules: ConflictRules, today: string): Conflict[] {
  if (what === 'self') return [{ rule: 'named_in_application', detail: '材料中出现本人姓名' }]
  if (what === 'kin') return [{ rule: 'kin', detail: `材料中的${name}是本人的亲属` }]
  if (what === 'mentor') return [{ rule: 'mentor', detail: `材料中的${name}与本人有师生关系` }]
  if (until === null) return [{ rule: 'worked_together', detail: `与材料中的${name}共事` }]
  if (until < yearsBefore(today, rules.yearsOfJointWork)) return []
  const detail = `与材料中的${name}共事至 ${until}，未满${rules.yearsOfJointWork}年`
  return [{ rule: 'worked_together', since: until, detail }]
}

/** Who taught for a unit worked with it; who took part there is like somebody who left it. */
function judgeEngagement({ how, until }: Engagement, rules: ConflictRules, today: string): Conflict[] {
  const taught = how === 'teaching'
  const years = taught ? rules.yearsOfJointWork : rules.yearsAfterLeaving
  const over = until < today
  if (over && until < yearsBefore(today, years)) return []
  const did = taught ? '在该单位的培训中授课' : '参加该单位的培训'
  return over
    ? [{ rule: how, since: until, detail: `曾${did}，最近一次 ${until}，未满${years}年` }]
    : [{ rule: how, detail: `${did}，排到 ${until}` }]
}

/**
 * What a meeting of a person and an item amounts to on the day `today`; nothing when its time is over. Limits include
 * their day: who left exactly a year ago is still bound. Joint work without an end goes on.
 */
export function judgeMeeting(meeting: Meeting, rules: ConflictRules, today: string): Conflict[] {
  if (meeting.by === 'enrolled') return [{ rule: 'enrolled', detail: '本人是该项目的学员' }]
  if (meeting.by === 'teaching') return [{ rule: 'teaching', detail: '本人在该项目授课' }]
  if (meeting.by === 'engaged') return judgeEngagement(meeting.engaged, rules, today)
  if (meeting.by === 'declared') return [{ rule: 'declared', detail: meeting.detail }]
  const { met, via } = meeting
  if (via === 'people') return met.what === 'unit' ? [] : judgePerson(met, rules, today)
  return met.what === 'unit' ? judgeUnit(met, via, rules, today) : []
}

/** How interests meet parties, by the same keys that the database keeps. */
function meetingsOf(interests: Interests, parties: Parties): Meeting[] {
  const keys = new Set(partyKeys(parties))
  const met = interestKeys(interests).flatMap((one): Meeting[] => {
    const via = (name: 'unit' | 'people' | 'people_unit'): Meeting[] => [{ by: 'key', met: one, via: name }]
    if (one.what !== 'unit') return keys.has(one.key) ? via('people') : []
    if (one.key === parties.unit?.id || keys.has(one.key)) return via('unit')
    return keys.has(one.key.replace(/^unit\//u, 'of/')) ? via('people_unit') : []
  })
  const { projectId } = parties
  if (projectId === undefined) return met
  return [
    ...met,
    ...(interests.enrolled.includes(projectId) ? [{ by: 'enrolled' as const }] : []),
    ...(interests.teaches.includes(projectId) ? [{ by: 'teaching' as const }] : []),
  ]
}

/** Each rule once, with its first ground: a unit met by id and by name is one conflict. */
export function eachRuleOnce(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.filter(
    (one, at) => conflicts.findIndex((other) => other.rule === one.rule && other.detail === one.detail) === at,
  )
}

/**
 * Conflicts of interest between a person and an item on the day `today`, all of them; empty when free. Equal names count
 * as the same person: a doubt binds.
 */
export function computeConflicts(
  interests: Interests,
  parties: Parties,
  today: string,
  rules: ConflictRules = DEFAULT_CONFLICT_RULES,
): Conflict[] {
  return eachRuleOnce(meetingsOf(interests, parties).flatMap((meeting) => judgeMeeting(meeting, rules, today)))
}
