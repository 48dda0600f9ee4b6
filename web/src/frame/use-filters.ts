import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'

export interface Filters<K extends string> {
  /** What the list shows: the address of the page. */
  applied: Readonly<Partial<Record<K, string>>>
  /** What the bar shows before 查询. */
  draft: Readonly<Record<K, string>>
  set: (key: K, value: string) => void
  search: () => void
  reset: () => void
}

/** Conditions of a list, kept in the address so that a link and the way back bring the same list. */
export function useFilters<K extends string>(...keys: readonly K[]): Filters<K> {
  const { path, query, route } = useLocation()
  const inUrl = Object.fromEntries(keys.map((key) => [key, query[key] ?? ''])) as Record<K, string>
  const text = JSON.stringify(inUrl)
  const [draft, setDraft] = useState({ of: text, values: inUrl })
  const values = draft.of === text ? draft.values : inUrl
  function go(next: Readonly<Record<string, string>>) {
    const search = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== '')).toString()
    route(search === '' ? path : `${path}?${search}`)
  }
  return {
    applied: Object.fromEntries(Object.entries(inUrl).filter(([, value]) => value !== '')) as Partial<
      Record<K, string>
    >,
    draft: values,
    set: (key, value) => setDraft({ of: text, values: { ...values, [key]: value } }),
    search: () => go(values),
    reset: () => go({}),
  }
}
