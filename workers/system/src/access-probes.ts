import { jsonShape } from '@shixun/contract/json-shape'
import type { Route } from '@shixun/contract/route'
import fc from 'fast-check'
import { type Expectation, expectationOf, limitOf, type Reach } from './access-expectation.ts'
import type { FullDistrict, Holding } from './district-holdings.ts'
import { freshId } from './own-house.ts'
import {
  collectionNamed,
  collectionOf,
  FIXED_PARAMETERS,
  idMembers,
  parametersOf,
  referencesOf,
} from './route-references.ts'
import { arbitraryOf } from './shape-arbitrary.ts'
import type { Actor, World } from './three-districts.ts'

/** A request as the table says it, and the same one about something that does not exist. */
export type Target = { path: string; body: string | null }
export type Probe = {
  route: Route
  actor: Actor
  reach: Reach
  expected: Expectation
  target: Target
  twin: Target | null
}

const UNKNOWN_SLUG = 'no-such-district'
/** A well-formed id that names nothing. */
const UNKNOWN = freshId('not')
/** Routes that hash passwords or claim a database: what they ask is public, so an empty body says all. */
const COSTLY = ['signUpDistrict', 'signIn', 'activateAccount', 'changePassword']

const placeholder = (index: number) => `ref_${String(index).padStart(26, '0')}`

/** A body that the route takes, with every reference in it as a placeholder. */
export function templateOf(route: Route): string | null {
  const { body } = route
  if (!body || route.media === 'multipart' || route.media === 'bytes') return null
  if (COSTLY.includes(route.id)) return '{}'
  const members = referencesOf(route)
  const references = (member: string) =>
    members.includes(member) ? fc.constant(placeholder(members.indexOf(member))) : null
  const samples: unknown[] = fc.sample(arbitraryOf(jsonShape(body, 'input'), '', references), {
    seed: 410105,
    numRuns: 400,
  })
  const complete = samples.find((sample) => {
    const text = JSON.stringify(sample)
    return body.safeParse(sample).success && members.every((_, index) => text.includes(placeholder(index)))
  })
  if (complete === undefined) throw new Error(`${route.id}: no body could be made`)
  // the first version of a listing is the only one there is
  if ('version' in (jsonShape(body, 'input').properties ?? {})) Object.assign(complete as object, { version: 1 })
  if (route.media === 'form') return new URLSearchParams(complete as Record<string, string>).toString()
  return JSON.stringify(complete)
}

/** The members of a query without which the route refuses, as `?a=b`; one that names a row as `:a`, to be filled like a parameter. */
export function queryOf(route: Route): string {
  const missing = route.query?.safeParse({}).error?.issues.map(({ path }) => String(path[0])) ?? []
  const { properties = {} } = route.query ? jsonShape(route.query, 'output') : {}
  const needed = missing.map((name) => {
    if (idMembers(properties[name] ?? {}, name).length > 0) return `${name}=:${name}`
    const [value] = fc.sample(
      arbitraryOf(properties[name] ?? {}, name, () => null),
      { seed: 1, numRuns: 1 },
    )
    return `${name}=${encodeURIComponent(String(value))}`
  })
  return needed.length > 0 ? `?${needed.join('&')}` : ''
}

/** A query of `queryOf` with a row for each member that names one. */
export function fillQuery(query: string, rowOf: (member: string) => string): string {
  return query.replace(/:(\w+)/g, (_, member: string) => rowOf(member))
}

type Accept = (holding: Holding) => boolean

function find(districts: readonly FullDistrict[], collection: string, accept: Accept): string | null {
  const all = districts.flatMap(({ holdings }) => holdings)
  return all.find((holding) => holding.collection === collection && accept(holding))?.id ?? null
}

