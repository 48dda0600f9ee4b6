import { useEffect, useState } from 'preact/hooks'
import type { PartRoute } from '../lazy-page.tsx'
import { beginOf, routesOf } from './part-routes.ts'

/** The pages that may stand at an address; null while they are fetched, `failed` when they could not be. */
export type PartRoutes = readonly PartRoute[] | 'failed' | null

const known = new Map<string, Exclude<PartRoutes, null>>()

/** Fetches the addresses of a part when one of them is asked for. */
export function usePartRoutes(path: string): PartRoutes {
  const begin = beginOf(path)
  const [, setArrived] = useState<string | null>(null)
  useEffect(() => {
    if (known.has(begin)) return
    const keep = (found: Exclude<PartRoutes, null>) => {
      known.set(begin, found)
      setArrived(begin)
    }
    routesOf(begin).then(keep, () => keep('failed'))
  }, [begin])
  return known.get(begin) ?? null
}
