import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { recomputationCard } from './recomputation-card.ts'
import { recomputeSlice } from './recompute-slice.ts'

/** 下一批：the page that shows the progress drives it too; whoever is slower finds the step done already. */
export async function stepRecomputation(
  scene: RegistryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const stepped = await recomputeSlice(scene, params.id)
  return stepped ? ok({ body: recomputationCard(scene, stepped.row) }) : refuse({ code: 'not-found' })
}
