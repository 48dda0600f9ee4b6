import { freshId, type Row } from './own-house.ts'
import type { Unit } from './sample-rows.ts'

const AT = '2026-05-20T01:00:00.000Z'

/** A visit to a project by one expert, `planned` with an open record or told to the unit with a sealed one; and a photograph of it. */
export function sampleInspection(
  project: Row & { id: string },
  unit: Unit,
  expert: string,
  state: 'planned' | 'released',
): { visit: Row & { id: string }; sheet: Row & { id: string }; photo: Row & { id: string } } {
  const done = state === 'released'
  const visit = {
    id: freshId('isp'),
    project_id: project.id,
    title: String(project['title']),
    unit_id: unit.id,
    unit_name: unit.name,
    checklist: [{ key: 'check.1', title: '场地与申报一致', kind: 'yes_no', nature: null, max: 0, help: '' }],
    visit_on: '2026-05-20',
    purpose: '',
    state,
    sheets_total: 1,
    sheets_sealed: done ? 1 : 0,
    sealed_at: done ? AT : null,
    released_at: done ? AT : null,
    version: 1,
    created_at: AT,
  }
  const sheet = {
    id: freshId('ins'),
    inspection_id: visit.id,
    expert_id: expert,
    visitor_name: '专家',
    state: done ? 'sealed' : 'open',
    entries: { 'check.1': { score: null, answer: 'yes', note: '', at: AT } },
    summary: '',
    received_by: done ? '王主任' : '',
    sealed_at: done ? AT : null,
    version: 1,
    created_at: AT,
  }
  const photo = {
    id: freshId('iph'),
    inspection_id: visit.id,
    sheet_id: sheet.id,
    item_key: 'check.1',
    caption: '',
    taken_at: AT,
    media_type: 'image/jpeg',
    size: 10,
    sha256: 'f'.repeat(64),
    object_key: `none/${sheet.id}`,
    created_at: AT,
  }
  return { visit, sheet, photo }
}
