import { Tag } from '../../ui/tag.tsx'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Project } from './project-page.tsx'
import { useToday } from './use-today.ts'

/** While it is in one of these, what lies behind its date has not been reported done. */
const going: readonly Project['state'][] = ['approved', 'preparing', 'running', 'suspended']

function Mark({ from, to, today, open }: { from: string; to: string; today: string; open: boolean }) {
  if (today < from) return <Tag>{t('projects.ahead')}</Tag>
  if (today <= to) return <Tag tone="blue">{t('projects.now')}</Tag>
  return open ? <Tag tone="accent">{t('projects.past')}</Tag> : <Tag tone="green">{t('projects.over')}</Tag>
}

/** The dated steps that were promised, in their order; stages may overlap. */
export function MilestonesCard({ milestones, state }: { milestones: Project['milestones']; state: Project['state'] }) {
  const today = useToday()
  const ordered = [...milestones].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
  return (
    <section class="card">
      <h2>{t('projects.milestones')}</h2>
      {ordered.length === 0 ? (
        <p class="muted">{t('projects.noMilestones')}</p>
      ) : (
        <ol class="milestones">
          {ordered.map(({ text, from, to }) => (
            <li key={`${from} ${to} ${text}`} class={today >= from && today <= to ? 'milestone-now' : undefined}>
              <span class="milestone-days">
                {formatDate(from)}
                {to !== from && ` — ${formatDate(to)}`}
              </span>
              <span class="milestone-text">{text}</span>
              <Mark from={from} to={to} today={today} open={going.includes(state)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
