import { commit } from '@shixun/db/commit'
import { accounts, activationCodes, memberships } from '@shixun/db/directory/schema'
import { insert, insertMany } from '@shixun/db/statement'
import { type Grant, grantProblems, joinsPosts } from '@shixun/domain/identity/grant-roles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { accountView, hereOf } from './account-view.ts'
import { newActivation } from './new-activation.ts'
import { unitNamesOf } from './unit-names.ts'

type Body = { username: string; name: string; memberships: readonly Grant[] }

/** 新建账号：without a password; the answer carries the activation code, this once. A repeat of the request gets it from a sealed copy. */
export async function createAccount(scene: IdentityScene, { body }: { body: Body }): Promise<Verdict> {
  const { store, now } = scene
  const here = hereOf(scene)
  const names = await unitNamesOf(scene, body.memberships)
  const fields = grantProblems(here.kind, body.memberships, names, '/memberships')
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const roles = body.memberships.map(({ role }) => role)
  if (joinsPosts([], roles)) return refuse({ code: 'posts-separate' })
  const { username, name } = body
  const account = {
    id: scene.newId('acc'),
    username,
    name,
    state: 'invited' as const,
    homeDistrictId: here.id,
    version: 1,
    createdAt: now,
  }
  const given = body.memberships.map(({ role, unit = null }, index) => ({
    id: scene.newId('mem'),
    role,
    unit,
    unitName: names[index] ?? null,
  }))
  const { activationCode, expiresAt, row } = await newActivation(account.id, now)
  const view = accountView(scene, { ...account, hasPassword: 0, roles: JSON.stringify(given) })
  const answer = { ...view, activationCode, expiresAt }
  const refusal = await commit(
    store.directory,
    scene.hand,
    [{ entity: account.id, version: 1, verb: 'create', after: { username, name, roles, state: 'invited' } }],
    [
      insert(accounts, account),
      insertMany(
        memberships,
        given.map((one) => ({ ...one, accountId: account.id, districtId: here.id, createdAt: now })),
      ),
      insert(activationCodes, row),
    ],
    storedAnswer(201, await store.keyed.seal(answer), 1),
  )
  if (refusal?.kind === 'duplicate') return refuse({ code: 'already-exists', facts: { what: username } })
  return refusal ? refuse({ code: 'version-stale' }) : ok({ status: 201, body: answer, version: 1 })
}
