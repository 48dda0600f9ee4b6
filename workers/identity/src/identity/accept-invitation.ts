import { commit } from '@shixun/db/commit'
import { accountById, membershipsOf } from '@shixun/db/directory/accounts'
import { invitationOfCode, takeInvitation } from '@shixun/db/directory/memberships'
import { accounts, memberships } from '@shixun/db/directory/schema'
import { sha256 } from '@shixun/db/sha256'
import { insert, updateSeen } from '@shixun/db/statement'
import { readActivationCode } from '@shixun/domain/identity/activation-code'
import { joinsPosts } from '@shixun/domain/identity/grant-roles'
import type { Person } from '@shixun/domain/identity/visitor'
import { compareInstants } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { sessionView } from './session-answer.ts'

/** One try; null when the account or the invitation changed in between, so that what stands must be read again. */
async function join(scene: IdentityScene, visitor: Person, codeHash: string): Promise<Verdict | null> {
  const { store, now } = scene
  const [[invitation], [account], held] = await store.directory.read(
    invitationOfCode({ code: codeHash }),
    accountById({ account: visitor.account }),
    membershipsOf({ account: visitor.account }),
  )
  if (!account) return refuse({ code: 'not-signed-in' })
  if (!invitation || compareInstants(invitation.expiresAt, now) <= 0) return refuse({ code: 'activation-code-invalid' })
  const { role, unit, unitName, districtId, slug, districtName, kind } = invitation
  const there = held.filter((one) => one.districtId === districtId)
  const refused = { code: 'already-exists' as const, facts: { what: unitName ?? districtName } }
  if (there.some((one) => one.role === role && one.unit === unit)) return refuse(refused)
  if (
    joinsPosts(
      there.map((one) => one.role),
      [role],
    )
  )
    return refuse({ code: 'posts-separate' })
  const given = { id: scene.newId('mem'), accountId: account.id, districtId, role, unit, unitName }
  const row = { ...given, membershipDivision: null, slug, districtName, kind }
  const answer = sessionView(account, [...held, row], visitor.membership)
  const after = { membership: given.id, district: districtId, role, unit }
  const refusal = await commit(
    store.directory,
    scene.hand,
    [
      { entity: invitation.id, version: 2, verb: 'accept', after: { account: account.id, membership: given.id } },
      { entity: account.id, version: account.version + 1, verb: 'join', after },
    ],
    [
      takeInvitation(invitation.id, account.id, now),
      updateSeen(accounts, account, {}),
      insert(memberships, { ...given, createdAt: now }),
    ],
    storedAnswer(201, answer),
  )
  if (refusal?.kind === 'duplicate') return refuse(refused)
  return refusal ? null : ok({ status: 201, body: answer })
}

/**
 * 加入其他教育局：the person takes a role that another bureau offers, and keeps what they have. A code works once: the
 * invitation's second version can be journalled by one alone. Codes of 128 bits need no lock-out.
 */
export async function acceptInvitation(scene: IdentityScene, { body }: { body: { code: string } }): Promise<Verdict> {
  const { visitor } = scene
  if (visitor.kind !== 'person') return refuse({ code: 'not-signed-in' })
  const codeHash = await sha256(readActivationCode(body.code) ?? '')
  const first = await join(scene, visitor, codeHash)
  return first ?? (await join(scene, visitor, codeHash)) ?? refuse({ code: 'version-stale' })
}
