import { type JudgedWord, judgedUnder } from '@shixun/contract/conflict-reach'
import type { Route } from '@shixun/contract/route'
import type { Read } from '@shixun/db/statement'
import { APPLICATIONS_BEHIND, meetingsOf } from '@shixun/db/tenant/conflicts'
import type { Tenant } from '@shixun/db/tenant/open'
import type { Person } from '@shixun/domain/identity/visitor'
import type { Conflict } from '@shixun/domain/quality/conflicts/conflict'
import { type BoundRole, isBoundRole } from '@shixun/domain/quality/conflicts/conflict-rules'
import { plainName } from '@shixun/domain/quality/conflicts/plain-name'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Bound, Given } from '@shixun/http/bind'
import { maskRecused } from '@shixun/http/mask-recused'
import type { Scene, Verdict } from '@shixun/http/scene'
import { type BarredItems, barredItems } from './barred-items.ts'
import { recordRecusal } from './record-recusal.ts'

type Ask = { route: Route; word: JudgedWord; person: Person & { role: BoundRole }; given: Given<Route> }
type Watch = { barred: BarredItems | null; refusal: Refusal | null; stop: Error | null }

/** Whom to turn to: the tenant does not know how many colleagues there are. */
const NEXT =
  '内容已对您隐藏，也不能由您办理。请由本局其他有权限的人员办理；没有其他人员时，请系统管理员新增账号，或报上级教育局指定人员。'

function interestRefusal(found: readonly Conflict[], pointers: readonly string[] = []): Refusal {
  const fields = pointers.map((pointer) => ({ pointer, problem: 'conflict_of_interest' }))
  return {
    code: 'conflict-of-interest',
    facts: { detail: found.map(({ detail }) => detail).join('；'), next: NEXT },
    ...(fields.length > 0 ? { fields } : {}),
  }
}

/** The read that says what a person is barred from; it joins the first batch of whatever the verb reads. */
function meetingsRead(person: Person): ReturnType<typeof meetingsOf> {
  return meetingsOf({
    account: person.account,
    self: `person/${plainName(person.name)}`,
    name: person.name,
    stands: JSON.stringify(person.stands),
  })
}

function behindRead(word: JudgedWord, id: string): Read<{ id: string }>[] {
  return word in APPLICATIONS_BEHIND ? [APPLICATIONS_BEHIND[word as keyof typeof APPLICATIONS_BEHIND]({ id })] : []
}

type Found = { conflicts: readonly Conflict[]; pointers: string[] }

/** Items that a body names, by pointer: one that is barred bars the whole request, which says where it stands. */
function inBody(body: unknown, barred: BarredItems, at = ''): Found[] {
  if (typeof body === 'string') {
    const conflicts = barred.against(body)
    return conflicts.length > 0 ? [{ conflicts, pointers: [at] }] : []
  }
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([key, value]) => {
    const conflicts = key === 'callId' && typeof value === 'string' ? barred.inCall(value) : []
    return conflicts.length > 0
      ? [{ conflicts, pointers: [`${at}/${key}`] }]
      : inBody(value, barred, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  })
}

function judged({ route, word, given }: Ask, barred: BarredItems, behind: readonly { id: string }[]): Found | null {
  if (barred.none) return null
  const { id } = given.params as { id?: string }
  const own = id === undefined ? [] : word === 'calls' ? barred.inCall(id) : barred.against(id)
  const found = [...own, ...behind.flatMap((one) => barred.against(one.id))]
  if (found.length > 0) return { conflicts: found, pointers: [] }
  // to say again that one steps aside is no decision
  const named = route.method === 'GET' || route.id === 'declareInterest' ? [] : inBody(given.body, barred)
  return named.length === 0
    ? null
    : { conflicts: named.flatMap(({ conflicts }) => conflicts), pointers: named.flatMap(({ pointers }) => pointers) }
}

/**
 * A tenant whose first batch of reads also asks what the visitor is barred from. When this request is barred, nothing that was
 * read gets out: the batch does not come back, and neither does anything get written before the question was asked.
 */
function watched(tenant: Tenant, scene: Scene<{ tenant: Tenant }>, ask: Ask, watch: Watch): Tenant {
  const today = chinaDate(scene.now)
  const { id } = ask.given.params as { id?: string }
  const asked = [meetingsRead(ask.person), ...(id === undefined ? [] : behindRead(ask.word, id))] as const
  function settle([rows, behind = []]: Awaited<ReturnType<typeof tenant.read<typeof asked>>>): void {
    const barred = barredItems(rows, ask.person.role, today)
    watch.barred = barred
    const found = judged(ask, barred, behind)
    if (!found) return
    watch.refusal = interestRefusal(found.conflicts, found.pointers)
    watch.stop = new Error('conflict of interest')
    const item = id === undefined ? null : { ids: [id, ...behind.map((one) => one.id)], barred }
    if (item) scene.later(recordRecusal(tenant, scene, ask.person, item))
    throw watch.stop
  }
  async function first(): Promise<void> {
    if (watch.barred === null) settle(await tenant.read(...asked))
  }
  return {
    ...tenant,
    async read(...reads) {
      if (watch.barred !== null) return tenant.read(...reads)
      const [rows, beside] = await tenant.readBeside(reads, asked)
      settle(beside)
      return rows
    },
    async readBeside(reads, beside) {
      await first()
      return tenant.readBeside(reads, beside)
    },
    async write(statements) {
      await first()
      return tenant.write(statements)
    },
    async readThenWrite(reads, statements) {
      await first()
      return tenant.readThenWrite(reads, statements)
    },
    async writeThenRead(statements, read) {
      await first()
      return tenant.writeThenRead(statements, read)
    },
  }
}

async function runWatched<Store extends { tenant: Tenant }>(
  run: Bound<Store>['run'],
  scene: Scene<Store>,
  ask: Ask,
): Promise<Verdict> {
  const watch: Watch = { barred: null, refusal: null, stop: null }
  const tenant = watched(scene.store.tenant, scene, ask, watch)
  try {
    const verdict = await run({ ...scene, store: { ...scene.store, tenant } }, ask.given)
    const { barred } = watch
    if (!verdict.ok || verdict.value instanceof Response || barred === null || barred.none) return verdict
    const body = maskRecused(ask.route.out, verdict.value.body, (id) => barred.against(id).length > 0)
    return ok({ ...verdict.value, body })
  } catch (error) {
    if (watch.refusal && error === watch.stop) return refuse(watch.refusal)
    throw error
  }
}

/**
 * Binds those who decide (office, finance, curator) to the rules of conflict: an item from which they step aside is refused by
 * whatever route names it, and blank in every list. It stands before all verbs of a worker, so that none can forget it, and
 * costs rows but no trip.
 */
export function guardRoutes<Store extends { tenant: Tenant }>(bound: readonly Bound<Store>[]): Bound<Store>[] {
  return bound.map(({ route, run }) => {
    const word = judgedUnder(route)
    if (word === null) return { route, run }
    return {
      route,
      run: (scene, given) => {
        const { visitor } = scene
        if (visitor.kind !== 'person' || !isBoundRole(visitor.role)) return run(scene, given)
        return runWatched(run, scene, { route, word, person: { ...visitor, role: visitor.role }, given })
      },
    }
  })
}
