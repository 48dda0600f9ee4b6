import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { nobodyBecause, spreadOver } from './fill-seats.ts'
import { giveSeats } from './give-seats.ts'
import { loadSeats, mayFill } from './seats-in-hand.ts'

/** 补位：all seats that recusals and late conflicts left empty are given to others, evenly. */
export async function refillSeats(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { note: string } },
): Promise<Verdict> {
  const hand = await loadSeats(scene, params.id, { open: true })
  if (!hand) return refuse({ code: 'not-found' })
  const filled = new Set(hand.sheets.map(({ replaces }) => replaces))
  const empty = hand.sheets.filter(
    (sheet) => (sheet.state === 'recused' || sheet.state === 'voided') && sheet.version > 1 && !filled.has(sheet.id),
  )
  const seats = empty.filter(({ applicationId }) => mayFill(hand, applicationId))
  const [first] = seats
  if (!first) {
    const state = hand.panel.state === 'scoring' ? '没有空出的席位' : '评审组已汇总，没有因回避而无人评分的申报'
    return refuse({ code: 'state-refuses', facts: { state } })
  }
  const { given, unfilled } = spreadOver(hand, seats, 'refill')
  if (given.length === 0) {
    const title = hand.items.find(({ id }) => id === first.applicationId)?.title ?? ''
    return refuse({ code: 'nobody-to-ask', facts: { title, why: nobodyBecause(hand, first.applicationId) } })
  }
  return giveSeats(scene, hand.panel, body.note, given, unfilled)
}
