import { ROUTES } from '@shixun/contract/routes'
import { creditInput, creditsByBarePass, creditsByDomain } from './credit-ratio.ts'
import { type Bureau, fixedId } from './house.ts'
import { median, type Round, type Shot, shoot, type Target } from './load.ts'
import { addressOf, headersOf } from './metered.ts'
import { byBareLoop, byDomain, byDomainWithReliability, panelInput } from './panel-ratio.ts'

/** One comparison: medians of interleaved rounds. `ratio` is what the goal speaks of; `better` says in which direction. */
export type Comparison = {
  name: string
  goal: string
  better: 'higher' | 'lower'
  ratio: number
  /** CPU of the other side per request over that of this one: less moved by what else the machine does. */
  cpuRatio: number | null
  met: boolean
  product: Record<string, number | null>
  anchor: Record<string, number | null>
}
type Ends = { url: string; pid: number | undefined }

const WARM_MS = 400

function medianRound(rounds: readonly Round[]): { perSecond: number; cpuMicros: number | null } {
  const cpus = rounds.flatMap(({ cpu }) => (cpu === null ? [] : [cpu]))
  return {
    perSecond: Math.round(median(rounds.map(({ perSecond }) => perSecond))),
    cpuMicros: cpus.length === 0 ? null : Math.round(median(cpus)),
  }
}

async function duel(
  given: { name: string; goal: number; rounds: number; milliseconds: number },
  product: Target,
  anchor: Target,
): Promise<Comparison> {
  const [ours, theirs]: [Round[], Round[]] = [[], []]
  for (const target of [product, anchor]) await shoot(target, WARM_MS)
  for (let round = 0; round < given.rounds; round++) {
    const order = round % 2 ? ([anchor, product] as const) : ([product, anchor] as const)
    for (const target of order) (target === product ? ours : theirs).push(await shoot(target, given.milliseconds))
  }
  const ratio = median(ours.map(({ perSecond }, n) => perSecond / (theirs[n]?.perSecond ?? 1)))
  const cpus = ours.flatMap(({ cpu }, n) => {
    const other = theirs[n]?.cpu ?? null
    return cpu === null || cpu === 0 || other === null ? [] : [other / cpu]
  })
  return {
    name: given.name,
    goal: `≥ ${given.goal}`,
    better: 'higher',
    ratio,
    cpuRatio: cpus.length === 0 ? null : median(cpus),
    met: ratio >= given.goal,
    product: medianRound(ours),
    anchor: medianRound(theirs),
  }
}

function repeated(shot: Shot): () => Shot {
  return () => shot
}

/** Applications that wait at the office, each taken once: two of every ten of the fill. */
function waiting(): () => string {
  let n = 0
  return () => {
    n += n % 10 === 1 ? 1 : n % 10 === 2 ? 9 : 1
    return fixedId('app', n)
  }
}

/** Requests through everything against the same SQL on raw D1, behind the same session look-up. */
export async function requestRatios(
  bureau: Bureau,
  as: string,
  ends: { product: Ends; anchor: Ends },
  pace: { rounds: number; milliseconds: number },
): Promise<Comparison[]> {
  const { slug } = bureau.ref
  const headers = headersOf({ as })
  const against = (path: string): Target => ({
    ...ends.anchor,
    status: 200,
    next: repeated({ method: 'GET', path, headers }),
  })
  const get = (route: typeof ROUTES.readSchool | typeof ROUTES.listProjects, id = ''): Target => ({
    ...ends.product,
    status: 200,
    next: repeated({ method: 'GET', path: addressOf(route, { params: { district: slug, id } }), headers }),
  })
  const school = fixedId('sch', 1)
  const [ours, theirs] = [waiting(), waiting()]
  const json = { ...headers, 'content-type': 'application/json' }
  const note = JSON.stringify({ note: '请补充需求调研', outcome: 'revise' })
  const returns: Target = {
    ...ends.product,
    status: 200,
    next: () => {
      const id = ours()
      const path = addressOf(ROUTES.returnApplication, { params: { district: slug, id } })
      return { method: 'POST', path, headers: { ...json, 'idempotency-key': `k${id}` }, body: note }
    },
  }
  const raw = (way: 'return' | 'read-and-return'): Target => ({
    ...ends.anchor,
    status: 200,
    next: () => ({ method: 'POST', path: `/${slug}/${way}/${theirs()}`, headers: json, body: note }),
  })
  return [
    await duel(
      { name: 'GET by id through everything / session look-up + one raw point read', goal: 0.85, ...pace },
      get(ROUTES.readSchool, school),
      against(`/${slug}/schools/${school}`),
    ),
    await duel(
      { name: 'list of 20 / session look-up + the same raw query', goal: 0.8, ...pace },
      get(ROUTES.listProjects),
      against(`/${slug}/projects`),
    ),
    await duel(
      {
        name: 'action with journal and idempotency / session look-up + a raw batch of the same rows',
        goal: 0.75,
        ...pace,
      },
      returns,
      raw('return'),
    ),
    await duel(
      {
        name: 'the same action / session look-up + the read that a decision needs + the raw batch (for information)',
        goal: 0.75,
        ...pace,
      },
      returns,
      raw('read-and-return'),
    ),
  ]
}

