import type { ComponentChildren } from 'preact'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Query } from '../use-query.ts'
import { ProblemView } from './problem-view.tsx'

interface ListStateProps<Item> {
  query: Query<{ items: Item[]; next: string | null }>
  empty: ComponentChildren
  children: (items: readonly Item[]) => ComponentChildren
}

/** A short list inside a card: loading, refused, empty, or its items. */
export function ListState<Item>({ query, empty, children }: ListStateProps<Item>) {
  const { data, problem, refresh } = query
  if (data === undefined) return problem ? <ProblemView problem={problem} onRetry={refresh} /> : <Skeleton rows={4} />
  return <>{data.items.length === 0 ? empty : children(data.items)}</>
}
