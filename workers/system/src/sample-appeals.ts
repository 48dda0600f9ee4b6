import { freshId, type Row } from './own-house.ts'
import type { Unit } from './sample-rows.ts'

const AT = '2026-01-05T01:00:00.000Z'

/** An appeal of a unit against the result of its project. Only one a result may stand: the others are withdrawn from their own. */
export function sampleAppeal(
  project: Row & { id: string },
  unit: Unit,
  evaluation: string,
  state: string,
): Row & { id: string } {
  return {
    id: freshId('apl'),
    evaluation_id: evaluation,
    subject_kind: 'project',
    subject_id: project.id,
    title: String(project['title']),
    unit_id: unit.id,
    unit_name: unit.name,
    state,
    text: '出勤率统计有误。',
    points: [],
    filed_on: '2026-01-05',
    due_on: '2026-01-19',
    way: state === 'accepted' || state === 'settled' ? 'arithmetic' : null,
    version: 1,
    created_at: AT,
  }
}
