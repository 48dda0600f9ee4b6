import type { RouteId, Routes } from '@shixun/contract/routes'
import { useState } from 'preact/hooks'
import { addressOf, type CallInput, type OutputOf } from './call.ts'
import { type Query, useQuery } from './use-query.ts'

/** Routes that answer page by page. */
export type ListId = {
  [I in RouteId]: Routes[I] extends { query: unknown }
    ? OutputOf<I> extends { items: unknown[]; next: string | null }
      ? I
      : never
    : never
}[RouteId]
export type ItemOf<I extends ListId> = OutputOf<I> extends { items: (infer Item)[] } ? Item : never

export interface Pages<I extends ListId> {
  query: Query<OutputOf<I>>
  items: readonly ItemOf<I>[]
  pager: { onPrevious: (() => void) | undefined; onNext: (() => void) | undefined; busy: boolean }
  /** Where the whole list lies as a file, under the filters in force. */
  exportAddress: (format: 'xlsx' | 'csv', purpose?: string) => string
}

/** Where the next page begins, from its address. */
export function afterOf(next: string | null | undefined): string | null {
  return next ? new URL(next, location.origin).searchParams.get('after') : null
}

/** Keyset paging: the places passed are kept on a stack, so that 上一页 works; other filters start at the first page. */
export function usePages<I extends ListId>(
  id: I,
  inputAfter: (after: string | undefined) => CallInput<I> | null,
): Pages<I> {
  const input = inputAfter(undefined)
  const first = JSON.stringify(input)
  const [passed, setPassed] = useState<{ of: string; afters: readonly string[] }>({ of: first, afters: [] })
  const afters = passed.of === first ? passed.afters : []
  const query = useQuery(id, inputAfter(afters[afters.length - 1]))
  const page = query.data as { items: readonly ItemOf<I>[]; next: string | null } | undefined
  const next = afterOf(page?.next)
  return {
    query,
    items: page?.items ?? [],
    pager: {
      onPrevious: afters.length > 0 ? () => setPassed({ of: first, afters: afters.slice(0, -1) }) : undefined,
      onNext: next === null ? undefined : () => setPassed({ of: first, afters: [...afters, next] }),
      busy: query.busy,
    },
    exportAddress: (format, purpose) => {
      const filters: Record<string, unknown> = { ...input?.query, limit: undefined, after: undefined }
      return addressOf(id, input?.params, { ...filters, format, purpose })
    },
  }
}
