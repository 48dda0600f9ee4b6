import { rankCandidates } from '@shixun/domain/quality/panels/replace-expert'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { loadSeats } from './seats-in-hand.ts'

/** 可请的专家：those of the panel and of the library in the order of the rule; those barred follow with what bars them. */
export async function listSeatCandidates(
  scene: ReviewScene,
  { params, query }: { params: { id: string }; query: { application: string; q?: string | undefined } },
): Promise<Verdict> {
  const hand = await loadSeats(scene, params.id, { items: [query.application] }, { q: query.q })
  const item = hand?.items[0]
  if (!hand || !item) return refuse({ code: 'not-found' })
  const barred = hand.barredOn(item.id)
  const known = new Map(hand.candidates.map((one) => [one.id, one]))
  const ranked = rankCandidates({
    item,
    candidates: hand.candidates,
    barred: new Map([...barred].map(([id, cards]) => [id, cards.map(({ rule }) => rule)])),
    seed: hand.panel.seed,
  })
  return ok({
    body: {
      applicationId: item.id,
      title: item.title,
      subject: item.subject,
      phase: item.phase,
      candidates: ranked
        .map(({ expert, barred: _, ...one }) => ({
          expertId: expert,
          name: known.get(expert)?.name ?? '',
          subjects: [...(known.get(expert)?.subjects ?? [])],
          phases: [...(known.get(expert)?.phases ?? [])],
          inPanel: known.get(expert)?.inPanel ?? false,
          ...one,
          barred: barred.get(expert) ?? [],
        }))
        .filter(({ name }) => name.startsWith(query.q ?? '')),
    },
  })
}
