import { type Statement, statement } from '@shixun/db/statement'
import type { CohortRow } from '@shixun/db/tenant/cohorts'
import type { TenantScene } from './tenant-scene.ts'

/** The task of whoever decides about the nominated of a cohort. */
export const ADMISSION_TASK = 'cohort.nominated'

/** Whoever runs a cohort: the role whose inbox tells of it. */
export function runnerOf({ unitKind, unitId }: Pick<CohortRow, 'unitKind' | 'unitId'>): { role: string; unit: string } {
  if (unitKind === 'school') return { role: 'school_admin', unit: unitId }
  return unitKind === 'provider' ? { role: 'provider', unit: unitId } : { role: 'office', unit: '' }
}

/** One task for the runner however many are nominated: opened by the first, done when nobody waits for a decision. */
export function askToAdmit(scene: TenantScene, cohort: CohortRow): Statement[] {
  const { role, unit } = runnerOf(cohort)
  return [
    statement(
      `INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at, done_at)
       SELECT ?, ?, '${ADMISSION_TASK}', ?, ?, ?, ?, ?, NULL
       WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE entity = ? AND kind = '${ADMISSION_TASK}' AND done_at IS NULL)`,
      scene.newId('tsk'),
      cohort.id,
      cohort.title,
      role,
      unit,
      cohort.startsOn,
      scene.now,
      cohort.id,
    ),
  ]
}
