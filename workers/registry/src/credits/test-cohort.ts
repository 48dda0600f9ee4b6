import type { Applicant, Spine } from '../../../../packages/testkit/src/test-spine.ts'
import { insertRows } from '../../../system/src/own-house.ts'
import { concludedCohort, doneEnrolment } from '../../../system/src/sample-cohorts.ts'
import * as sample from '../../../system/src/sample-rows.ts'

let serial = 0

/** For tests: a cohort that was concluded, of a project of this unit. Answers its id. */
export async function aCohort(spine: Spine, given: { unit: Applicant; state?: string; to?: string }): Promise<string> {
  const { unit, state = 'concluded', to = '2026-05-03' } = given
  const call = await spine.put('calls', sample.call(spine.reviewRubric))
  const application = await spine.put('applications', sample.application(call.id, unit, 'approved'))
  const { row: project, agreement } = sample.project(application.id, call.id, unit)
  await spine.put('projects', project)
  await spine.put('agreements', agreement)
  const { id } = await spine.put('cohorts', concludedCohort(project.id, unit, { state, ends_on: to }))
  return id
}

/** For tests: so many teachers of the school, enrolled and done. */
export async function completed(
  spine: Spine,
  cohort: string,
  school: Applicant,
  people: number,
  state = 'completed',
): Promise<void> {
  const teachers = Array.from({ length: people }, () => {
    const name = `教师${++serial}`
    return { ...sample.teacher(name, school.id, school.name), name, subject: '数学' }
  })
  await insertRows(spine.district.tenant, 'teachers', teachers)
  const enrolments = teachers.map((teacher) => doneEnrolment(cohort, teacher, school, state))
  await insertRows(spine.district.tenant, 'enrolments', enrolments)
}
