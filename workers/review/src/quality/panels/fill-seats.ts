import { type RankedCandidate, rankCandidates, spreadSeats } from '@shixun/domain/quality/panels/replace-expert'
import type { SeatBy, SeatReason } from '@shixun/domain/quality/panels/seat-reason'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { GivenSeat, OldSeat, Unfilled } from './give-seats.ts'
import type { HandItem, SeatsInHand } from './seats-in-hand.ts'

const rulesOf = (barred: Map<string, { rule: string }[]>) =>
  new Map([...barred].map(([id, cards]) => [id, cards.map(({ rule }) => rule)]))

function reasonOf(item: HandItem, by: SeatBy, chosen: RankedCandidate, of: number, named: boolean): SeatReason {
  const { subject, phase, load, place } = chosen
  return {
    by,
    itemSubject: item.subject,
    itemPhase: item.phase,
    subject,
    phase,
    load,
    place: place ?? 1,
    of,
    ...(named ? { named } : {}),
  }
}

/** Why nobody can be asked for an item: how many are kept away by what. */
export function nobodyBecause(hand: SeatsInHand, item: string): string {
  const barred = hand.barredOn(item)
  const count = (test: (rule: string) => boolean) =>
    [...barred.values()].filter((cards) => cards.some(({ rule }) => test(rule))).length
  const seated = count((rule) => rule === 'seated')
  const away = count((rule) => rule === 'paused' || rule === 'left')
  const conflicted = barred.size - seated - away
  const parts = [
    seated > 0 ? `${seated} 位已参与过本项` : '',
    conflicted > 0 ? `${conflicted} 位须回避` : '',
    away > 0 ? `${away} 位暂停或已出库` : '',
  ].filter(Boolean)
  return parts.length ? parts.join('，') : '专家库里没有专家'
}

/** One seat: the first by the rule, or the one the office names when nothing bars them. */
export function chooseFor(
  hand: SeatsInHand,
  item: HandItem,
  by: SeatBy,
  expertId: string | undefined,
): Result<Pick<GivenSeat, 'applicationId' | 'title' | 'expertId' | 'expertName' | 'why'>, Refusal> {
  const barred = hand.barredOn(item.id)
  const ranked = rankCandidates({ item, candidates: hand.candidates, barred: rulesOf(barred), seed: hand.panel.seed })
  const free = ranked.filter(({ place }) => place !== null)
  const chosen = expertId === undefined ? free[0] : ranked.find(({ expert }) => expert === expertId)
  if (expertId !== undefined && (!chosen || chosen.place === null)) {
    const why = barred.get(expertId)?.map(({ detail }) => detail)
    const problem = chosen ? { problem: 'expert_barred', limit: why?.join('；') ?? '' } : { problem: 'not_in_district' }
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/expertId', ...problem }] })
  }
  if (!chosen) return refuse({ code: 'nobody-to-ask', facts: { title: item.title, why: nobodyBecause(hand, item.id) } })
  return ok({
    applicationId: item.id,
    title: item.title,
    expertId: chosen.expert,
    expertName: hand.candidates.find(({ id }) => id === chosen.expert)?.name ?? '',
    why: reasonOf(item, by, chosen, free.length, expertId !== undefined && chosen.place !== 1),
  })
}

/** Several seats at once, evenly; those for which nobody can be asked are told. */
export function spreadOver(
  hand: SeatsInHand,
  seats: readonly (OldSeat & { applicationId: string })[],
  by: SeatBy,
): { given: GivenSeat[]; unfilled: Unfilled[] } {
  const itemOf = new Map(hand.items.map((item) => [item.id, item]))
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]))
  const filled = spreadSeats({
    seed: hand.panel.seed,
    candidates: hand.candidates,
    seats: seats.flatMap((seat) => {
      const item = itemOf.get(seat.applicationId)
      return item ? [{ seat: seat.id, item, barred: rulesOf(hand.barredOn(item.id)) }] : []
    }),
  })
  const nameOf = new Map(hand.candidates.map(({ id, name }) => [id, name]))
  const given: GivenSeat[] = []
  const unfilled: Unfilled[] = []
  for (const { seat, chosen, of } of filled) {
    const old = seatOf.get(seat)
    const item = old && itemOf.get(old.applicationId)
    if (!old || !item) continue
    const { id: applicationId, title } = item
    if (!chosen) unfilled.push({ applicationId, title, sheetId: seat, why: nobodyBecause(hand, applicationId) })
    else
      given.push({
        applicationId,
        title,
        expertId: chosen.expert,
        expertName: nameOf.get(chosen.expert) ?? '',
        seat: old.seat,
        why: reasonOf(item, by, chosen, of, false),
        old,
      })
  }
  return { given, unfilled }
}
