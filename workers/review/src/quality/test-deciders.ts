import { type Client, clientOf } from '../../../../packages/testkit/src/client.ts'
import type { Spine } from '../../../../packages/testkit/src/test-spine.ts'
import { freshId, insertRows } from '../../../system/src/own-house.ts'

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
