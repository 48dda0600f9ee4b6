import { type Client, clientOf } from '../../../../../packages/testkit/src/client.ts'
import type { Spine } from '../../../../../packages/testkit/src/test-spine.ts'
import { freshId, insertRows } from '../../../../system/src/own-house.ts'

export type Decider = { client: Client; account: string }

/** Somebody who decides, under a name of their own, with further posts in the same district. */
export async function decider(
  { house, district }: Spine,
  role: 'office' | 'finance' | 'curator',
  { name, also = [] }: { name?: string; also?: { role: string; unit: string }[] } = {},
): Promise<Decider> {
  const { token, account } = await house.session({ role, district })
  if (name !== undefined)
    await house.directory.prepare('UPDATE accounts SET name = ? WHERE id = ?').bind(name, account).all()
  const at = new Date().toISOString()
  const rows = also.map((one) => ({
    id: freshId('mem'),
    account_id: account,
    district_id: district.ref.id,
    ...one,
    created_at: at,
  }))
  await insertRows(house.directory, 'memberships', rows)
  return { client: clientOf(house.url, { token }), account }
}

/** A session of a cohort that somebody of this name taught, with its booking. */
export async function taughtSession(spine: Spine, cohort: string, name: string): Promise<void> {
  const time = { starts_at: '2026-05-01T01:00:00.000Z', ends_at: '2026-05-01T03:00:00.000Z', minutes: 120 }
  const { id } = await spine.put('sessions', {
    id: freshId('ses'),
    cohort_id: cohort,
    stage_id: 's1',
    topic: '讲座',
    module: '师德',
    channel: 'concentrated',
    trainers: [{ name, unit: '', title: '' }],
    place: '',
    state: 'held',
    version: 1,
    created_at: time.starts_at,
    updated_at: time.starts_at,
    ...time,
  })
  await spine.put('session_bookings', {
    key: `trainer/${name}`,
    session_id: id,
    cohort_id: cohort,
    topic: '讲座',
    cohort_title: '第 1 班',
    ...time,
  })
}
