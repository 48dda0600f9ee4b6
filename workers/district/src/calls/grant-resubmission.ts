import { type Statement, statement } from '@shixun/db/statement'
import { APPLICATION } from '@shixun/domain/calls/application'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import type { DistrictScene } from '../store.ts'

const DAYS = APPLICATION.waits.returned?.[0]?.days ?? 7

/**
 * What is returned for revision may come back, also when the window closes meanwhile: a recorded extension to the end of
 * the day on which the unit's task falls due. A later extension that stands already is left.
 */
export function grantResubmission(scene: DistrictScene, ids: readonly string[]): Statement {
  const until = `${addDays(chinaDate(scene.now), DAYS)}T15:59:59.000Z`
  return statement(
    `INSERT INTO extensions (call_id, unit_id, until, reason, created_at)
     SELECT a.call_id, a.unit_id, ?, '退回修改', ? FROM applications a JOIN calls c ON c.id = a.call_id
     WHERE a.id IN (SELECT value FROM json_each(?)) AND c.closes_at < ?
     ON CONFLICT (call_id, unit_id) DO UPDATE SET until = excluded.until, reason = excluded.reason
     WHERE excluded.until > extensions.until`,
    until,
    scene.now,
    JSON.stringify(ids),
    until,
  )
}
