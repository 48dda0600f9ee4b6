import { problemType } from '@shixun/contract/problem'
import type { Route } from '@shixun/contract/route'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshAddress } from '../../../packages/testkit/src/client.ts'
import { limitOf } from './access-expectation.ts'
import { type Prepared, type Probe, prepare, probesOf, type Target } from './access-probes.ts'
import { insertSession } from './own-house.ts'
import { type Actor, threeDistricts, type World } from './three-districts.ts'

/** Requests in flight: enough to keep two cores busy. */
const ABREAST = 16
/** Routes that end or replace the session they come with: each probe brings one of its own. */
const SPENDS_SESSION = ['signOut', 'switchRole']
const ACCESS = ['not-signed-in', 'forbidden', 'not-found', 'token-refused'].map((code) =>
  problemType(code as 'not-found'),
)

type Answer = { status: number; text: string; type: string; problem: string | null }
type Request = { requestId: string; token: string | null }

let world: World
let probes: Probe[]
const seen = new Map<Probe, Answer>()
let serial = 0

async function ask(route: Route, actor: Actor, { path, body }: Target, { requestId, token }: Request): Promise<Answer> {
  const headers = new Headers({ 'x-request-id': requestId, 'cf-connecting-ip': freshAddress() })
  if (token !== null) headers.set('cookie', `sid=${token}`)
  if (actor.bearer !== null) headers.set('authorization', `Bearer ${actor.bearer}`)
  // a version that no row has: who gets past is told so, and the row stays as it is
  if (route.ifMatch) headers.set('if-match', '"999999"')
  const init: RequestInit = { method: route.method, headers, redirect: 'manual' }
  if (route.media === 'multipart') {
    const form = new FormData()
    form.set('file', new Blob(['%PDF-1.4\n%%EOF']), '附件.pdf')
    init.body = form
  } else if (body !== null) {
    headers.set('content-type', route.media === 'form' ? 'application/x-www-form-urlencoded' : 'application/json')
    init.body = body
  }
  const response = await fetch(world.house.url + path, init)
  const text = await response.text()
  const type = response.headers.get('content-type') ?? ''
  const problem = type.startsWith('application/problem+json') ? String(JSON.parse(text).type) : null
  return { status: response.status, text, type, problem }
}

async function tokenFor({ session, acting }: Actor, route: Route): Promise<string | null> {
  if (acting && SPENDS_SESSION.includes(route.id)) return (await insertSession(world.house.directory, acting)).token
  return session?.token ?? null
}

function label({ route, actor, reach, target }: Probe): string {
  return `${actor.name}, ${reach}: ${route.id} ${route.method} ${target.path}`
}

function isPast({ problem, status }: Answer, route: Route): string | null {
  if (problem !== null && ACCESS.includes(problem) && !route.id.startsWith('issueToken')) return `was refused: ${problem}`
  if (status >= 500) return `failed: ${status}`
  if (status < 300 && route.ifMatch) return 'acted on a stale version'
  if (route.method === 'GET' && status !== route.status) return `answered ${status}`
  return null
}

/** What is wrong with the answer to a probe, or null. */
async function verdictOn(probe: Probe): Promise<string | null> {
  const { route, actor, expected, target, twin } = probe
  const requestId = `matrix-${String(++serial).padStart(8, '0')}`
  const answer = await ask(route, actor, target, { requestId, token: await tokenFor(actor, route) })
  seen.set(probe, answer)
  if (expected === 'past') return isPast(answer, route)
  if (expected !== 'unseen')
    return answer.problem === problemType(expected) ? null : `answered ${answer.status} ${answer.problem} for ${expected}`
  if (answer.status < 300) return `answered ${answer.status} for what must be unseen`
  if (twin === null) return 'has no twin'
  const other = await ask(route, actor, twin, { requestId, token: await tokenFor(actor, route) })
  const same = other.status === answer.status && other.text === answer.text && other.type === answer.type
  return same ? null : `tells a stranger's from an unknown one: ${answer.status} ${answer.text} and ${other.status} ${other.text}`
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: ABREAST }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}

beforeAll(async () => {
  world = await threeDistricts()
  const prepared: Prepared[] = ALL_ROUTES.map(prepare)
  probes = prepared.flatMap(({ route, template, query }) =>
    world.actors.flatMap((actor) => probesOf(world, actor, route, template, query)),
  )
}, 60_000)
afterAll(() => world.house.stop())

test('every route is probed by everybody, and every kind of ownership is', () => {
  for (const route of ALL_ROUTES) {
    const here = probes.filter((probe) => probe.route === route)
    expect(new Set(here.map(({ actor }) => actor.name)).size, route.id).toBe(world.actors.length)
  }
  const routesBy = (reach: string) => new Set(probes.filter((probe) => probe.reach === reach).map(({ route }) => route.id))
  const inDistrict = ALL_ROUTES.filter(({ path, may }) => path.includes('/:district') && may !== 'public')
  expect([...routesBy('foreign-district')].sort()).toEqual(inDistrict.map(({ id }) => id).sort())
  expect([...routesBy('foreign-row')]).toEqual(expect.arrayContaining(['readApplication', 'switchRole', 'extendCall']))
  expect([...routesBy('other-unit')]).toEqual(expect.arrayContaining(['readApplication', 'readScoresheet', 'readTeacher']))
})

test('nobody gets anywhere but where the permission table says', { timeout: 90_000 }, async () => {
  const found: string[] = []
  const began = Date.now()
  await inTurns(probes, async (probe) => {
    const verdict = await verdictOn(probe)
    if (verdict !== null) found.push(`${label(probe)} ${verdict}`)
  })
  console.info(`${probes.length} probes, ${serial} answers, ${Date.now() - began} ms`)
  expect(found.slice(0, 40), `${found.length} of ${probes.length}`).toEqual([])
  expect(world.house.errors).toEqual([])
})

test('no answer names a row of another district, nor of another unit to whom rows are limited', () => {
  const leaks: string[] = []
  for (const [probe, { status, text }] of seen) {
    const { route, actor } = probe
    if (status >= 300 || actor.home === null || route.path.startsWith('/api/catalogue/listings')) continue
    const limit = limitOf(route, actor)
    const away = world.districts.filter((district) => district !== actor.home).flatMap(({ holdings }) => holdings)
    const beside = actor.home.holdings.filter(({ owners }) => limit !== null && owners.length > 0 && !owners.includes(limit))
    const sent = probe.target.body ?? ''
    const leaked = [...away, ...beside].find(({ id }) => text.includes(id) && !sent.includes(id))
    if (leaked) leaks.push(`${label(probe)}: ${leaked.collection} ${leaked.id}`)
  }
  expect(leaks.slice(0, 20)).toEqual([])
})
