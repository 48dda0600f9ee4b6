import {
  type ExpertFilters,
  expertById,
  expertPage,
  expertPageByWord,
  expertsByPrefixFiltered,
  schoolsOfExpert,
} from '@shixun/db/tenant/experts'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { expertPanelPage } from '@shixun/db/tenant/panels'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { type ExpertStanding, standingOf } from '@shixun/domain/quality/panels/expert'
import type { RaterFigures } from '@shixun/domain/quality/rankings/panel-result'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { byPrefix, newestFirst, type RosterQuery, rosterPage } from './roster-page.ts'

export type ExpertRow = ReturnType<ReturnType<typeof expertById>['decode']>

/** An expert as the API shows them, with the ties they declared and whether they can be asked today. */
export function expertCard(scene: RegistryScene, { createdAt: _, ...row }: ExpertRow) {
  const actions = scopeOf(scene.visitor, 'expert.amend') === null ? [] : ['edit']
  return { ...row, state: standingOf(row, chinaDate(scene.now)), actions }
}

type ExpertQuery = RosterQuery & {
  subject?: string | undefined
  phase?: string | undefined
  state?: ExpertStanding | undefined
}

/** The word by which an index finds the fewest: those away are few, then a subject's, then a phase's. */
function rarest({ state, subject, phase }: ExpertQuery): { kind: string; word: string } | null {
  if (state === 'paused' || state === 'left') return { kind: 'mark', word: state }
  if (subject !== undefined) return { kind: 'subject', word: subject }
  return phase === undefined ? null : { kind: 'phase', word: phase }
}

function pageRead(query: ExpertQuery, today: string) {
  const filters: ExpertFilters = {
    subject: query.subject ?? null,
    phase: query.phase ?? null,
    state: query.state ?? null,
    today,
  }
  const { q = '' } = query
  if (q !== '') return expertsByPrefixFiltered({ ...byPrefix(q, query), ...filters })
  const word = rarest(query)
  if (word) return expertPageByWord({ ...newestFirst(query), ...filters, ...word })
  return expertPage({ ...newestFirst(query), ...filters })
}

/** Experts newest first, of a subject, phase or state, or by the beginning of their name; an expert sees their own record. */
export async function listExperts(
  scene: RegistryScene,
  { query, raw }: { query: ExpertQuery; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'expert.read')
  const [found] = await scene.store.tenant.read(
    own === null ? pageRead(query, chinaDate(scene.now)) : expertById({ id: own }),
  )
  const rows = own === null ? found : found.filter(({ name }) => name.startsWith(query.q ?? ''))
  return ok({ body: rosterPage(rows, query, raw, (row) => expertCard(scene, row)) })
}

export async function readExpert(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'expert.read')
  const [[row], schools] = await scene.store.tenant.read(
    expertById({ id: params.id }),
    schoolsOfExpert({ id: params.id }),
  )
  if (!row || (own !== null && row.id !== own)) return refuse({ code: 'not-found' })
  const schoolNames = Object.fromEntries(schools.map(({ id, name }) => [id, name]))
  return ok({ body: { ...expertCard(scene, row), schoolNames }, version: row.version })
}

const points = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100)

/** How one expert scored in a concluded panel, in points. What others gave can be worked out of it: the expert is not told. */
function leaningOf({ figures, calibrated }: { figures: string | null; calibrated: number | null }) {
  if (figures === null) return null
  const { spread, lean, severity, from, to }: RaterFigures = JSON.parse(figures)
  return {
    ...{ sheets: spread.n, mean: spread.mean / 100, calibrated: calibrated === 1 },
    ...{ lean: points(lean), severity: points(severity), from: points(from), to: points(to) },
  }
}

/** 评审记录: the panels of an expert, how many sheets and how many of them late; an expert sees their own. */
export async function listExpertPanels(
  scene: RegistryScene,
  {
    params,
    query,
    raw,
  }: { params: { id: string }; query: { limit: number; after?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'expert_history.read')
  const [[row], found] = await scene.store.tenant.read(
    expertById({ id: params.id }),
    expertPanelPage({ expert: params.id, after: query.after ?? NEWEST, limit: query.limit + 1 }),
  )
  if (!row || (own !== null && row.id !== own)) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  const items = rows.map((one) => ({
    id: one.id,
    callTitle: one.callTitle,
    state: one.panelState,
    dueOn: one.dueOn,
    unfinished: one.assigned + one.declared,
    submitted: one.submitted,
    recused: one.recused,
    replaced: one.replaced,
    voided: one.voided,
    late: one.late,
    leaning: own === null ? leaningOf(one) : null,
    lastAt: one.lastAt || null,
    createdAt: one.createdAt,
  }))
  return ok({ body: { items, next: nextLink(raw, after) } })
}
