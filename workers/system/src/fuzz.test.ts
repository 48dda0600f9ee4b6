import { PROBLEMS, Problem, problemType } from '@shixun/contract/problem'
import { refusalsOf } from '@shixun/contract/refusals-of'
import type { Route } from '@shixun/contract/route'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { PERMISSIONS } from '@shixun/domain/identity/permission'
import type { RefusalCode } from '@shixun/domain/shared/refusal'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshAddress } from '../../../packages/testkit/src/client.ts'
import { type Known, oddRequest, UNKNOWN_ID } from './odd-request.ts'
import { type Actor, threeDistricts, type World } from './three-districts.ts'
import { abreast, type Received, type Sent, type Wire, wireTo } from './wire.ts'

/** Another seed draws other requests: FUZZ_SEED=7 npx vitest run fuzz. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121)
const REQUESTS = 10_000
const WIDTH = 8
const SLOWEST_MS = 2000
/** Routes that hash a password or claim a database: a few requests say enough. */
const COSTLY: Record<string, number> = { signUpDistrict: 20, signIn: 20, activateAccount: 20, changePassword: 20 }
/** These end the session they come with: the others need theirs. */
const SPENDS_SESSION = ['signOut', 'switchRole']
/** A refusal that says to try again is an answer, where the route promises it. */
const MAY_WAIT: readonly RefusalCode[] = ['pool-empty', 'busy']

type Shot = { route: Route; actor: Actor; sent: Sent }

let world: World
let wire: Wire
let shots: Shot[]

/** What requests may name: rows of the actor's own district and unit; the access matrix sees to the others. */
function knownTo({ home, unit }: Actor): Known {
  const district = home ?? world.districts[0]
  return {
    slugs: [district?.ref.slug ?? '', district?.ref.slug ?? '', 'gongyi', 'nowhere'],
    ids: (collection) => {
      if (collection === 'catalogue/listings') return [world.listing]
      const all = district?.holdings.filter((holding) => holding.collection === collection) ?? []
      const own = all.filter(({ owners }) => owners.length === 0 || (unit !== null && owners.includes(unit)))
      const rows = own.length > 0 ? own : all
      return rows.map(({ id }) => id)
    },
  }
}

/** Who may, before all; now and then somebody who may not. */
function actorsFor(route: Route): Actor[] {
  const people = world.actors.filter(({ session }) => session !== null)
  if (route.may === 'public' || route.may === 'signed-in') return people
  if (route.may === 'province') return world.actors.filter(({ bearer }) => bearer !== null)
  return people.filter(({ role }) => role !== null && PERMISSIONS[route.may]?.[role] !== undefined)
}

function shotsAt(route: Route, runs: number, nth: number): Shot[] {
  const allowed = actorsFor(route)
  const actors = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(allowed.length > 0 ? allowed : world.actors)) },
    fc.constantFrom(...world.actors),
  )
  const shot = actors.chain((actor) => oddRequest(route, knownTo(actor)).map((sent) => ({ route, actor, sent })))
  return fc.sample(shot, { seed: SEED + nth, numRuns: runs })
}

function documented(route: Route, { status, text, headers }: Received): string | null {
  if (!String(headers['content-type']).startsWith('application/problem+json')) return `${status} is no problem+json`
  const problem = Problem.safeParse(parsed(text))
  if (!problem.success) return `the problem is malformed: ${problem.error.message}`
  const codes = refusalsOf(route).filter((code) => problemType(code) === problem.data.type)
  const [code] = codes
  if (!code) return `${problem.data.type} is not documented`
  if (PROBLEMS[code].status !== status || problem.data.status !== status)
    return `${status} is not the status of ${code}`
  if (status >= 500 && !(MAY_WAIT.includes(code) && route.refusals.includes(code))) return `failed with ${code}`
  return null
}

function isPage({ status, headers }: Received): boolean {
  if (status === 303) return String(headers['location']).startsWith('/notices/')
  return status >= 400 && status < 500 && String(headers['content-type']).startsWith('text/html')
}

function answered(route: Route, { status, text, headers }: Received): string | null {
  if (status !== route.status) return `answered ${status} and not ${route.status}`
  const type = String(headers['content-type'])
  if (route.produces === 'html' && status === 200) return type.startsWith('text/html') ? null : `is ${type}`
  if (!route.out) return status === 204 && text !== '' ? 'has a body under 204' : null
  if (type.startsWith('text/csv') || (route.sheet && type.includes('spreadsheetml.sheet'))) return null
  const body = route.out.safeParse(parsed(text))
  return body.success ? null : `breaks the contract: ${body.error.message.slice(0, 400)}`
}

/** The JSON of an answer; what is none becomes a fault of its own. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return `no JSON: ${text.slice(0, 80)}`
  }
}

function faultOf(route: Route, received: Received): string | null {
  const { status, ms } = received
  if (ms > SLOWEST_MS) return `took ${Math.round(ms)} ms`
  if (status === 304) return null
  // a form comes back as a page with what is wrong in it; a receipt that was typed leads on
  if (route.produces === 'html' && isPage(received)) return null
  return status === route.status || (status >= 200 && status < 300)
    ? answered(route, received)
    : documented(route, received)
}

/** A slow answer is asked for again: once, and it was the machine. */
async function askTwice(sent: Sent): Promise<Received> {
  const received = await wire.send(sent)
  return received.ms > SLOWEST_MS ? wire.send(sent) : received
}

