import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { LoadBars } from './load-bars.tsx'
import type { Preview } from './preview-draw.tsx'

const page = 200

/** The draw as a table: by expert how many, by application who and why. */
export function DrawnRows({ preview, onFrom }: { preview: Preview; onFrom: (from: number) => void }) {
  const { rows, experts, from, items } = preview
  return (
    <>
      <section class="card stack">
        <h2>{t('panels.loads')}</h2>
        <LoadBars experts={experts} />
      </section>
      <section class="card stack">
        <h2>{t('panels.who')}</h2>
        <DataTable
          caption={t('panels.who')}
          rows={rows}
          rowKey={({ applicationId }) => applicationId}
          columns={[
            {
              key: 'title',
              title: t('quality.application'),
              card: 'title',
              render: (row) => (
                <>
                  {row.title} {row.short && <Tag tone="amber">{t('panels.short')}</Tag>}
                  <div class="muted">{row.unitName}</div>
                </>
              ),
            },
            {
              key: 'what',
              title: `${t('panels.filterSubject')} · ${t('panels.filterPhase')}`,
              render: (row) =>
                [row.subject ?? '', row.phase === null ? '' : wordFor('phase', row.phase)]
                  .filter(Boolean)
                  .join(' · ') || t('ui.none'),
            },
            {
              key: 'seats',
              title: t('panels.because'),
              render: (row) => (
                <ul class="panels-why">
                  {row.seats.map(({ expertId, expertName, because }) => (
                    <li key={expertId}>
                      <strong>{expertName}</strong> <span class="muted">{because}</span>
                    </li>
                  ))}
                  {row.barred.map(({ expertId, expertName, conflicts }) => (
                    <li key={expertId}>
                      <Tag tone="red">{t('panels.barredItems')}</Tag> {expertName}{' '}
                      <span class="muted">{conflicts.map(({ detail }) => detail).join('；')}</span>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
        {items > page && (
          <div class="row">
            <Button size="small" disabled={from === 0} onClick={() => onFrom(Math.max(0, from - page))}>
              {t('ui.previous')}
            </Button>
            <span class="muted">{`${from + 1}–${from + rows.length} / ${items}`}</span>
            <Button size="small" disabled={from + rows.length >= items} onClick={() => onFrom(from + page)}>
              {t('ui.next')}
            </Button>
          </div>
        )}
      </section>
    </>
  )
}
