import { statement } from '@shixun/db/statement'
import { importsToSweep } from '@shixun/db/tenant/roster-imports'
import { addDays, chinaDate, startOfChinaDay } from '@shixun/domain/shared/china-time'
import type { RegistryScene } from '../store.ts'

/** Rows of an import are kept so long after its last step: until then it can be taken back or its errors fetched. */
const KEPT_DAYS = 30
const ROWS = 2000

/** Removes staged rows, which hold sealed numbers, once nobody needs them: one slice of one import a round. */
export async function sweepRosterImports({ store, now }: Pick<RegistryScene, 'store' | 'now'>): Promise<void> {
  const before = startOfChinaDay(addDays(chinaDate(now), -KEPT_DAYS))
  const [[row]] = await store.tenant.read(importsToSweep({ before }))
  if (!row) return
  await store.tenant.write([
    statement(
      'DELETE FROM roster_import_rows WHERE import_id = ? AND no IN (SELECT no FROM roster_import_rows WHERE import_id = ? ORDER BY no LIMIT ?)',
      row.id,
      row.id,
      ROWS,
    ),
    // what was begun and left lying is given up with its rows
    statement(
      "UPDATE roster_imports SET swept = 1, state = CASE WHEN state IN ('staging', 'checked') THEN 'discarded' ELSE state END WHERE id = ? AND NOT EXISTS (SELECT 1 FROM roster_import_rows WHERE import_id = ?)",
      row.id,
      row.id,
    ),
  ])
}
