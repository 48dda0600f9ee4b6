import './timeline.css'
import { formatInstant } from '../words/format.ts'
import { t } from '../words/words.ts'

export interface TimelineEntry {
  id: string
  /** RFC 3339 instant. */
  at: string
  who: string
  /** Role or unit the person acted under. */
  role?: string | undefined
  /** Words, not codes. */
  action: string
  from?: string | undefined
  to?: string | undefined
  note?: string | undefined
}

/** 流转记录, as the caller orders it: newest first is the habit. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline" aria-label={t('ui.timeline')}>
      {entries.map((entry) => (
        <li key={entry.id} class="timeline-entry">
          <div class="timeline-line">
            <strong>{entry.action}</strong>
            <span>
              {entry.who}
              {entry.role && <span class="muted">（{entry.role}）</span>}
            </span>
            <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
          </div>
          {entry.to && (
            <div class="timeline-move">
              {entry.from && `${entry.from} → `}
              {entry.to}
            </div>
          )}
          {entry.note && <div class="timeline-note">{entry.note}</div>}
        </li>
      ))}
    </ol>
  )
}
