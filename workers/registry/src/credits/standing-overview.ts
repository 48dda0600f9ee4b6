import type { countsOfPolicy, monthsOfPolicy } from '@shixun/db/tenant/standings'
import { BANDS, mainAmount } from '@shixun/domain/credits/teacher-standing'
import type { VersionRow } from './policy-card.ts'
import type { RecomputationRow } from './recomputation-card.ts'

type CountRow = ReturnType<ReturnType<typeof countsOfPolicy>['decode']>
type MonthRow = ReturnType<ReturnType<typeof monthsOfPolicy>['decode']>
type Counts = { met: number; onPace: number; behind: number; free: number }

function inForceCard({ id, title, no, validFrom, body }: VersionRow) {
  const posts = [
    ...body.requirements.flatMap(({ appliesTo }) => appliesTo?.posts ?? []),
    ...body.conversions.flatMap(({ factors }) => factors.map(({ post }) => post)),
  ]
  const requirements = body.requirements.filter(({ kind }) => kind === 'min')
  return {
    id,
    title,
    no,
    validFrom,
    requirements: requirements.map((one) => ({ id: one.id, title: one.title })),
    posts: [...new Set(posts)],
  }
}

function total(rows: readonly Counts[]): Counts {
  const sum = (pick: (row: Counts) => number) => rows.reduce((all, row) => all + pick(row), 0)
  return {
    met: sum(({ met }) => met),
    onPace: sum(({ onPace }) => onPace),
    behind: sum(({ behind }) => behind),
    free: sum(({ free }) => free),
  }
}

/** Figures of each school or phase, those with most behind first. */
function grouped(rows: readonly CountRow[], keyOf: (row: CountRow) => { key: string; name: string }) {
  const groups = new Map<string, { name: string; rows: CountRow[] }>()
  for (const row of rows) {
    const { key, name } = keyOf(row)
    const group = groups.get(key) ?? { name, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups]
    .map(([key, group]) => ({ key, name: group.name, ...total(group.rows) }))
    .filter(({ met, onPace, behind, free }) => met + onPace + behind + free > 0)
    .sort((a, b) => b.behind - a.behind || (a.name < b.name ? -1 : 1))
}

/** The overview of one version in force. */
export function overviewOf(given: {
  chosen: VersionRow | null
  inForce: readonly VersionRow[]
  state: RecomputationRow | null
  counts: readonly CountRow[]
  months: readonly MonthRow[]
}) {
  const { chosen, inForce, state, counts, months } = given
  const bands = Array.from({ length: BANDS }, (_, n) => counts.reduce((sum, row) => sum + (row.bands[n] ?? 0), 0))
  return {
    policy: chosen ? inForceCard(chosen) : null,
    policies: inForce.map(inForceCard),
    asOf: state?.asOf ?? null,
    computing: state !== null && state.state !== 'done',
    all: total(counts),
    schools: grouped(counts, ({ schoolId, schoolName }) => ({ key: schoolId, name: schoolName })),
    phases: grouped(counts, ({ phase }) => ({ key: phase, name: phase })),
    months,
    distribution: {
      unit: (chosen?.body.conversions.length ?? 0) > 0 ? 'credits' : 'hours',
      amount: chosen ? mainAmount(chosen.body) : 0,
      counts: bands,
    },
  }
}
