import { problemType } from '@shixun/contract/problem'
import type { Route } from '@shixun/contract/route'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshAddress } from '../../../packages/testkit/src/client.ts'
import { limitOf } from './access-expectation.ts'
import { type Prepared, type Probe, prepare, probesOf, type Target } from './access-probes.ts'
import { anotherSession } from './own-house.ts'
import { type Actor, threeDistricts, type World } from './three-districts.ts'
import { abreast, fileForm, type Wire, wireTo } from './wire.ts'

/** Requests in flight: enough to keep two cores busy. */
const WIDTH = 16
/** The same on every request: a problem repeats it, and answers must be equal byte by byte. */
const REQUEST_ID = 'access-matrix'
/** Routes that end or replace the session they come with: each probe brings one of its own. */
const SPENDS_SESSION = ['signOut', 'switchRole']
const ACCESS = (['not-signed-in', 'forbidden', 'not-found', 'token-refused'] as const).map(problemType)

/** A visit names to its visitors where they go, and to the place who came. */
const VISITS = ['listInspections', 'readInspection']
/** Who states an interest decides on less from then on. */
const STATES_INTEREST = ['declareInterest', 'saveMyInterests']
/** Access was given: it is the row that is not where the question makes sense, or a file that would tell who wrote it. */
const OF_THE_ROW = ['state-refuses', 'document-withheld'] as const

/** What is read or refused changes nothing and goes first; then come deeds; what takes access away comes last. */
const turnOf = ({ route, expected }: Probe) =>
  STATES_INTEREST.includes(route.id) ? 2 : route.method === 'GET' || expected !== 'past' ? 0 : 1
const TURNS = [0, 1, 2].map((turn) => (probe: Probe) => turnOf(probe) === turn)

type Answer = { status: number; text: string; type: string; problem: string | null }

let world: World
let wire: Wire
let probes: Probe[]
let sent = 0
const seen = new Map<Probe, Answer>()
const twins = new Map<string, Promise<Answer>>()

async function ask(route: Route, actor: Actor, { path, body }: Target): Promise<Answer> {
  const token = await tokenFor(actor, route)
  const file = route.media === 'multipart' ? fileForm('附件.pdf', '%PDF-1.4') : null
  const type = file?.type ?? (route.media === 'form' ? 'application/x-www-form-urlencoded' : 'application/json')
  const headers = {
    'x-request-id': REQUEST_ID,
    'cf-connecting-ip': freshAddress(),
    ...(token === null ? {} : { cookie: `sid=${token}` }),
    ...(actor.bearer === null ? {} : { authorization: `Bearer ${actor.bearer}` }),
    // a version that no row has: who gets past is told so, and the row stays as it is
    ...(route.ifMatch ? { 'if-match': '"999999"' } : {}),
    ...(file || body !== null ? { 'content-type': type } : {}),
  }
  sent++
  const answer = await wire.send({ method: route.method, path, headers, body: file?.body ?? body })
  const answered = answer.headers['content-type'] ?? ''
  const problem = answered.startsWith('application/problem+json') ? String(JSON.parse(answer.text).type) : null
  return { status: answer.status, text: answer.text, type: answered, problem }
}

/** The answer about what does not exist, asked once. */
function askTwin(route: Route, actor: Actor, twin: Target): Promise<Answer> {
  const key = JSON.stringify([route.id, actor.name, twin])
  const known = twins.get(key) ?? ask(route, actor, twin)
  twins.set(key, known)
  return known
}

async function tokenFor({ session }: Actor, route: Route): Promise<string | null> {
  if (session && SPENDS_SESSION.includes(route.id)) return anotherSession(world.house.directory, session)
  return session?.token ?? null
}

function label({ route, actor, reach, target }: Probe): string {
  return `${actor.name}, ${reach}: ${route.id} ${route.method} ${target.path}`
}

function isPast({ problem, status }: Answer, route: Route): string | null {
  if (problem !== null && ACCESS.includes(problem) && !route.id.startsWith('issueToken'))
    return `was refused: ${problem}`
  if (status >= 500) return `failed: ${status}`
  if (status < 300 && route.ifMatch) return 'acted on a stale version'
  if (OF_THE_ROW.some((code) => problem === problemType(code) && route.refusals.includes(code))) return null
  if (route.method === 'GET' && status !== route.status) return `answered ${status}`
  return null
}

/** What is wrong with the answer to a probe, or null. */
async function verdictOn(probe: Probe): Promise<string | null> {
  const { route, actor, expected, target, twin } = probe
  const answer = await ask(route, actor, target)
  seen.set(probe, answer)
  if (expected === 'past') return isPast(answer, route)
  if (expected !== 'unseen' && expected !== 'as-unknown')
    return answer.problem === problemType(expected)
      ? null
      : `answered ${answer.status} ${answer.problem} for ${expected}`
  if (answer.status < 300) return `answered ${answer.status} for what must be unseen`
  if (expected === 'unseen' && answer.problem !== problemType('not-found')) return `answered ${answer.problem}`
  if (twin === null) return 'has no twin'
  const other = await askTwin(route, actor, twin)
  const same = other.status === answer.status && other.text === answer.text && other.type === answer.type
  return same
    ? null
    : `tells a stranger's from an unknown one: ${answer.status} ${answer.text} and ${other.status} ${other.text}`
}

beforeAll(async () => {
  world = await threeDistricts()
  wire = wireTo(world.house.url)
  const prepared: Prepared[] = ALL_ROUTES.map(prepare)
  probes = prepared.flatMap(({ route, template, query }) =>
    world.actors.flatMap((actor) => probesOf(world, actor, route, template, query)),
  )
}, 300_000)
afterAll(async () => {
  wire.close()
  await world.house.stop()
})

test('every route is probed by everybody, and every kind of ownership is', () => {
  for (const route of ALL_ROUTES) {
    const here = probes.filter((probe) => probe.route === route)
    expect(new Set(here.map(({ actor }) => actor.name)).size, route.id).toBe(world.actors.length)
  }
  const routesBy = (reach: string) =>
    new Set(probes.filter((probe) => probe.reach === reach).map(({ route }) => route.id))
  const inDistrict = ALL_ROUTES.filter(({ path, may }) => path.includes('/:district') && may !== 'public')
  expect([...routesBy('foreign-district')].sort()).toEqual(inDistrict.map(({ id }) => id).sort())
  expect([...routesBy('foreign-row')]).toEqual(expect.arrayContaining(['readApplication', 'switchRole', 'extendCall']))
  expect([...routesBy('other-unit')]).toEqual(
    expect.arrayContaining(['readApplication', 'readScoresheet', 'readTeacher']),
  )
})

test('nobody gets anywhere but where the permission table says', { timeout: 800_000, retry: 0 }, async () => {
  const found: string[] = []
  const began = Date.now()
  for (const turn of TURNS)
    await abreast(WIDTH, probes.filter(turn), async (probe) => {
      const verdict = await verdictOn(probe)
      if (verdict !== null) found.push(`${label(probe)} ${verdict}`)
    })
  console.info(`${probes.length} probes, ${sent} requests, ${Date.now() - began} ms`)
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
    const beside = actor.home.holdings.filter(
      ({ owners }) => limit !== null && owners.length > 0 && !owners.includes(limit),
    )
    const said = probe.target.body ?? ''
    const open = VISITS.includes(route.id) ? away : [...away, ...beside]
    const leaked = open.find(({ id }) => text.includes(id) && !said.includes(id))
    if (leaked) leaks.push(`${label(probe)}: ${leaked.collection} ${leaked.id}`)
  }
  expect(leaks.slice(0, 20)).toEqual([])
})
