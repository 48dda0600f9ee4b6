import { bureauPage, curatorPage, platformPage, poolFigures } from '@shixun/db/directory/districts'
import { divisionsUnder, topDivisions } from '@shixun/db/directory/divisions'
import { NEWEST } from '@shixun/db/tenant/paging'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { POOL_MARK } from './sign-up-district.ts'

type Page = { limit: number; after?: string | undefined }

/** Cuts a page out of `limit + 1` rows; the last row's key is where the next begins. */
function cut<Row>(raw: Request, rows: readonly Row[], limit: number, keyOf: (row: Row) => string) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: nextLink(raw, rows.length > limit && last ? keyOf(last) : null) }
}

/** The visitor's own bureau: the gateway has just read it. */
export async function readDistrict({ passage }: IdentityScene): Promise<Verdict> {
  if (!passage.district) return refuse({ code: 'not-found' })
  const { id, slug, name, kind, division } = passage.district
  return ok({ body: { id, slug, name, kind, division, state: 'live' } })
}

export async function listDivisions(
  { store, now }: IdentityScene,
  { query, raw }: { query: Page & { under?: string | undefined; on?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const page = { day: query.on ?? chinaDate(now), after: query.after ?? '', limit: query.limit + 1 }
  const [rows] = await store.directory.read(
    query.under === undefined ? topDivisions(page) : divisionsUnder({ ...page, under: query.under }),
  )
  return ok({ body: cut(raw, rows, query.limit, ({ code }) => code) })
}

export async function listCurators(
  { store }: IdentityScene,
  { query, raw }: { query: Page; raw: Request },
): Promise<Verdict> {
  const [rows] = await store.directory.read(curatorPage({ after: query.after ?? '', limit: query.limit + 1 }))
  return ok({ body: cut(raw, rows, query.limit, ({ slug }) => slug) })
}

/** Digits of a division that all bureaus below one of its kind share (GB/T 2260); a county shares those of its city. */
const DIGITS = { province: 2, city: 4, county: 4, zone: 4, city_run: 4, province_directed: 2 } as const

/** 可以邀请的教育局：those of the same city, for a province of the same province; never the bureau itself. */
export async function listBureaus(
  { store, passage }: IdentityScene,
  { query, raw }: { query: Page; raw: Request },
): Promise<Verdict> {
  const { district } = passage
  if (!district) return ok({ body: { items: [], next: null } })
  const prefix = district.division.slice(0, DIGITS[district.kind])
  const [division = prefix, after = ''] = query.after?.split('/') ?? []
  const page = { division, after, to: `${prefix}~`, limit: query.limit + 1 }
  const [rows] = await store.directory.read(bureauPage(page))
  const { items, next } = cut(raw, rows, query.limit, (row) => `${row.division}/${row.slug}`)
  return ok({ body: { items: items.filter(({ slug }) => slug !== district.slug), next } })
}

export async function listPlatformDistricts(
  { store }: IdentityScene,
  { query, raw }: { query: Page; raw: Request },
): Promise<Verdict> {
  const [rows, [pool]] = await store.directory.read(
    platformPage({ after: query.after ?? NEWEST, limit: query.limit + 1 }),
    poolFigures(),
  )
  const { items, next } = cut(raw, rows, query.limit, ({ id }) => id)
  const { total = 0, free = 0, waiting = 0 } = pool ?? {}
  return ok({
    body: {
      items: items.map((row) => ({ ...row, actions: [] })),
      next,
      pool: { total, free, low: free <= POOL_MARK, waiting },
    },
  })
}
