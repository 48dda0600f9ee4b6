import type { KeptResult } from '@shixun/domain/quality/rankings/panel-result'
import { reliability } from '@shixun/domain/quality/reliability/reliability'
import { freshId, type Row } from './own-house.ts'
import type * as sample from './sample-rows.ts'

/** The comments on one application as they were released to its unit. */
export const commentRelease = (panel: string, application: string, unit: sample.Unit): Row & { id: string } => ({
  id: freshId('rvc'),
  panel_id: panel,
  application_id: application,
  title: '班主任培训',
  unit_kind: unit.kind,
  unit_id: unit.id,
  unit_name: unit.name,
  state: 'released',
  experts: JSON.stringify([{ no: 1, sheetId: freshId('she'), general: '可行', omitted: false, criteria: [] }]),
  released: JSON.stringify([{ no: 1, general: '可行', criteria: [] }]),
  released_at: '2026-05-03T09:00:00.000Z',
  released_by: '师训科',
  withdraw_note: null,
  version: 1,
  created_at: '2026-05-03T09:00:00.000Z',
})

/** What a panel keeps that was concluded twice and is open again. */
export function twiceConcluded(): { round: number; result: KeptResult } {
  return {
    round: 2,
    result: {
      engine: 'quality/2',
      method: 'mean',
      calibrated: false,
      calibrationReason: null,
      itemsTotal: 1,
      fallbacks: 0,
      histogram: Array.from({ length: 101 }, () => 0),
      raters: [],
      criteria: [],
      tieBreak: [],
      line: { quota: 1, seatsLeft: 0, tied: [], decidedBy: [] },
      reliability: reliability([]),
      round: 2,
      sheetsCounted: 2,
      voided: 0,
      severities: null,
      sheetsSha256: '0'.repeat(64),
      note: null,
    },
  }
}

/** The standing of one application after each of two conclusions. */
export const twoRounds = (panel: string, application: string, unit: sample.Unit): Row[] =>
  [1, 2].map((round) => ({
    panel_id: panel,
    round,
    seq: 1,
    application_id: application,
    title: '班主任培训',
    unit_name: unit.name,
    place: 1,
    seat: 'in',
    tied: 0,
    same_published: 0,
    broken_by: '[]',
    fallback: null,
    official: 8000 + round,
    mean: 8000 + round,
    median: 8000,
    trimmed: null,
    severity_adjusted: null,
    places: JSON.stringify({ mean: 1, median: 1, trimmed: null, severityAdjusted: null }),
    gap: 0,
    arbitration: 0,
    settled: null,
    vetoed: '[]',
    sheets: 2,
    evaluation_id: null,
  }))
