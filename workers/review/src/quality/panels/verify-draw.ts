import { drawnSeats, drawOfPanel } from '@shixun/db/tenant/panels'
import { compareSeats, redraw } from '@shixun/domain/quality/panels/panel-draw'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { drawSeed } from './draw-seed.ts'

const SHOWN = 50

/**
 * 核对抽签：the seed worked out again from the applications, the draw made again from what was kept of its inputs, and both
 * compared with the sheets as they were given. The library plays no part: it may have changed since.
 */
export async function verifyDraw(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[panel], found] = await scene.store.tenant.read(
    drawOfPanel({ panel: params.id }),
    drawnSeats({ panel: params.id }),
  )
  if (!panel) return refuse({ code: 'not-found' })
  const { draw, callId, seed } = panel
  if (draw === null) {
    const nothing = { engine: null, on: null, seeds: [{ seed, reason: null }], items: 0, seats: 0, conflicts: 0 }
    return ok({
      body: { ...nothing, experts: [], seedHolds: false, drawHolds: false, sheetsHold: false, differences: [] },
    })
  }
  const { drawn, kept } = redraw(draw)
  const again = await Promise.all(
    draw.seeds.map((_, at) =>
      drawSeed(
        callId,
        draw.items.map(([id]) => id),
        at + 1,
      ),
    ),
  )
  const redrawn = compareSeats(drawn, kept)
  const given = compareSeats(kept, found)
  const loads = new Map<string, number>()
  for (const { expert } of kept) loads.set(expert, (loads.get(expert) ?? 0) + 1)
  const barred = draw.experts.map(() => 0)
  for (const [, expert] of draw.conflicts) barred[expert] = (barred[expert] ?? 0) + 1
  return ok({
    body: {
      engine: draw.engine,
      on: draw.on,
      seeds: draw.seeds,
      items: draw.items.length,
      seats: kept.length,
      conflicts: draw.conflicts.length,
      experts: draw.experts.map((one, at) => ({ ...one, load: loads.get(one.id) ?? 0, barred: barred[at] ?? 0 })),
      seedHolds: again.every((one, at) => one === draw.seeds[at]?.seed) && draw.seeds.at(-1)?.seed === seed,
      drawHolds: redrawn.length === 0,
      sheetsHold: given.length === 0,
      differences: [...redrawn, ...given].slice(0, SHOWN),
    },
  })
}
