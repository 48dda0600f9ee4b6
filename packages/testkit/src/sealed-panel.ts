import { expertLeaves } from '@shixun/domain/quality/rubrics/rubric'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { insertRows, type Row } from '../../../workers/system/src/own-house.ts'
import * as sample from '../../../workers/system/src/sample-rows.ts'
import type { Spine } from './test-spine.ts'

/** Points on every criterion of the review rubric that add up to a total, in hundredths: the first criteria are filled first. */
function scoresOf(total: number): Record<string, number> {
  const rubric = SAMPLE_RUBRICS.find(({ use }) => use === 'application')?.rubric
  if (!rubric) throw new Error('no sample rubric of review')
  let left = total
  return Object.fromEntries(
    expertLeaves(rubric).map(({ key, max, nature }) => {
      const points = nature === 'score' ? Math.min(max, left) : 0
      left -= points
      return [key, points]
    }),
  )
}

export type SealedPanel = { id: string; callId: string; items: string[] }

/**
 * A panel all of whose sheets are sealed, put into the database as scoring leaves it: `totals[item][rater]` in hundredths, null
 * where that rater had no seat. Titles are 项目 01, 项目 02 …
 */
export async function sealedPanel(
  spine: Pick<Spine, 'district' | 'reviewRubric' | 'openCall'>,
  given: {
    unit: sample.Unit
    raters: readonly { id: string }[]
    totals: readonly (readonly (number | null)[])[]
    review?: Record<string, unknown>
    title?: string
  },
): Promise<SealedPanel> {
  const review = { blindness: 'double', method: 'mean', expertsPerItem: 3, quota: 1, ...given.review }
  const callId = await spine.openCall({ title: given.title ?? '2026 年申报', review })
  const items = given.totals.map((_, at) =>
    sample.application(callId, given.unit, 'in_review', { title: `项目 ${String(at + 1).padStart(2, '0')}` }),
  )
  const panel = { ...sample.panel(callId, spine.reviewRubric), method: review.method }
  const now = new Date().toISOString()
  const sheets = given.totals.flatMap((row, at) =>
    row.flatMap((total, r): Row[] =>
      total === null
        ? []
        : [
            {
              ...sample.sheet(panel.id, items[at]?.id ?? '', given.raters[r]?.id ?? ''),
              state: 'submitted',
              scores: scoresOf(total),
              total,
              sealed_at: now,
            },
          ],
    ),
  )
  const tenant = spine.district.tenant
  for (let from = 0; from < items.length; from += 200)
    await insertRows(tenant, 'applications', items.slice(from, from + 200))
  await insertRows(tenant, 'panels', [{ ...panel, sheets_total: sheets.length, sheets_in: sheets.length }])
  for (let from = 0; from < sheets.length; from += 200)
    await insertRows(tenant, 'scoresheets', sheets.slice(from, from + 200))
  return { id: panel.id, callId, items: items.map(({ id }) => id) }
}