beforeAll(async () => {
  world = await threeDistricts()
  wire = wireTo(world.house.url)
  const routes = ALL_ROUTES.filter(({ id }) => !SPENDS_SESSION.includes(id))
  const cheap = routes.filter(({ id }) => !(id in COSTLY))
  const each = Math.ceil(REQUESTS / cheap.length)
  const drawn = routes.flatMap((route, nth) => shotsAt(route, COSTLY[route.id] ?? each, nth))
  // in any order: a run of costly ones would wait for each other
  const everyOne = { minLength: drawn.length, maxLength: drawn.length }
  shots = fc.sample(fc.shuffledSubarray(drawn, everyOne), { seed: SEED, numRuns: 1 })[0] ?? []
})
afterAll(async () => {
  wire.close()
  await world.house.stop()
})

/** A robot of a chat group that chance gave a sound address is tried; the runtime itself says so where its host cannot be looked up. */
const NO_NETWORK = /getaddrinfo\(\): DNS lookup failed\. host = (?:qyapi\.weixin\.qq\.com|oapi\.dingtalk\.com);/

test('ten thousand requests as the contract draws them and worse: no failure, no undocumented answer', {
  timeout: 400_000,
  retry: 0,
}, async () => {
  expect(shots.length).toBeGreaterThanOrEqual(REQUESTS)
  const faults: string[] = []
  const tally: Record<string, number> = {}
  const began = Date.now()
  await abreast(WIDTH, shots, async ({ route, actor, sent }) => {
    const headers: Record<string, string> = { ...sent.headers, 'cf-connecting-ip': freshAddress() }
    if (actor.session) headers['cookie'] = `sid=${actor.session.token}`
    if (actor.bearer) headers['authorization'] = `Bearer ${actor.bearer}`
    const said = `${actor.name}: ${sent.method} ${sent.path} ${JSON.stringify(sent.headers)} ${String(sent.body).slice(0, 300)}`
    const received = await askTwice({ ...sent, headers }).catch((error: unknown) => String(error))
    const fault = typeof received === 'string' ? received : faultOf(route, received)
    const status = typeof received === 'string' ? 'none' : `${Math.floor(received.status / 100)}xx`
    tally[status] = (tally[status] ?? 0) + 1
    if (fault !== null) faults.push(`${route.id}: ${fault}\n  ${said}`)
  })
  console.info(`seed ${SEED}: ${shots.length} requests in ${Date.now() - began} ms`, tally)
  expect(faults.slice(0, 30).join('\n'), `${faults.length} faults`).toBe('')
  expect(world.house.errors.filter((error) => !NO_NETWORK.test(error))).toEqual([])
})

/** What every route with a JSON body must refuse, and with what. */
const BAD: { what: string; body: string | Uint8Array; type: string; code: RefusalCode; pointer?: string }[] = [
  {
    what: 'a member named twice',
    body: '{"a":1,"a":2}',
    type: 'application/json',
    code: 'invalid-input',
    pointer: '/a',
  },
  { what: 'a member nobody knows', body: '{"nobody":1}', type: 'application/json', code: 'invalid-input' },
  { what: 'a list for an object', body: '[]', type: 'application/json', code: 'invalid-input' },
  { what: 'half a body', body: '{"a":', type: 'application/json', code: 'malformed-body' },
  {
    what: 'bytes that are no UTF-8',
    body: Uint8Array.of(0x22, 0xc3, 0x28, 0x22),
    type: 'application/json',
    code: 'malformed-body',
  },
  { what: 'a form for JSON', body: 'a=1', type: 'application/x-www-form-urlencoded', code: 'unsupported-media-type' },
  {
    what: 'more than a megabyte',
    body: `{"a":"${'x'.repeat(1_100_000)}"}`,
    type: 'application/json',
    code: 'body-too-large',
  },
]

test.each(BAD)(
  'every route that takes JSON refuses $what',
  { timeout: 150_000 },
  async ({ body, type, code, pointer }) => {
    const faults: string[] = []
    const routes = ALL_ROUTES.filter(
      (route) => route.body && route.media === undefined && !route.path.startsWith('/api/demo'),
    )
    expect(routes.length).toBeGreaterThan(40)
    await abreast(WIDTH, routes, async (route) => {
      const actor = actorsFor(route)[0]
      const token = actor?.session ? { cookie: `sid=${actor.session.token}` } : {}
      const tag = route.ifMatch === 'required' ? { 'if-match': '"1"' } : {}
      const path = route.path.replace(':district', actor?.home?.ref.slug ?? 'jinshui').replace(/:\w+/g, UNKNOWN_ID)
      const headers = { 'content-type': type, 'cf-connecting-ip': freshAddress(), ...token, ...tag }
      const { status, text } = await wire.send({ method: route.method, path, headers, body })
      const problem = Problem.parse(parsed(text))
      const named = pointer === undefined || problem.errors?.some((error) => error.pointer === pointer)
      if (problem.type !== problemType(code) || !named) faults.push(`${route.id}: ${status} ${text.slice(0, 200)}`)
    })
    expect(faults).toEqual([])
  },
)
