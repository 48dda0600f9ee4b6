import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { nobodyBecause, spreadOver } from './fill-seats.ts'
import { giveSeats } from './give-seats.ts'
import { loadSeats } from './seats-in-hand.ts'

/**
 * 整组换人：every unsealed sheet of one expert goes to others, evenly; sealed ones stay and count, and nobody else's seat is
 * touched. A seat for which nobody can be asked stays where it is and is told.
 */
export async function replaceExpert(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { expertId: string; note: string } },
): Promise<Verdict> {
  const { expertId, note } = body
  const hand = await loadSeats(scene, params.id, { of: expertId })
  if (!hand) return refuse({ code: 'not-found' })
  if (hand.panel.state !== 'scoring') return refuse({ code: 'state-refuses', facts: { state: '评审组已汇总' } })
  const seats = hand.sheets.filter(
    (sheet) => sheet.expertId === expertId && (sheet.state === 'assigned' || sheet.state === 'declared'),
  )
  const [first] = seats
  if (!first) return refuse({ code: 'state-refuses', facts: { state: '这位专家在本组没有未提交的评分表' } })
  const { given, unfilled } = spreadOver(
    { ...hand, candidates: hand.candidates.filter(({ id }) => id !== expertId) },
    seats,
    'replacement',
  )
  if (given.length === 0) {
    const title = hand.items.find(({ id }) => id === first.applicationId)?.title ?? ''
    return refuse({ code: 'nobody-to-ask', facts: { title, why: nobodyBecause(hand, first.applicationId) } })
  }
  return giveSeats(scene, hand.panel, note, given, unfilled)
}