/**
 * Aggregation, ranking and reliability of 5,000 items × 5 experts × 30 leaves against a loop over the same numbers that knows no
 * exactness, severity, ties or agreement; and how the time grows from a tenth to ten times the items.
 */
export function panelRatio(rounds: number): Comparison {
  const timed = (work: () => number, expected: number) => {
    const begun = performance.now()
    if (work() !== expected) throw new Error('an item was lost')
    return performance.now() - begun
  }
  const product: Record<string, number> = {}
  const anchor: Record<string, number> = {}
  let ratio = Number.NaN
  for (const items of [500, 50_000, 5000]) {
    const input = panelInput(items)
    const [ours, whole, theirs]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds + 5; round++) {
      const ranked = timed(() => byDomain(input), items)
      const bare = timed(() => byBareLoop(input), items)
      const agreed = timed(() => byDomainWithReliability(input), items)
      // the first rounds compile
      if (round < 5) continue
      ours.push(ranked)
      whole.push(agreed)
      theirs.push(bare)
    }
    product[`milliseconds for ${items}, without reliability`] = median(ours)
    product[`milliseconds for ${items}`] = median(whole)
    anchor[`milliseconds for ${items}`] = median(theirs)
    ratio = median(whole.map((time, n) => time / (theirs[n] ?? 1)))
  }
  return {
    name: 'aggregate, rank and reliability of 5,000 × 5 × 30 scores / a bare loop over the same typed arrays',
    goal: '≤ 6',
    better: 'lower',
    ratio,
    cpuRatio: null,
    met: ratio <= 6,
    product,
    anchor,
  }
}

/**
 * A policy of twelve requirements over the ledgers of so many teachers against a bare pass over the same columns; and how
 * the time grows: ten times the teachers should take ten times as long.
 */
export function creditRatio(rounds: number): Comparison {
  const timed = (work: () => number, expected: number) => {
    const begun = performance.now()
    if (work() !== expected) throw new Error('a teacher was lost')
    return performance.now() - begun
  }
  const product: Record<string, number> = {}
  const anchor: Record<string, number> = {}
  let ratio = Number.NaN
  for (const teachers of [200, 2000, 20_000]) {
    const input = creditInput(teachers)
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds + 5; round++) {
      const [domain, bare] = [
        timed(() => creditsByDomain(input), teachers),
        timed(() => creditsByBarePass(input), teachers),
      ]
      // the first rounds compile
      if (round < 5) continue
      ours.push(domain)
      theirs.push(bare)
    }
    product[`milliseconds for ${teachers}`] = median(ours)
    anchor[`milliseconds for ${teachers}`] = median(theirs)
    ratio = median(ours.map((time, n) => time / (theirs[n] ?? 1)))
  }
  return {
    name: 'credit policy of 12 requirements over 20,000 teachers × 60 entries / a bare pass over the same entries',
    goal: '≤ 8',
    better: 'lower',
    ratio,
    cpuRatio: null,
    met: ratio <= 8,
    product,
    anchor,
  }
}
