import { ROUTES } from '@shixun/contract/routes'
import { leaves } from '@shixun/domain/quality/rubrics/rubric'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { must } from '../../../../packages/testkit/src/people.ts'
import type { Spine } from '../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../system/src/sample-rows.ts'

/** The office evaluates the project of a cohort by a sample rubric: what its measured leaves were given, hundredths. */
export async function evaluatedBy(spine: Spine, cohort: string, key: string): Promise<Record<string, number | null>> {
  const body = SAMPLE_RUBRICS.find((one) => one.key === key)?.rubric
  if (!body) throw new Error(`no sample rubric ${key}`)
  const rubric = await spine.put('rubrics', { ...sample.rubric('completion', 'published'), body })
  const [row] = await spine.rows('SELECT project_id FROM cohorts WHERE id = ?', cohort)
  const id = String(row?.['project_id'])
  const byHand = leaves(body).filter(({ source }) => source !== 'metric' && source !== 'survey')
  const scores = Object.fromEntries(
    byHand.map(({ key: leaf, max, nature }) => [leaf, nature === 'score' ? (max ?? 0) : 0]),
  )
  const params = { district: spine.district.ref.slug, id }
  must('evaluation', await spine.office.call(ROUTES.evaluateProject, { params, body: { rubricId: rubric.id, scores } }))
  const [evaluation] = await spine.rows('SELECT inputs FROM evaluations WHERE subject_id = ?', id)
  return (JSON.parse(String(evaluation?.['inputs'])) as { measured: Record<string, number | null> }).measured
}
