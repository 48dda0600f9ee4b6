import { ROLES } from '@shixun/domain/identity/role'
import type { OutputOf } from '../call.ts'
import { Timeline } from '../ui/timeline.tsx'
import type { Query } from '../use-query.ts'
import { t, wordFor } from '../words/words.ts'
import { QueryView } from './query-view.tsx'

interface HistoryCardProps {
  /** Group of the state words, as `application`. */
  group: string
  query: Query<OutputOf<'readApplicationHistory'>>
}

function roleWord(role: string): string | undefined {
  return ROLES.some((known) => known === role) ? wordFor('role', role) : undefined
}

/** What an action is called for this kind of thing, where it has a word of its own: a call opens otherwise than a cohort. */
function actionWord(group: string, action: string): string {
  const own = wordFor(`${group}Action`, action)
  return own === action ? wordFor('action', action) : own
}

/** 流转记录, newest first. */
export function HistoryCard({ group, query }: HistoryCardProps) {
  const state = (code: string | null) => (code === null ? undefined : wordFor(group, code))
  return (
    <section class="card">
      <h2>{t('ui.timeline')}</h2>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">{t('ui.noHistory')}</p>
          ) : (
            <Timeline
              entries={[...items]
                .sort((a, b) => b.version - a.version)
                .map((entry) => ({
                  id: String(entry.version),
                  at: entry.at,
                  who: entry.actor,
                  role: roleWord(entry.role),
                  action: actionWord(group, entry.action),
                  from: entry.from === entry.to ? undefined : state(entry.from),
                  to: entry.from === entry.to ? undefined : state(entry.to),
                  note: entry.note ?? undefined,
                }))}
            />
          )
        }
      </QueryView>
    </section>
  )
}
