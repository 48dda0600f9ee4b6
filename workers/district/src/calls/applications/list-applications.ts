import {
  applicationPage,
  applicationPageByState,
  applicationPageOfCall,
  applicationPageOfCallByState,
  applicationPageOfUnit,
  applicationPageOfUnitByState,
  applicationPageOfUnitInCall,
  applicationPageOfUnitInCallByState,
  applicationsByNumber,
  applicationsByTitle,
  applicationsOfUnitByText,
} from '@shixun/db/tenant/application-lists'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { applicationCard } from './application-card.ts'

type Query = {
  limit: number
  after?: string | undefined
  state?: string | undefined
  call?: string | undefined
  unit?: string | undefined
  q?: string | undefined
}
type Row = ReturnType<ReturnType<typeof applicationPage>['decode']>
type Page = { rows: Row[]; after: string | null }

/** Every combination of call, state and unit has its own index: which read serves it, by the initials of what is asked. */
const READS = {
  '': applicationPage,
  s: applicationPageByState,
  c: applicationPageOfCall,
  cs: applicationPageOfCallByState,
  u: applicationPageOfUnit,
  us: applicationPageOfUnitByState,
  uc: applicationPageOfUnitInCall,
  ucs: applicationPageOfUnitInCallByState,
} as const

/** Sorts after every text that begins with the prefix. */
const LAST = '\u{10ffff}'
const BY_NUMBER = 'n~'
const BY_TITLE = 't~'

async function filtered(scene: DistrictScene, { unit, call, state, after, limit }: Query): Promise<Page> {
  const key = `${unit ? 'u' : ''}${call ? 'c' : ''}${state ? 's' : ''}` as keyof typeof READS
  const read = READS[key]({ unit, call, state, after: after ?? NEWEST, limit: limit + 1 })
  return pageOf((await scene.store.tenant.read(read))[0], limit)
}

/** Of one unit: number or title, newest first. */
async function searchedOfUnit(scene: DistrictScene, { unit, q = '', after, limit }: Query): Promise<Page> {
  const read = applicationsOfUnitByText({ unit, q, to: q + LAST, after: after ?? NEWEST, limit: limit + 1 })
  return pageOf((await scene.store.tenant.read(read))[0], limit)
}

/** Of the whole district: those whose number begins so, in the order of numbers; when there are none, by the title. */
async function searched(scene: DistrictScene, { q = '', after = '', limit }: Query): Promise<Page> {
  const page = { q, to: q + LAST, limit: limit + 1 }
  const number = after.startsWith(BY_NUMBER) ? after.slice(BY_NUMBER.length) : ''
  const id = after.startsWith(BY_TITLE) ? after.slice(BY_TITLE.length) : ''
  const [numbered, titled] = await scene.store.tenant.read(
    applicationsByNumber({ ...page, after: number }),
    applicationsByTitle({ ...page, id }),
  )
  const byNumber = number !== '' || (id === '' && numbered.length > 0)
  const found = pageOf(byNumber ? numbered : titled, limit)
  const key = byNumber ? `${BY_NUMBER}${found.rows.at(-1)?.number}` : `${BY_TITLE}${found.after}`
  return { rows: found.rows, after: found.after === null ? null : key }
}

/**
 * A page of applications, newest first. A unit sees its own, the bureau all; call, state and unit combine freely. `q`
 * searches by the beginning of number or title and goes with a unit only: it has an order of its own.
 */
export async function listApplications(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'application.read')
  if (own !== null && query.unit !== undefined && query.unit !== own) return ok({ body: { items: [], next: null } })
  if (query.q !== undefined && (query.state ?? query.call) !== undefined)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/q', problem: 'search_alone' }] })
  const asked = own === null ? query : { ...query, unit: own }
  const page =
    asked.q === undefined
      ? await filtered(scene, asked)
      : asked.unit === undefined
        ? await searched(scene, asked)
        : await searchedOfUnit(scene, asked)
  const items = page.rows.map((row) => applicationCard(scene, row))
  return ok({ body: { items, next: nextLink(raw, page.after) } })
}
