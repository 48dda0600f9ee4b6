import type { tasks } from '@shixun/db/tenant/schema/house'
import type { ReviewScene } from '../store.ts'

type Task = typeof tasks.$inferInsert

/** An answer waits in the inbox of the unit, whichever of the two kinds it is, until it says that it has seen it. */
export function answeredTasks(
  scene: ReviewScene,
  row: { id: string; title: string; unitId: string },
  state: 'settled' | 'dismissed',
): Task[] {
  const role = row.unitId.startsWith('prv_') ? 'provider' : 'school_admin'
  return [
    {
      id: scene.newId('tsk'),
      entity: row.id,
      kind: `appeal.${state}`,
      title: row.title,
      role,
      unit: row.unitId,
      dueOn: null,
      createdAt: scene.now,
      doneAt: null,
    },
  ]
}
