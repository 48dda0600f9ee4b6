import { assertion } from '@shixun/db/statement'
import { findDisagreement } from '@shixun/domain/quality/rankings/disagreement'
import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { chooseFor } from './fill-seats.ts'
import { giveSeats } from './give-seats.ts'
import { loadSeats } from './seats-in-hand.ts'

const NO_GAP = { code: 'state-refuses', facts: { state: '这份申报没有待处理的分差，或已加请专家' } } as const

/** 加评：an item whose sealed sheets lie too far apart gets one further expert; with that sheet sealed the gap is settled. */
export async function addExtraExpert(
  scene: ReviewScene,
  {
    params,
    body,
  }: { params: { id: string }; body: { applicationId: string; note: string; expertId?: string | undefined } },
): Promise<Verdict> {
  const named = body.expertId === undefined ? [] : [body.expertId]
  const hand = await loadSeats(scene, params.id, { items: [body.applicationId] }, { named })
  const item = hand?.items[0]
  if (!hand || !item) return refuse({ code: 'not-found' })
  const { panel, sheets } = hand
  if (panel.state !== 'scoring') return refuse({ code: 'state-refuses', facts: { state: '评审组已汇总' } })
  const sealed = sheets.flatMap(({ state, total }) => (state === 'submitted' && total !== null ? [total] : []))
  const { arbitration } = findDisagreement(sealed, panel)
  const extra = sheets.some(
    ({ seat, state }) => seat === 'extra' && (state === 'assigned' || state === 'declared' || state === 'submitted'),
  )
  if (!arbitration || extra || panel.gapWaived[item.id] !== undefined) return refuse(NO_GAP)
  const chosen = chooseFor(hand, item, 'extra', body.expertId)
  if (!chosen.ok) return chosen
  // two offices at once must not ask two: the second finds the seat taken
  const alone = assertion(
    'seat-free',
    `NOT EXISTS (SELECT 1 FROM scoresheets WHERE panel_id = ? AND application_id = ? AND seat = 'extra'
       AND state IN ('assigned', 'declared', 'submitted'))`,
    panel.id,
    item.id,
  )
  return giveSeats(scene, panel, body.note, [{ ...chosen.value, seat: 'extra', old: null }], [], [alone])
}
