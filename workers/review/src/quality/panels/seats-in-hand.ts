import { engagementsOfExperts } from '@shixun/db/tenant/engagements'
import { EVERY_EXPERT, expertPage, expertsByIds, expertsByPrefixFiltered } from '@shixun/db/tenant/experts'
import { settingByKey } from '@shixun/db/tenant/house'
import { NEWEST } from '@shixun/db/tenant/paging'
import { drawnItems, formsOfPanel, panelInHand, poolOfPanel, seatsOfItems } from '@shixun/db/tenant/panels'
import { standingOf } from '@shixun/domain/quality/panels/expert'
import type { Candidate } from '@shixun/domain/quality/panels/replace-expert'
import type { ConflictCard } from '@shixun/domain/quality/rankings/panel-result'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { conflictRulesOf } from '@shixun/tenant/barred-items'
import type { ReviewScene } from '../../store.ts'
import { engagementsByExpert } from '../conflicts/engagements-by-expert.ts'
import { barredPairs, type ExpertRow, wordOf } from './panel-conflicts.ts'

export type PanelInHand = ReturnType<ReturnType<typeof panelInHand>['decode']>
export type HandItem = {
  id: string
  title: string
  unitName: string
  state: string
  subject: string | null
  phase: string | null
}
type Seated = ReturnType<ReturnType<typeof seatsOfItems>['decode']>

/** A panel with some of its items, and all who could sit on them. */
export type SeatsInHand = {
  panel: PanelInHand
  items: HandItem[]
  sheets: Seated[]
  candidates: (Candidate & { name: string; inPanel: boolean })[]
  /** Why somebody cannot take a seat on an item: conflicts, absence, or because they sat there already. */
  barredOn(item: string): Map<string, ConflictCard[]>
}

/** Experts of the library that are looked at beside those of the panel. */
const LIBRARY = 200
const LAST = '\u{10ffff}'

const ALREADY: Record<string, string> = {
  assigned: '已是本项的评审专家',
  declared: '已是本项的评审专家',
  submitted: '已评完本项',
  recused: '已对本项回避',
  replaced: '已从本项换出',
  voided: '本项的评分表已作废',
}

/** Those who can be asked to a panel: its own experts, then of the library the newest or those whose name begins with `q`. */
function poolReads(
  panel: string,
  today: string,
  { q = '', named = [] }: { q?: string | undefined; named?: readonly string[] },
) {
  const library = q === '' ? { after: NEWEST, name: '', to: '' } : { after: '', name: q, to: q + LAST }
  const ids = JSON.stringify(named)
  return [
    poolOfPanel({ panel }),
    q === ''
      ? expertPage({ ...EVERY_EXPERT, after: NEWEST, limit: LIBRARY })
      : expertsByPrefixFiltered({ ...EVERY_EXPERT, name: q, id: '', to: q + LAST, limit: LIBRARY }),
    expertsByIds({ ids }),
    engagementsOfExperts({ ids, panel, ...library, limit: LIBRARY, today }),
  ] as const
}

/** Which items: by themselves, of a sheet, of an expert's unsealed sheets, or of all seats that were left empty. */
export type WhichItems = { items?: readonly string[]; sheet?: string; of?: string; open?: boolean }

/** Loads what a change of seats on some items needs, in one trip; null when there is no such panel. */
export async function loadSeats(
  scene: ReviewScene,
  panelId: string,
  which: WhichItems,
  whom: { q?: string | undefined; named?: readonly string[] } = {},
): Promise<SeatsInHand | null> {
  const { items = [], sheet = '', of = '', open = false } = which
  const asked = { panel: panelId, ids: JSON.stringify(items), sheet, of, open: Number(open) }
  const today = chinaDate(scene.now)
  const [[panel], forms, rows, sheets, [setting], pool, library, named, trainings] = await scene.store.tenant.read(
    panelInHand({ panel: panelId }),
    formsOfPanel({ panel: panelId }),
    drawnItems(asked),
    seatsOfItems(asked),
    settingByKey({ key: 'conflict-rules' }),
    ...poolReads(panelId, today, whom),
  )
  if (!panel) return null
  const formOf = (no: number) => forms.find((form) => form.no === no)?.form ?? []
  const loads = new Map(pool.map(({ id, load }) => [id, load]))
  const everybody = new Map<string, ExpertRow>([...library, ...pool, ...named].map((one) => [one.id, one]))
  const experts = [...everybody.values()]
  const rules = conflictRulesOf(setting?.value)
  const conflicts = barredPairs(experts, rows, formOf, today, rules, engagementsByExpert(trainings))
  const away = experts.flatMap((one): [string, ConflictCard][] => {
    const standing = standingOf(one, today, panel.dueOn ?? today)
    if (standing === 'active') return []
    return [[one.id, { rule: standing, detail: standing === 'left' ? '已出专家库' : '暂停参加评审' }]]
  })
  return {
    panel,
    sheets,
    items: rows.map(({ id, title, unitName, state, formNo, formValues }) => ({
      id,
      title,
      unitName,
      state,
      subject: wordOf(formOf(formNo), formValues, 'subject'),
      phase: wordOf(formOf(formNo), formValues, 'phase'),
    })),
    candidates: experts.map(({ id, name, subjects, phases }) => ({
      id,
      name,
      subjects,
      phases,
      load: loads.get(id) ?? 0,
      inPanel: loads.has(id),
    })),
    barredOn(item) {
      const barred = new Map<string, ConflictCard[]>()
      const add = (id: string, card: ConflictCard) => barred.set(id, [...(barred.get(id) ?? []), card])
      for (const [id, card] of away) add(id, card)
      for (const [id, cards] of conflicts.get(item) ?? []) for (const card of cards) add(id, card)
      for (const { applicationId, expertId, state } of sheets)
        if (applicationId === item && !barred.has(expertId))
          add(expertId, { rule: 'seated', detail: ALREADY[state] ?? '' })
      return barred
    },
  }
}

/**
 * Whether the seats of an item may be given anew: while the panel scores, and after its conclusion only where late conflicts left a
 * merely ranked item without any sheet, so that the panel can be concluded again.
 */
export function mayFill({ panel, items, sheets }: SeatsInHand, item: string): boolean {
  if (panel.state === 'scoring') return true
  const states = sheets.filter(({ applicationId }) => applicationId === item).map(({ state }) => state)
  const ranked = items.some(({ id, state }) => id === item && state === 'ranked')
  return ranked && states.includes('voided') && !states.includes('submitted')
}
