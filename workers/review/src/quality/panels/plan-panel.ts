import { formsOfCall } from '@shixun/db/tenant/call-design'
import { callById } from '@shixun/db/tenant/calls'
import { engagementsOfExperts } from '@shixun/db/tenant/engagements'
import { EVERY_EXPERT, expertPage, expertsByIds } from '@shixun/db/tenant/experts'
import { settingByKey } from '@shixun/db/tenant/house'
import { NEWEST } from '@shixun/db/tenant/paging'
import { rubricTitle, screenedSlice } from '@shixun/db/tenant/panels'
import type { Assignment } from '@shixun/domain/quality/panels/assign-panel'
import { pauseWithin, standingOf } from '@shixun/domain/quality/panels/expert'
import { drawPanel, type PanelDraw } from '@shixun/domain/quality/panels/panel-draw'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { type FieldProblem, ok, type Result, refuse } from '@shixun/domain/shared/result'
import { conflictRulesOf } from '@shixun/tenant/barred-items'
import type { ReviewScene } from '../../store.ts'
import { engagementsByExpert } from '../conflicts/engagements-by-expert.ts'
import { drawnSeeds } from './draw-seed.ts'
import { type Barred, barredPairs, type ExpertRow, wordOf } from './panel-conflicts.ts'

export type PlanBody = {
  callId: string
  expertIds: string[]
  size?: number | undefined
  dueOn?: string | null | undefined
  redraws?: string[] | undefined
}

/** Measured: a panel of this size is formed in one batch well within the limits of the database (docs/decisions/0020). */
const MOST_ITEMS = 5_000
const MOST_SEATS = 25_000
/** Applications with their answers that one answer of the database brings. */
const SLICE = 500
/** Experts of the library that are looked at for help. */
const LIBRARY = 200

type PlannedItem = ReturnType<ReturnType<typeof screenedSlice>['decode']>
export type PanelPlan = {
  call: NonNullable<ReturnType<ReturnType<typeof callById>['decode']>> & { rubricId: string }
  rubric: { id: string; title: string }
  items: PlannedItem[]
  experts: ExpertRow[]
  /** Experts of the library who were not chosen and could be asked. */
  others: ExpertRow[]
  barred: Barred
  barredOthers: Barred
  size: number
  dueOn: string | null
  seed: string
  assignment: Assignment
  draw: PanelDraw
}

async function restOfItems(scene: ReviewScene, call: string, first: PlannedItem[]): Promise<PlannedItem[]> {
  const items = [...first]
  for (let slice = first; slice.length === SLICE && items.length <= MOST_ITEMS; ) {
    const [more] = await scene.store.tenant.read(screenedSlice({ call, after: items.at(-1)?.id ?? '', limit: SLICE }))
    items.push(...more)
    slice = more
  }
  return items
}

/** What is wrong with the experts chosen: unknown, named twice, gone, or away before the day the sheets are due. */
function expertProblems(
  ids: readonly string[],
  experts: readonly ExpertRow[],
  today: string,
  until: string,
): FieldProblem[] {
  return ids.flatMap((id, index): FieldProblem[] => {
    const pointer = `/expertIds/${index}`
    if (ids.indexOf(id) !== index) return [{ pointer, problem: 'duplicate' }]
    const expert = experts.find((one) => one.id === id)
    if (!expert) return [{ pointer, problem: 'not_in_district' }]
    const standing = standingOf(expert, today, until)
    if (standing === 'left') return [{ pointer, problem: 'expert_left', limit: expert.name }]
    if (standing !== 'paused') return []
    const pause = pauseWithin(expert, today, until)
    return [
      { pointer, problem: 'expert_paused', limit: `${expert.name}：${pause?.from} 至 ${pause?.to ?? '另行通知'}` },
    ]
  })
}

/**
 * The panel that these choices would give: the applications that wait, who is barred from what, the seed that follows from
 * them, and the draw. Reads only; who forms it and who previews it go through the same.
 */
