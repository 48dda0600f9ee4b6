import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import type { Stage } from './stage.ts'

type Draft = { id: string; version: number; body: Rubric }

/** The bureau's own wording in the next version of the review rubric: two weights moved, one criterion renamed. */
function reworked(body: Rubric): Rubric {
  const points: Readonly<Record<string, number>> = { 'input.course': 1000, 'effect.outcome': 1500 }
  return {
    ...body,
    criteria: body.criteria.map((group) => ({
      ...group,
      children: group.children?.map((leaf) => ({
        ...leaf,
        max: points[leaf.key] ?? leaf.max,
        title: leaf.key === 'effect.follow_up' ? '训后跟踪与区域推广' : leaf.title,
      })),
    })),
  }
}

/** The studios' rubric is published, next year's review rubric is a version in the making, the project county's lacks points. */
export async function draftRubrics(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const at = `${stage.base}/rubrics`
  const begin = (key: string, change: (body: Rubric) => Rubric = (body) => body) => {
    const sample = SAMPLE_RUBRICS.find((one) => one.key === key)
    if (!sample) throw new Error(`no sample ${key}`)
    const purpose = sample.use === 'application' ? 'review' : sample.use
    return office.must<Draft>(at, { purpose, sample: key, body: change(sample.rubric) })
  }
  const studio = await begin('studio')
  await office.must(`${at}/${studio.id}/actions/publish`)
  await begin('national_county', (body) => ({ ...body, criteria: body.criteria.slice(0, 3) }))
  const next = await office.must<Draft>(`${at}/${stage.reviewRubric}/next-version`)
  await office.send('PATCH', `${at}/${next.id}`, { body: reworked(next.body) }, { 'if-match': `"${next.version}"` })
}
