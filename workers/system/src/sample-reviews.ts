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
