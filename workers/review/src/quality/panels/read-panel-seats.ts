import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import {
  panelExists,
  panelExpertPage,
  type SeatsShown,
  seatPages,
  seatPagesOfExpert,
  seatsOfItem,
} from '@shixun/db/tenant/panels'
import { becauseOf } from '@shixun/domain/quality/panels/seat-reason'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'

type Page = { limit: number; after?: string | undefined }
type SeatQuery = Page & { expert?: string | undefined; application?: string | undefined; show: SeatsShown }
type SeatRow = ReturnType<(typeof seatPages)['all']>['decode'] extends (raw: never) => infer Row ? Row : never

const UNRECORDED = '未记录分配依据'

function seatCard(row: SeatRow, today: string) {
  const { panelId: _, dueOn, why, total, ...seat } = row
  const barred = row.state === 'recused' && row.version === 1
  const day = row.sealedAt === null ? today : chinaDate(row.sealedAt)
  const counted = row.state === 'assigned' || row.state === 'declared' || row.state === 'submitted'
  return {
    ...seat,
    seat: barred ? ('barred' as const) : row.seat,
    actions: [],
    why,
    because: barred ? '利益冲突，组建时即回避' : why ? becauseOf(why) : UNRECORDED,
    total: total === null ? null : total / 100,
    late: counted && dueOn !== null && day > dueOn,
  }
}

/** 分配依据: seats in the order of their items; `show` narrows them to what waits for the office. */
export async function listPanelSeats(
  scene: ReviewScene,
  { params, query, raw }: { params: { id: string }; query: SeatQuery; raw: Request },
): Promise<Verdict> {
  const [item = '', expert = ''] = (query.after ?? '').split('~')
  const page = { panel: params.id, item, expert, limit: query.limit + 1 }
  const { show, application, expert: of } = query
  const asked =
    application !== undefined
      ? seatsOfItem({ ...page, application })
      : of !== undefined
        ? seatPagesOfExpert[show]({ ...page, of })
        : seatPages[show](page)
  const [[panel], found] = await scene.store.tenant.read(panelExists({ panel: params.id }), asked)
  if (!panel) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  const last = rows.at(-1)
  const today = chinaDate(scene.now)
  const next = after === null || !last ? null : `${last.applicationId}~${last.expertId}`
  return ok({ body: { items: rows.map((row) => seatCard(row, today)), next: nextLink(raw, next) } })
}

/** 评审进度：each expert of a panel, how far they are and when they were last seen or reminded. */
export async function listPanelExperts(
  scene: ReviewScene,
  { params, query, raw }: { params: { id: string }; query: Page; raw: Request },
): Promise<Verdict> {
  const [[panel], found] = await scene.store.tenant.read(
    panelExists({ panel: params.id }),
    panelExpertPage({ panel: params.id, after: query.after ?? NEWEST, limit: query.limit + 1 }),
  )
  if (!panel) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  const today = chinaDate(scene.now)
  const items = rows.map(({ panelId: _, expertId: __, dueOn, lastAt, ...row }) => {
    const unsealed = row.assigned + row.declared
    return {
      ...row,
      due: unsealed + row.submitted,
      overdue: dueOn !== null && today > dueOn ? unsealed : 0,
      lastAt: lastAt || null,
    }
  })
  return ok({ body: { items, next: nextLink(raw, after) } })
}
