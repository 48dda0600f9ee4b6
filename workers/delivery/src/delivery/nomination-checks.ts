import type { CohortRow } from '@shixun/db/tenant/cohorts'
import type { enrolledAlready } from '@shixun/db/tenant/enrolments'
import { ineligibleWords } from '@shixun/domain/delivery/eligible-teacher'
import { ENROLMENT, standingBlocks } from '@shixun/domain/delivery/enrolment'
import type { FieldProblem } from '@shixun/domain/shared/result'
import type { NomineeRow, Weighed } from '@shixun/tenant/weigh-nominee'

type Standing = ReturnType<ReturnType<typeof enrolledAlready>['decode']>

/** A teacher as whoever nominates sees one. */
export function choiceView(
  nominee: NomineeRow,
  { conditions, eligible, preference }: Weighed,
  standing: Standing | undefined,
) {
  const { id, name, documentTail, schoolId, schoolName, phase, subject, title } = nominee
  return {
    ...{ teacherId: id, name, documentTail, schoolId, schoolName, phase, subject, title },
    ...{ eligible, conditions, preference, standing: standing?.state ?? null },
  }
}

/** What a school may fill and has filled of a cohort; `asked` is how many of this batch it got. */
type Quota = { schoolId: string; schoolName: string; places: number; used: number; asked: number }
export type Room = { quotas: Map<string, Quota>; placesFree: number; waitingFree: number }

type Judged = { outcome: 'nominated' | 'waiting' | 'refused'; problem: string; reason: string }
const refused = (reason: string, problem: string): Judged => ({ outcome: 'refused', problem, reason })

/** What becomes of one teacher, in the order given: the room that is left shrinks by everyone who comes in. */
function judge(nominee: NomineeRow, weighed: Weighed, standing: Standing | undefined, room: Room): Judged {
  if (standing) return refused('nominated_already', `已在本班次：${ENROLMENT.states[standing.state]}`)
  if (!weighed.eligible) return refused('teacher_not_eligible', ineligibleWords(weighed.conditions))
  const quota = room.quotas.get(nominee.schoolId)
  if (quota && quota.used + quota.asked >= quota.places)
    return refused('school_quota_used', `${quota.schoolName}的推荐名额（${quota.places} 个）已用完`)
  const outcome = room.placesFree > 0 ? 'nominated' : 'waiting'
  if (outcome === 'waiting') {
    if (room.waitingFree <= 0) return refused('cohort_full', '班次名额和候补名额都已满')
    room.waitingFree -= 1
  }
  if (quota) quota.asked += 1
  return { outcome, problem: '', reason: '' }
}

/** One teacher of a batch, judged, with what they would repeat. */
export type Judgement = ReturnType<typeof judgement>
export function judgement(nominee: NomineeRow, weighed: Weighed, standing: Standing | undefined, room: Room) {
  const judged = judge(nominee, weighed, standing, room)
  const { findings } = weighed
  return {
    nominee,
    judged,
    view: {
      ...choiceView(nominee, weighed, standing),
      outcome: judged.outcome,
      problem: judged.problem,
      findings,
      blocked: standingBlocks(findings, null).length > 0,
      enrolmentId: null as string | null,
    },
  }
}

/** Why a batch is not written, teacher by teacher, pointing into the list that was sent. */
export function problemsOf(judgements: readonly Judgement[]): FieldProblem[] {
  return judgements.flatMap(({ judged, nominee }, index) =>
    judged.outcome === 'refused'
      ? [{ pointer: `/teacherIds/${index}`, problem: judged.reason, detail: `${nominee.name}：${judged.problem}` }]
      : [],
  )
}

/** The room of a cohort for new nominations. */
export function roomOf(
  cohort: Pick<CohortRow, 'places' | 'taken' | 'waitingPlaces' | 'rules'>,
  waiting: number,
  rows: {
    schools: readonly { id: string; name: string }[]
    quotas: readonly { schoolId: string; places: number }[]
    used: readonly { schoolId: string; used: number }[]
  },
): Room {
  const own = new Map(rows.quotas.map(({ schoolId, places }) => [schoolId, places]))
  const used = new Map(rows.used.map((row) => [row.schoolId, row.used]))
  const quotas = rows.schools.map(({ id, name }) => ({
    schoolId: id,
    schoolName: name,
    places: own.get(id) ?? cohort.rules.quotaPerSchool,
    used: used.get(id) ?? 0,
    asked: 0,
  }))
  return {
    quotas: new Map(quotas.map((quota) => [quota.schoolId, quota])),
    placesFree: Math.max(0, cohort.places - cohort.taken),
    waitingFree: Math.max(0, cohort.waitingPlaces - waiting),
  }
}
