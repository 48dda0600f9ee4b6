import { commit, type JournalEvent } from '@shixun/db/commit'
import { takenUsernames } from '@shixun/db/directory/accounts'
import { accounts, activationCodes, memberships } from '@shixun/db/directory/schema'
import { insertMany } from '@shixun/db/statement'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { hereOf } from './account-view.ts'
import { type Accepted, checkImport, grantOf, type ImportRow } from './check-import.ts'
import { newActivation } from './new-activation.ts'
import { unitNamesOf } from './unit-names.ts'

/** Rows of the tables, one account after the other. */
async function rowsOf(scene: IdentityScene, accepted: readonly Accepted[]) {
  const { now } = scene
  const home = hereOf(scene).id
  return Promise.all(
    accepted.map(async ({ username, name, role, unit, unitName }) => {
      const id = scene.newId('acc')
      const event: JournalEvent = {
        entity: id,
        version: 1,
        verb: 'create',
        after: { username, name, roles: [role], state: 'invited' },
      }
      return {
        event,
        account: { id, username, name, state: 'invited' as const, homeDistrictId: home, version: 1, createdAt: now },
        membership: { id: scene.newId('mem'), accountId: id, districtId: home, role, unit, unitName, createdAt: now },
        activation: await newActivation(id, now),
      }
    }),
  )
}

/** 批量新建账号：what is right in the list is created in one batch, what is wrong is told by row and column. */
export async function importAccounts(
  scene: IdentityScene,
  { body }: { body: { rows: readonly ImportRow[] } },
): Promise<Verdict> {
  const { store } = scene
  const grants = body.rows.map(grantOf)
  const names = await unitNamesOf(
    scene,
    grants.flatMap((grant) => grant ?? []),
  )
  let at = 0
  const unitNames = grants.map((grant) => (grant ? (names[at++] ?? null) : null))
  const usernames = body.rows.map(({ username }) => username.trim().toLowerCase())
  const [found] = await store.directory.read(takenUsernames({ usernames: JSON.stringify(usernames) }))
  const taken = new Set(found.map(({ username }) => username))
  const { accepted, rejected } = checkImport(hereOf(scene).kind, body.rows, taken, unitNames)
  const made = await rowsOf(scene, accepted)
  const codes = made.map(({ account: { username, name }, activation }) => ({
    username,
    name,
    activationCode: activation.activationCode,
  }))
  const answer = { accepted: accepted.length, rejected, codes }
  const figures = { accepted: accepted.length, rejected: rejected.length }
  const refusal = await commit(
    store.directory,
    scene.hand,
    [
      { entity: scene.newId('req'), version: 1, verb: 'import-accounts', after: figures },
      ...made.map(({ event }) => event),
    ],
    [
      insertMany(
        accounts,
        made.map(({ account }) => account),
      ),
      insertMany(
        memberships,
        made.map(({ membership }) => membership),
      ),
      insertMany(
        activationCodes,
        made.map(({ activation }) => activation.row),
      ),
    ],
    storedAnswer(200, await store.keyed.seal(answer)),
  )
  if (refusal?.kind === 'duplicate') return refuse({ code: 'already-exists', facts: { what: '用户名' } })
  return refusal ? refuse({ code: 'version-stale' }) : ok({ body: answer })
}
