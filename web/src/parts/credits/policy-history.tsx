import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { useQuery } from '../../use-query.ts'
import { t, wordFor } from '../../words/words.ts'

/** 流转记录 of a version. */
export function PolicyHistory({ id }: { id: string }) {
  const { district } = useActing()
  const query = useQuery('policyHistory', { params: { district, id } })
  return (
    <section class="card">
      <h2>{t('ui.timeline')}</h2>
      <QueryView query={query}>
        {({ items }) => (
          <Timeline
            entries={items.map((entry) => ({
              id: String(entry.version),
              at: entry.at,
              who: entry.actor,
              role: wordFor('role', entry.role),
              action: wordFor('policyAction', entry.action),
              note: entry.note ?? undefined,
            }))}
          />
        )}
      </QueryView>
    </section>
  )
}
