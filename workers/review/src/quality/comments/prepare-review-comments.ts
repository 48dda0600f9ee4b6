import { commit } from '@shixun/db/commit'
import { insertMany } from '@shixun/db/statement'
import {
  commentedOfPanel,
  expertNames,
  providerNames,
  schoolNames,
  uncollectedOfPanel,
} from '@shixun/db/tenant/comments'
import { commentReleases } from '@shixun/db/tenant/schema/comments'
import { panelWithRubric } from '@shixun/db/tenant/scoring'
import { nameMasker } from '@shixun/domain/quality/blindness/name-marks'
import { COMMENT_RELEASE } from '@shixun/domain/quality/comments/comment-release'
import { collectComments } from '@shixun/domain/quality/comments/released-comments'
import { PANEL } from '@shixun/domain/quality/lifecycles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { namesToHide } from './load-comments.ts'

/** Applications collected by one request. */
const AT_ONCE = 200

/** 整理评审意见：once a panel is concluded, what its experts wrote is collected by application, under drawn numbers and without names. */
export async function prepareReviewComments(
  scene: ReviewScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const { id } = params
  const [[panel], waiting, sheets, experts, schools, providers] = await scene.store.tenant.read(
    panelWithRubric({ id }),
    uncollectedOfPanel({ id, limit: AT_ONCE + 1 }),
    commentedOfPanel({ id, limit: AT_ONCE }),
    expertNames(),
    schoolNames(),
    providerNames(),
  )
  if (!panel) return refuse({ code: 'not-found' })
  if (panel.state !== 'concluded') return refuse({ code: 'state-refuses', facts: { state: PANEL.states[panel.state] } })
  const taken = waiting.slice(0, AT_ONCE)
  const rows = taken.map((item) => {
    const rowId = scene.newId('rvc')
    const mask = nameMasker(namesToHide(experts, [...schools, ...providers], item.unitName))
    const own = sheets.filter((sheet) => sheet.applicationId === item.id)
    return {
      id: rowId,
      panelId: id,
      applicationId: item.id,
      title: item.title,
      unitKind: item.unitKind,
      unitId: item.unitId,
      unitName: item.unitName,
      state: COMMENT_RELEASE.initial,
      // the id is made of chance and never shown with the words: nobody can draw the order again
      experts: collectComments(panel.rubric, own, { seed: rowId, mask }),
      released: [],
      releasedAt: null,
      releasedBy: null,
      withdrawNote: null,
      version: 1,
      createdAt: scene.now,
    }
  })
  const without = rows.filter((row) => row.experts.length === 0).length
  const answer = { prepared: rows.length, without, more: waiting.length > taken.length }
  const [first, ...others] = rows.map((row) => ({
    entity: row.id,
    version: 1,
    verb: 'create',
    after: { state: row.state, application: row.applicationId, experts: row.experts },
  }))
  if (!first) return ok({ body: answer })
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [first, ...others],
    [
      insertMany(commentReleases, rows),
      ...arriveMany(scene, COMMENT_RELEASE, rows, null, COMMENT_RELEASE.initial, () => ({})),
    ],
    storedAnswer(200, answer),
  )
  return refusal ? refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } })) : ok({ body: answer })
}
