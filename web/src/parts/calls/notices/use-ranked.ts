import type { OutputOf } from '../../../call.ts'
import type { ProblemError } from '../../../problem.ts'
import { afterOf } from '../../../use-pages.ts'
import { type Query, useQuery } from '../../../use-query.ts'

type Page = OutputOf<'listApplications'>
export type Ranked = Page['items'][number]

const nextOf = (query: Query<Page>) => afterOf(query.data?.next)

/** The ranked applications of a call by rank: as many as a notice may hold, and some more. */
export function useRanked(
  district: string,
  call: string,
): { rows: readonly Ranked[]; loading: boolean; problem: ProblemError | undefined; refresh: () => void } {
  const input = (after: string | null | undefined) =>
    call === '' || after === null
      ? null
      : { params: { district }, query: { call, state: 'ranked' as const, limit: 200, after } }
  const first = useQuery('listApplications', input(undefined))
  const second = useQuery('listApplications', input(nextOf(first)))
  const third = useQuery('listApplications', input(nextOf(second)))
  const pages = [first, second, third]
  const rows = pages.flatMap(({ data }) => data?.items ?? [])
  return {
    rows: rows.sort((a, b) => (a.rank ?? rows.length) - (b.rank ?? rows.length)),
    loading: call !== '' && (first.data === undefined || pages.some(({ busy, data }) => busy && data === undefined)),
    problem: pages.find(({ problem }) => problem !== undefined)?.problem,
    refresh: first.refresh,
  }
}
