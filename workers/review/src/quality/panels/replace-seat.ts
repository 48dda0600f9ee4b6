import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { chooseFor } from './fill-seats.ts'
import { giveSeats } from './give-seats.ts'
import { loadSeats, mayFill } from './seats-in-hand.ts'

const OVER = { code: 'state-refuses', facts: { state: '评审组已汇总' } } as const

/** 换人、补位：one seat goes to the first expert by the rule, or to the one that is named. A sealed sheet stays with its expert. */
export async function replaceSeat(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { sheetId: string; note: string; expertId?: string | undefined } },
): Promise<Verdict> {
  const named = body.expertId === undefined ? [] : [body.expertId]
  const hand = await loadSeats(scene, params.id, { sheet: body.sheetId }, { named })
  const old = hand?.sheets.find(({ id }) => id === body.sheetId)
  const item = hand?.items[0]
  if (!hand || !old || !item) return refuse({ code: 'not-found' })
  if (!mayFill(hand, item.id)) return refuse(OVER)
  const working = old.state === 'assigned' || old.state === 'declared'
  const givenUp = (old.state === 'recused' || old.state === 'voided') && old.version > 1
  const taken = hand.sheets.some(({ replaces }) => replaces === old.id)
  if ((!working && !givenUp) || taken) {
    const state = old.state === 'submitted' ? '评分表已提交封存，保留不换' : '这个席位已有人接替，或本来就不是席位'
    return refuse({ code: 'state-refuses', facts: { state } })
  }
  const chosen = chooseFor(hand, item, working ? 'replacement' : 'refill', body.expertId)
  if (!chosen.ok) return chosen
  return giveSeats(scene, hand.panel, body.note, [{ ...chosen.value, seat: old.seat, old }], [])
}
