import { commit } from '@shixun/db/commit'
import { invitations } from '@shixun/db/directory/schema'
import { insert } from '@shixun/db/statement'
import { type Grant, grantProblem } from '@shixun/domain/identity/grant-roles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { hereOf } from './account-view.ts'
import { newCode } from './new-activation.ts'
import { unitNamesOf } from './unit-names.ts'

/**
 * 邀请外单位人员：a role of this bureau for whoever brings the code. Nobody is looked up, so that the bureau learns of no
 * account before its person has taken the role; the answer carries the code, this once.
 */
export async function createInvitation(scene: IdentityScene, { body }: { body: Grant }): Promise<Verdict> {
  const { store, now } = scene
  const here = hereOf(scene)
  const [unitName = null] = await unitNamesOf(scene, [body])
  const wrong = grantProblem(here.kind, body, unitName)
  if (wrong) return refuse({ code: 'invalid-input', fields: [{ pointer: `/${wrong.member}`, problem: wrong.problem }] })
  const { code, codeHash, expiresAt } = await newCode(now)
  const offered = { id: scene.newId('inv'), role: body.role, unit: body.unit ?? null, unitName }
  const answer = { ...offered, code, expiresAt }
  const after = { role: offered.role, unit: offered.unit, district: here.id, expiresAt }
  const refusal = await commit(
    store.directory,
    scene.hand,
    [{ entity: offered.id, version: 1, verb: 'invite', after }],
    [insert(invitations, { ...offered, districtId: here.id, codeHash, expiresAt, createdAt: now })],
    storedAnswer(201, await store.keyed.seal(answer)),
  )
  return refusal ? refuse({ code: 'version-stale' }) : ok({ status: 201, body: answer })
}
