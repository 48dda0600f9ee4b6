import { listingsByTitle } from '@shixun/db/catalogue/listings'
import { searchHits, searchHitsByText, searchState } from '@shixun/db/search/hits'
import type { ListingCard } from '@shixun/db/search/schema'
import { type Term, termsOf } from '@shixun/domain/flagship/bigrams'
import { FACETS, type Facet, facetToken } from '@shixun/domain/flagship/facet-token'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { explainHit } from './explain-hit.ts'
import { indexIsAway } from './index-away.ts'
import { ANY } from './index-statements.ts'
import { listingActions, listingCard } from './listing-card.ts'
import type { CatalogueScene, Store } from './store.ts'

type Query = { limit: number; after?: string | undefined; q?: string | undefined } & {
  [F in Facet]?: string | undefined
}
type Asked = { terms: Term[]; query: Query; limit: number }
type Hit = { card: ListingCard; mark: string }

const TOP = 2 ** 31

/** Where a page goes on: `t7` behind place 7 among the titles, `b7` among the texts, `s7` behind arrival 7 without the index. */
type Mark = { tier: 't' | 'b' | 's'; place: number }

function markOf(after: string | undefined): Mark | null {
  if (after === undefined) return { tier: 't', place: TOP }
  const parts = /^([tbs])(\d{1,10})$/.exec(after)
  return parts ? { tier: parts[1] as Mark['tier'], place: Number(parts[2]) } : null
}

/** The two tiers as FTS5 expressions; tokens are letters and digits, so nothing in them needs quoting but the phrase. */
function expressionsOf({ terms, query }: Asked): { title: string; body: string } {
  const facets = FACETS.flatMap((facet) => (query[facet] === undefined ? [] : [facetToken(facet, query[facet])]))
  const narrowed = `(facets : (${(facets.length ? facets : [ANY]).join(' AND ')}))`
  if (terms.length === 0) return { title: narrowed, body: '' }
  const words = terms.map(({ tokens, prefix }) => `"${tokens.join(' ')}"${prefix ? ' *' : ''}`).join(' AND ')
  const title = `(title : (${words}))`
  const body = `(({title body} : (${words})) NOT ${title})`
  const and = facets.length ? ` AND ${narrowed}` : ''
  return { title: `${title}${and}`, body: `${body}${and}` }
}

async function indexedHits(store: Store, asked: Asked, mark: Mark): Promise<Hit[] | null> {
  const { title, body } = expressionsOf(asked)
  const common = { bodyMatch: body, bodyAfter: mark.tier === 'b' ? mark.place : TOP, limit: asked.limit }
  const titled = { titleMatch: title, titleAfter: mark.place }
  const alone = body === ''
  const hits =
    mark.tier === 'b'
      ? searchHitsByText(common)
      : alone
        ? searchHitsByText({ ...common, bodyMatch: title, bodyAfter: mark.place })
        : searchHits({ ...common, ...titled })
  const [[state], rows] = await store.search.read(searchState(), hits)
  if (state?.ready !== 1) return null
  return rows.map(({ tier, place, card }) => ({
    card: JSON.parse(card),
    mark: `${alone || tier === 'title' ? 't' : 'b'}${place}`,
  }))
}

/** Without the index a search reads titles only, newest first. */
async function titledHits(store: Store, { query, limit }: Asked, mark: Mark): Promise<Hit[]> {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, query[facet] ?? null]))
  const after = mark.tier === 's' ? mark.place : TOP
  const [rows] = await store.catalogue.read(listingsByTitle({ ...facets, q: query.q ?? '', after, limit }))
  return rows.map((row) => ({ card: listingCard(row), mark: `s${row.seq}` }))
}

async function hitsOf(store: Store, asked: Asked, mark: Mark): Promise<Hit[]> {
  if (mark.tier === 's') return titledHits(store, asked, mark)
  try {
    return (await indexedHits(store, asked, mark)) ?? (await titledHits(store, asked, mark))
  } catch (error) {
    if (!indexIsAway(error)) throw error
    return titledHits(store, asked, mark)
  }
}

/** 检索：words and facets, ranked by where the words stand, then grade, then age; every hit says why it is there. */
export async function searchListings(
  scene: CatalogueScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const mark = markOf(query.after)
  if (!mark) return refuse({ code: 'invalid-input', fields: [{ pointer: '/after', problem: 'wrong_format' }] })
  const terms = termsOf(query.q ?? '')
  if (query.q && terms.length === 0) return ok({ body: { items: [], next: null } })
  const hits = await hitsOf(scene.store, { terms, query, limit: query.limit + 1 }, mark)
  const shown = hits.slice(0, query.limit)
  const after = hits.length > query.limit ? (shown.at(-1)?.mark ?? null) : null
  const items = shown.map(({ card }) => ({
    ...card,
    actions: listingActions(scene, card),
    why: explainHit(card, terms),
  }))
  return ok({ body: { items, next: nextLink(raw, after) } })
}
