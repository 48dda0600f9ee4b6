import type { Statement } from '@shixun/db/statement'
import { replaceRepeats } from '@shixun/db/tenant/training-repeats'
import { type EnrolmentFinding, findingKey, type Waiver } from '@shixun/domain/delivery/enrolment'
import type { DeliveryScene } from '../store.ts'

type Enrolled = {
  id: string
  name: string
  schoolId: string
  schoolName: string
  findings: readonly EnrolmentFinding[]
  waiver: Waiver | null
  state: string
}
type OfCohort = { id: string; title: string; startsOn: string }

/** What became of a finding: avoided with the enrolment, let pass, blocked still, or only told. */
function outcomeOf(
  finding: EnrolmentFinding,
  { waiver, state }: Pick<Enrolled, 'waiver' | 'state'>,
): 'warned' | 'blocked' | 'waived' | 'avoided' {
  if (state === 'withdrawn' || state === 'refused') return 'avoided'
  if (finding.mode === 'warn') return 'warned'
  return waiver?.covers.includes(findingKey(finding)) ? 'waived' : 'blocked'
}

/** The rows of the report for enrolments whose findings were just looked at: they take the place of earlier ones. */
export function repeatStatements(scene: DeliveryScene, cohort: OfCohort, enrolled: readonly Enrolled[]): Statement[] {
  const rows = enrolled.flatMap((one) =>
    one.findings.map((finding) => ({
      id: scene.newId('rpt'),
      enrolmentId: one.id,
      cohortId: cohort.id,
      cohortTitle: cohort.title,
      startsOn: cohort.startsOn,
      schoolId: one.schoolId,
      schoolName: one.schoolName,
      name: one.name,
      rule: finding.rule,
      outcome: outcomeOf(finding, one),
      otherId: finding.with.id,
      otherTitle: finding.with.title,
      otherFrom: finding.with.from,
      otherTo: finding.with.to,
      detail: finding.detail,
      createdAt: scene.now,
    })),
  )
  return replaceRepeats(
    enrolled.map(({ id }) => id),
    rows,
  )
}
