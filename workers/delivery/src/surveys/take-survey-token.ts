import { commit, type Hand } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { statement } from '@shixun/db/statement'
import { endSurveyTask, invitationOfGuest, type SurveyRow, surveyById } from '@shixun/db/tenant/surveys'
import { chinaTime } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { loadSurvey } from './load-survey.ts'
import { signBlinded } from './token-key.ts'
import { untimedHand } from './untimed-hand.ts'

type Invitation = ReturnType<ReturnType<typeof invitationOfGuest>['decode']>

/**
 * 领取答题码：signs a token that the device made and blinded. What is kept, the blinded number and its signature, fits
 * every token there can be; a device that lost the answer gets the same signature again, another token nobody gets.
 */
export async function takeSurveyToken(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { blinded: string } },
): Promise<Verdict> {
  const loaded = await loadSurvey(scene, params.id, 'survey.answer')
  if (!loaded?.invitation) return refuse({ code: 'not-found' })
  return giveToken(scene, { ...loaded, invitation: loaded.invitation, hand: untimedHand(scene) }, body.blinded)
}

/** The one token of somebody who is invited, whoever made sure that it is they who ask. */
async function giveToken(
  scene: DeliveryScene,
  { row, invitation, hand }: { row: SurveyRow; invitation: Invitation; hand: Hand },
  blinded: string,
): Promise<Verdict> {
  const blindedHash = await sha256(blinded)
  if (invitation.taken)
    return invitation.blindedHash === blindedHash
      ? ok({ body: { signature: invitation.blindSignature } })
      : refuse({ code: 'survey-token-taken' })
  const { publicKey, privateKey } = row
  if (row.state !== 'open' || scene.now >= row.until || !publicKey || !privateKey)
    return refuse({ code: 'survey-closed', facts: { until: chinaTime(row.until) } })
  const signature = await signBlinded(scene, { id: row.id, publicKey, privateKey }, blinded)
  if (signature === null)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/blinded', problem: 'wrong_format' }] })
  const answer = { signature }
  const key = `${row.id}/${invitation.teacherId}`
  const refusal = await commit(
    scene.store.tenant,
    hand,
    [{ entity: key, version: 1, verb: 'take', after: { survey: row.id } }],
    [
      statement(
        `UPDATE survey_invitations SET taken = 1, blinded_hash = ?, blind_signature = ?
         WHERE survey_id = ? AND teacher_id = ?`,
        blindedHash,
        signature,
        row.id,
        invitation.teacherId,
      ),
      statement('UPDATE surveys SET taken = taken + 1 WHERE id = ?', row.id),
      endSurveyTask(row.id, invitation.teacherId, hand.now),
    ],
    storedAnswer(200, answer),
  )
  return refusal ? refuse({ code: 'survey-token-taken' }) : ok({ body: answer })
}

/**
 * 外局学员领取答题码：the pass that the home bureau gave to one teacher alone says who asks; what is signed is blinded as
 * anybody's. Nothing of it goes home.
 */
export async function takeGuestToken(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { pass: string; blinded: string } },
): Promise<Verdict> {
  const pass = await sha256(body.pass)
  const [[row], [invitation]] = await scene.store.tenant.read(
    surveyById(params),
    invitationOfGuest({ survey: params.id, pass }),
  )
  if (!row || row.state === 'draft') return refuse({ code: 'not-found' })
  if (!invitation) return refuse({ code: 'guest-pass-refused' })
  const hand = { ...untimedHand(scene), actor: 'public', repeat: null }
  return giveToken(scene, { row, invitation, hand }, body.blinded)
}
