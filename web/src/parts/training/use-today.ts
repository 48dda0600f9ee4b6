import { useQuery } from '../../use-query.ts'
import { formatDate } from '../../words/format.ts'

/** Today in China, `2026-11-21`; in the demonstration, of its clock. */
export function useToday(): string {
  const clock = useQuery('readDemoClock', {})
  return formatDate(clock.data?.now ?? Date.now())
}
