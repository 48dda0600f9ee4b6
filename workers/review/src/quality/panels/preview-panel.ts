import type { AssignItem, Seat } from '@shixun/domain/quality/panels/assign-panel'
import { becauseOf, type SeatReason } from '@shixun/domain/quality/panels/seat-reason'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { type PanelPlan, type PlanBody, planPanel } from './plan-panel.ts'

const ROWS = 200
const HELPERS = 10

/** Why the draw gave a seat, as it is kept with the sheet. */
export function drawnReason(item: AssignItem, { why }: Seat): SeatReason {
  return { by: 'draw', itemSubject: item.subject ?? null, itemPhase: item.phase ?? null, ...why }
}

/** Experts of the library who could take most of the short items. */
function helpersOf({ others, barredOthers, assignment }: PanelPlan) {
  const short = assignment.panels.filter(({ shortage }) => shortage).map(({ item }) => item)
  const helpers = others.map(({ id, name, subjects, phases }) => ({
    id,
    name,
    subjects,
    phases,
    fills: short.filter((item) => !barredOthers.get(item)?.has(id)).length,
  }))
  return helpers
    .filter(({ fills }) => fills > 0)
    .sort((a, b) => b.fills - a.fills || (a.id < b.id ? -1 : 1))
    .slice(0, HELPERS)
}

function unmatchedSubjects({ draw }: PanelPlan) {
  const known = new Set(draw.experts.flatMap(({ subjects }) => subjects))
  const counted = new Map<string, number>()
  for (const [, subject] of draw.items)
    if (subject !== null && !known.has(subject)) counted.set(subject, (counted.get(subject) ?? 0) + 1)
  return [...counted].map(([subject, items]) => ({ subject, items })).sort((a, b) => b.items - a.items)
}

function rowsOf(plan: PanelPlan, from: number) {
  const known = new Map(plan.items.map((item) => [item.id, item]))
  const drawn = new Map(plan.draw.items.map(([id, subject, phase]) => [id, { id, subject, phase }]))
  const nameOf = new Map(plan.experts.map(({ id, name }) => [id, name]))
  const panels = plan.assignment.panels.toSorted((a, b) => Number(b.shortage !== null) - Number(a.shortage !== null))
  return panels.slice(from, from + ROWS).map(({ item: id, experts, shortage }) => {
    const item = drawn.get(id) ?? { id, subject: null, phase: null }
    return {
      applicationId: id,
      title: known.get(id)?.title ?? '',
      unitName: known.get(id)?.unitName ?? '',
      subject: item.subject,
      phase: item.phase,
      short: shortage !== null,
      seats: experts.map((seat) => {
        const why = drawnReason(item, seat)
        return { expertId: seat.expert, expertName: nameOf.get(seat.expert) ?? '', why, because: becauseOf(why) }
      }),
      barred: [...(plan.barred.get(id) ?? [])].map(([expertId, conflicts]) => ({
        expertId,
        expertName: nameOf.get(expertId) ?? '',
        conflicts,
      })),
    }
  })
}

/** 预览抽签：the draw as it would be, with its reasons and what is short. Nothing is written. */
export async function previewPanel(
  scene: ReviewScene,
  { body }: { body: PlanBody & { from?: number | undefined } },
): Promise<Verdict> {
  const planned = await planPanel(scene, body)
  if (!planned.ok) return planned
  const plan = planned.value
  const { call, rubric, items, size, dueOn, seed, assignment, draw } = plan
  const known = new Map(items.map((item) => [item.id, item]))
  const loads = new Map(assignment.loads.map(({ expert, load }) => [expert, load]))
  const barredCount = new Map<string, number>()
  for (const [, expert] of draw.conflicts) {
    const id = draw.experts[expert]?.id ?? ''
    barredCount.set(id, (barredCount.get(id) ?? 0) + 1)
  }
  return ok({
    body: {
      callTitle: call.title,
      rubric,
      method: call.review.method,
      blindness: call.review.blindness,
      size,
      dueOn,
      items: items.length,
      seats: assignment.panels.reduce((all, { experts }) => all + experts.length, 0),
      seeds: draw.seeds,
      seed,
      experts: draw.experts.map((expert) => ({
        ...expert,
        load: loads.get(expert.id) ?? 0,
        barred: barredCount.get(expert.id) ?? 0,
      })),
      shortages: assignment.panels.flatMap(({ item, shortage }) =>
        shortage
          ? [
              {
                applicationId: item,
                title: known.get(item)?.title ?? '',
                unitName: known.get(item)?.unitName ?? '',
                ...shortage,
              },
            ]
          : [],
      ),
      helpers: helpersOf(plan),
      unmatched: unmatchedSubjects(plan),
      from: body.from ?? 0,
      rows: rowsOf(plan, body.from ?? 0),
    },
  })
}