/** Rows of a collection by reach, as this actor stands to them. */
function rowsFor(world: World, actor: Actor, route: Route) {
  const home = actor.home ?? world.districts[0]
  const away = world.districts.find((district) => district !== home)
  if (!home || !away) throw new Error('three districts are needed')
  const limit = limitOf(route, actor)
  const mine = ({ owners }: Holding) => limit === null || owners.length === 0 || owners.includes(limit)
  const elsewhere = world.districts.filter((district) => district !== home)
  const row = (collection: string, reach: Reach): string | null => {
    if (collection === 'catalogue/listings') return reach === 'own' ? world.listing : null
    if (collection === 'memberships') {
      const others = world.actors.filter(({ session, home: of }) => session && of && of !== home)
      const neighbour = world.actors.find(
        ({ session, home: of }) => session && of === home && session !== actor.session,
      )
      const session = reach === 'own' ? actor.session : reach === 'other-unit' ? neighbour?.session : others[0]?.session
      return session?.membership ?? null
    }
    // what waits for somebody belongs to their role; nobody has another's, and who has no district has none
    if (collection === 'tasks') {
      if (reach === 'other-unit' || (reach === 'own' && actor.role !== null && actor.home === null)) return null
      const role = actor.home === null ? 'office' : (actor.role ?? '')
      return find(reach === 'own' ? [home] : elsewhere, collection, ({ owners }) => owners.includes(role))
    }
    if (find(world.districts, collection, () => true) === null)
      throw new Error(`${route.id}: there is no ${collection}`)
    if (reach === 'foreign-row') return find(elsewhere, collection, () => true)
    const own = find([home], collection, mine)
    if (reach === 'own') return own
    return find([home], collection, (one) => one.owners.length > 0 && one.id !== own && (limit === null || !mine(one)))
  }
  return { home, away, row }
}

/** Every probe of a route by an actor. A parameter or member that no table knows how to fill is an error. */
export function probesOf(world: World, actor: Actor, route: Route, template: string | null, query: string): Probe[] {
  const { home, away, row } = rowsFor(world, actor, route)
  const names = parametersOf(route)
  const members = referencesOf(route)
  const own = Object.fromEntries(
    names.map((name) => {
      const collection = collectionOf(route, name)
      const id = collection === null ? (FIXED_PARAMETERS[name] ?? home.ref.slug) : row(collection, 'own')
      return [name, id]
    }),
  )
  // visitors without a row of their own knock at somebody's
  const stated = Object.fromEntries(
    names.map((name) => [name, own[name] ?? row(collectionOf(route, name) ?? '', 'other-unit') ?? UNKNOWN]),
  )
  const reference = (member: string, reach: Reach) => {
    const collection = collectionNamed(route, member) ?? ''
    if (collection === 'schools' && reach === 'own' && actor.unit) return actor.unit
    if (collection === 'calls' && reach === 'own') return home.openCall
    return row(collection, reach) ?? UNKNOWN
  }
  const target = (params: Record<string, string>, swapped: Record<string, string> = {}): Target => ({
    path:
      route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '') +
      fillQuery(query, (member) => reference(member, 'own')),
    body:
      template &&
      members.reduce(
        (text, member, index) => text.replaceAll(placeholder(index), swapped[member] ?? reference(member, 'own')),
        template,
      ),
  })
  const probe = (
    reach: Reach,
    at: Target,
    twin: Target | null,
    expected = expectationOf(route, actor, reach),
  ): Probe => {
    return { route, actor, reach, expected, target: at, twin }
  }
  const probes: Probe[] = []
  const hasOwn = names.every((name) => own[name] !== null)
  const atHome = expectationOf(route, actor, 'own')
  const missing = { ...stated, district: UNKNOWN_SLUG }
  if (hasOwn || atHome !== 'past')
    probes.push(probe('own', target(stated), atHome === 'unseen' ? target(missing) : null))
  if (names.includes('district') && route.may !== 'public')
    probes.push(probe('foreign-district', target({ ...stated, district: away.ref.slug }), target(missing)))
  const rows = names.filter((name) => collectionOf(route, name) !== null)
  for (const name of rows) {
    const collection = collectionOf(route, name) ?? ''
    const twin = atHome === 'unseen' ? target(missing) : target({ ...stated, [name]: UNKNOWN })
    for (const reach of ['other-unit', 'foreign-row'] as const) {
      const id = row(collection, reach)
      // a row under a row of somebody else hangs in the air, whoever may see both
      const astray = rows.length > 1 && atHome === 'past'
      const expected = astray ? 'unseen' : expectationOf(route, actor, reach)
      if (id !== null) probes.push(probe(reach, target({ ...stated, [name]: id }), twin, expected))
    }
  }
  if (atHome === 'past' && hasOwn)
    for (const member of members) {
      const strangers = { [member]: reference(member, 'foreign-row') }
      probes.push(probe('foreign-row', target(stated, strangers), target(stated, { [member]: UNKNOWN }), 'as-unknown'))
    }
  return probes
}

export type Prepared = { route: Route; template: string | null; query: string }

/** What a route's requests are made of; throws when a body, a query or a reference cannot be filled. */
export function prepare(route: Route): Prepared {
  return { route, template: templateOf(route), query: queryOf(route) }
}
