import { useEffect, useState } from 'preact/hooks'
import { useActing } from '../../../session.ts'
import { type Query, useQuery } from '../../../use-query.ts'
import { type Filter, keptHere, type Scoring, storedFilter, storeFilter } from './scoring-sheets.ts'
import { sendKeptSheets } from './send-kept-sheets.ts'

/** One's own work in a panel: its sheets, what is shown of them, and what this device still keeps, sent when there is a network. */
export function useScoring(
  panelId: string | null,
  current: string | null,
): { query: Query<Scoring>; filter: Filter; setFilter: (filter: Filter) => void } {
  const { district } = useActing()
  const query = useQuery('readScoring', panelId === null ? null : { params: { district, id: panelId } })
  const [filter, setFilter] = useState<Filter>(storedFilter)
  const known = query.data !== undefined
  useEffect(() => {
    if (!known) return
    const send = async () => {
      const ids = (query.data?.sheets ?? [])
        .filter((sheet) => sheet.id !== current && keptHere(sheet))
        .map(({ id }) => id)
      if (await sendKeptSheets(district, ids)) query.refresh()
    }
    const online = () => void send()
    online()
    window.addEventListener('online', online)
    return () => window.removeEventListener('online', online)
  }, [known, current])
  return {
    query,
    filter,
    setFilter: (next) => {
      storeFilter(next)
      setFilter(next)
    },
  }
}
