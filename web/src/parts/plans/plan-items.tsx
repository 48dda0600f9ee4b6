import './plans.css'
import { Tag } from '../../ui/tag.tsx'
import type { ItemOf } from '../../use-pages.ts'
import { formatDate } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

export type PlanItem = ItemOf<'listPlanItems'>
type Dated = PlanItem['milestones'][number]

function Dates({ title, dates }: { title: string; dates: readonly Dated[] }) {
  if (dates.length === 0) return null
  return (
    <div class="plan-dates">
      <span class="plan-label">{title}</span>
      <ul>
        {dates.map(({ text, from, to }) => (
          <li key={`${from} ${to} ${text}`}>
            <span class="plan-days">
              {formatDate(from)}
              {to !== from && ` — ${formatDate(to)}`}
            </span>
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Rows of the year's plan: dates as they were understood, doubts for a person, and the words they came from. */
export function PlanItems({ items }: { items: readonly PlanItem[] }) {
  return (
    <ol class="plan">
      {items.map((item) => (
        <li key={item.id} class="plan-item">
          <span class="plan-no">{item.no}</span>
          <div class="plan-body">
            <h2>
              {item.title} {item.category !== '' && <Tag>{item.category}</Tag>}
            </h2>
            <p class="plan-due">
              {item.due === null ? t('plans.noDue') : t('plans.due', { day: formatDate(item.due) })}
            </p>
            <Dates title={t('plans.milestones')} dates={item.milestones} />
            <Dates title={t('plans.windows')} dates={item.windows} />
            {item.doubts.length > 0 && (
              <ul class="plan-doubts" aria-label={t('plans.doubts')}>
                {item.doubts.map((doubt) => (
                  <li key={doubt}>
                    <Tag tone="accent">{t('plans.doubt')}</Tag> {wordFor('planDoubt', doubt)}
                  </li>
                ))}
              </ul>
            )}
            <details class="plan-original">
              <summary>{t('plans.original')}</summary>
              <p>{item.original}</p>
            </details>
          </div>
        </li>
      ))}
    </ol>
  )
}
