import { useQuery } from '../use-query.ts'

/** The API's time in the demonstration, whose clock visitors move; the machine's own elsewhere. RFC 3339. */
export function useNow(): string {
  const clock = useQuery('readDemoClock', {})
  return clock.data?.now ?? new Date().toISOString()
}