export async function planPanel(scene: ReviewScene, body: PlanBody): Promise<Result<PanelPlan, Refusal>> {
  const { callId } = body
  const today = chinaDate(scene.now)
  const ids = JSON.stringify(body.expertIds)
  const [[call], forms, first, experts, library, [rubric], [setting], trainings] = await scene.store.tenant.read(
    callById({ id: callId }),
    formsOfCall({ call: callId }),
    screenedSlice({ call: callId, after: '', limit: SLICE }),
    expertsByIds({ ids }),
    expertPage({ ...EVERY_EXPERT, after: NEWEST, limit: LIBRARY }),
    rubricTitle({ call: callId }),
    settingByKey({ key: 'conflict-rules' }),
    engagementsOfExperts({ ids, panel: '', after: NEWEST, name: '', to: '', limit: LIBRARY, today }),
  )
  if (!call) return refuse({ code: 'not-found' })
  const dueOn = body.dueOn ?? null
  const size = body.size ?? call.review.expertsPerItem
  const fields = [
    ...(dueOn !== null && dueOn < today ? [{ pointer: '/dueOn', problem: 'before_today' }] : []),
    ...expertProblems(body.expertIds, experts, today, dueOn ?? today),
    ...(size > body.expertIds.length ? [{ pointer: '/expertIds', problem: 'fewer_than_size', limit: size }] : []),
  ]
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  if (call.rubricId === null || !rubric)
    return refuse({ code: 'state-refuses', facts: { state: '本批次还没有选定评审指标体系，请先在批次里选定' } })
  if (first.length === 0)
    return refuse({ code: 'state-refuses', facts: { state: '没有初审通过、等待评审的申报；请先完成形式审查' } })
  const items = await restOfItems(scene, callId, first)
  if (items.length > MOST_ITEMS || items.length * size > MOST_SEATS) {
    const many = items.length > MOST_ITEMS ? `${MOST_ITEMS} 以上` : items.length
    const seats = items.length > MOST_ITEMS ? `${MOST_ITEMS * size} 以上` : items.length * size
    return refuse({
      code: 'panel-too-large',
      facts: { items: many, seats, mostItems: MOST_ITEMS, mostSeats: MOST_SEATS },
    })
  }
  const formOf = (no: number) => forms.find((form) => form.no === no)?.form ?? call.form
  const rules = conflictRulesOf(setting?.value)
  const engaged = engagementsByExpert(trainings)
  const barred = barredPairs(experts, items, formOf, today, rules, engaged)
  const seeds = await drawnSeeds(
    callId,
    items.map(({ id }) => id),
    body.redraws ?? [],
  )
  const { assignment, draw } = drawPanel(
    {
      size,
      seeds,
      items: items.map(({ id, formNo, formValues }) => ({
        id,
        subject: wordOf(formOf(formNo), formValues, 'subject'),
        phase: wordOf(formOf(formNo), formValues, 'phase'),
      })),
      experts,
      conflicts: [...barred].flatMap(([item, ofItem]) =>
        [...ofItem].map(([expert, cards]) => ({ item, expert, rules: cards.map(({ rule }) => rule) })),
      ),
    },
    today,
  )
  const short = new Set(assignment.panels.flatMap(({ item, shortage }) => (shortage ? [item] : [])))
  const others = library.filter(
    (one) => !body.expertIds.includes(one.id) && standingOf(one, today, dueOn ?? today) === 'active',
  )
  const wanting = items.filter(({ id }) => short.has(id))
  return ok({
    call: { ...call, rubricId: call.rubricId },
    rubric,
    items,
    experts,
    others,
    barred,
    barredOthers: wanting.length ? barredPairs(others, wanting, formOf, today, rules, engaged) : new Map(),
    size,
    dueOn,
    seed: assignment.seed,
    assignment,
    draw,
  })
}
