import type { BodyOf, ParamsOf, QueryOf, Route } from '@shixun/contract/route'
import type { FirstAnswers } from '@shixun/db/repeats'
import { sha256 } from '@shixun/db/sha256'
import { scopeOf } from '@shixun/domain/identity/permission'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import type { Exporter } from './export-list.ts'
import type { Passage } from './passage.ts'
import { repeatKey, seenVersion } from './preconditions.ts'
import { refusalResponse } from './problem-response.ts'
import { type Input, readInput } from './read-input.ts'
import { type Answer, handOf, idMaker, type Scene, type Verdict } from './scene.ts'

export type Given<R extends Route> = { params: ParamsOf<R>; query: QueryOf<R>; body: BodyOf<R>; raw: Request }
export type Handler<R extends Route, Store> = (scene: Scene<Store>, given: Given<R>) => Promise<Verdict>

/** A route and what it runs. The permission comes with the route: none is registered without one. */
export type Bound<Store> = { route: Route; run: (scene: Scene<Store>, given: Given<Route>) => Promise<Verdict> }

export function bind<const R extends Route, Store>(route: R, handler: Handler<R, Store>): Bound<Store> {
  return { route, run: (scene, given) => handler(scene, given as Given<R>) }
}

/**
 * For a worker whose requests or answers carry secrets: fingerprints are keyed, because a plain hash of a body gives
 * its password away to guessing, and stored answers may be sealed.
 */
export type Veil = { fingerprint(plain: string): Promise<string>; unseal(body: string): Promise<string> }

/** What answers a bound route, given the store that its worker opened. */
export type Opened<Store> = { store: Store; repeats: FirstAnswers | null; veil?: Veil; exporter?: Exporter<Store> }

type Knock = {
  request: Request
  params: Record<string, string>
  passage: Passage
  later: (work: Promise<unknown>) => void
}

function mayEnter(route: Route, passage: Passage): Refusal | null {
  const { visitor } = passage
  if (route.may === 'public') return null
  if (route.may === 'province') return visitor.kind === 'province' ? null : { code: 'token-refused' }
  if (visitor.kind !== 'person') return { code: 'not-signed-in' }
  if (route.may === 'signed-in') return null
  // A district of other people answers like one that does not exist, whatever the role may do at home.
  if (route.path.includes('/:district') && (passage.district === null || visitor.district?.id !== passage.district.id))
    return { code: 'not-found' }
  return scopeOf(visitor, route.may) === null ? { code: 'forbidden' } : null
}

function respond(answer: Answer, status: number, request: Request): Response {
  if (answer instanceof Response) return answer
  const headers = new Headers({ 'cache-control': 'no-store', ...answer.headers })
  if (answer.version !== undefined) headers.set('etag', `"${answer.version}"`)
  const code = answer.status ?? status
  if (code === 204) return new Response(null, { status: 204, headers })
  const tag = headers.get('etag')
  if (request.method === 'GET' && tag && request.headers.get('if-none-match') === tag)
    return new Response(null, { status: 304, headers })
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(answer.body), { status: code, headers })
}

async function firstAnswer(
  { repeats, veil }: { repeats: FirstAnswers; veil?: Veil | undefined },
  repeat: { actor: string; key: string; fingerprint: string },
): Promise<Result<Response, Refusal> | null> {
  const row = await repeats(repeat)
  if (!row) return null
  if (row.fingerprint !== repeat.fingerprint) return refuse({ code: 'idempotency-key-reused' })
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...row.headers,
  })
  headers.set('idempotency-replayed', 'true')
  const body = veil ? await veil.unseal(row.body) : row.body
  return ok(new Response(row.status === 204 ? null : body, { status: row.status, headers }))
}

/** The verb itself, or the whole of a list as a file when `format` asks for one. */
async function runBound<Store>(
  { route, run }: Bound<Store>,
  scene: Scene<Store>,
  input: Input,
  exporter: Exporter<Store> | undefined,
): Promise<Verdict> {
  const given = input as Given<Route>
  const query = input.query as { format?: 'xlsx' | 'csv' }
  if (query.format === undefined || !route.sheet || !exporter) return run(scene, given)
  return exporter.exportList(
    { route, sheet: route.sheet, run: (each, page: Input) => run(each, page as Given<Route>) },
    scene,
    { params: input.params, query: { ...query, format: query.format }, body: undefined, raw: input.raw },
    exporter,
  )
}

/**
 * Runs a bound route: may → read → verb → answer. A refusal of a request that carried an idempotency key is looked up
 * first: the effect may already stand, and then its first answer is given again.
 */
export async function answerRoute<Store>(
  bound: Bound<Store>,
  knock: Knock,
  open: () => Promise<Result<Opened<Store>, Refusal>>,
): Promise<Response> {
  const { route } = bound
  const { request, passage } = knock
  const problem = (refusal: Refusal) => refusalResponse({ route, request }, refusal, passage.requestId)
  const barred = mayEnter(route, passage)
  if (barred) return problem(barred)
  const seen = seenVersion(route, request)
  const key = repeatKey(request)
  if (!key.ok) return problem(key.refusal)
  const copy = key.value === null ? null : request.clone()
  const input = await readInput(route, request, knock.params)
  if (!input.ok) return problem(input.refusal)
  if (!seen.ok) return problem(seen.refusal)
  const opened = await open()
  if (!opened.ok) return problem(opened.refusal)
  const actor = passage.visitor.kind === 'person' ? passage.visitor.account : 'public'
  const repeat =
    key.value === null || copy === null
      ? null
      : {
          actor,
          key: key.value,
          fingerprint: await (opened.value.veil?.fingerprint ?? sha256)(
            `${request.method} ${new URL(request.url).pathname}\n${await sha256(new Uint8Array(await copy.arrayBuffer()))}`,
          ),
        }
  const scene: Scene<Store> = {
    store: opened.value.store,
    visitor: passage.visitor,
    now: passage.now,
    requestId: passage.requestId,
    seen: seen.value,
    hand: handOf(passage.visitor, passage, repeat),
    passage,
    newId: idMaker(passage),
    later: knock.later,
  }
  const verdict = await runBound(bound, scene, input.value, opened.value.exporter)
  if (verdict.ok) return respond(verdict.value, route.status, request)
  // what was answered before a conflict of interest was known is not shown again
  if (repeat && opened.value.repeats && verdict.refusal.code !== 'conflict-of-interest') {
    const first = await firstAnswer({ repeats: opened.value.repeats, veil: opened.value.veil }, repeat)
    if (first) return first.ok ? first.value : problem(first.refusal)
  }
  return problem(verdict.refusal)
}
