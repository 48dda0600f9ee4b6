import { useActing } from '../../../session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant, formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'

/** Every submission of a sheet that was opened again, and what changed from one to the next. */
export function SheetVersions({ id }: { id: string }) {
  const { district } = useActing()
  const { data } = useQuery('readSheetVersions', { params: { district, id } })
  const items = data?.items ?? []
  // one submission that still stands is the sheet itself
  if (items.length === 0 || (items.length === 1 && items[0]?.reopened === null)) return null
  const shown = (side: { score: number | null; comment: string }) => (
    <>
      {side.score !== null && <strong>{pointsText(side.score)}</strong>}
      {side.comment !== '' && <span class="scoring-said">{side.comment}</span>}
      {side.score === null && side.comment === '' && t('ui.none')}
    </>
  )
  return (
    <section class="card stack">
      <h2>{t('scoring.versions')}</h2>
      {items.map((one, at) => (
        <div key={one.version} class="scoring-version">
          <h3>
            {t('scoring.version', { n: at + 1 })} {formatInstant(one.sealedAt)}{' '}
            <strong>
              {formatNumber(one.total, 2)} {t('quality.points')}
            </strong>{' '}
            <Tag tone={one.intact ? 'green' : 'red'}>{one.intact ? t('scoring.intact') : t('scoring.broken')}</Tag>{' '}
            {one.late && <Tag tone="amber">{t('scoring.late')}</Tag>}
          </h3>
          <code class="quality-code">{one.sha256}</code>
          {at > 0 && one.changes.length === 0 && <p class="muted">{t('scoring.noChanges')}</p>}
          {one.changes.length > 0 && (
            <DataTable
              caption={t('scoring.changes')}
              rows={one.changes}
              rowKey={({ key }) => key ?? ''}
              columns={[
                {
                  key: 'title',
                  title: t('quality.criterion'),
                  render: ({ key, title }) => (key === null ? t('scoring.generalComment') : title),
                  card: 'title',
                },
                { key: 'before', title: t('scoring.before'), render: ({ before }) => shown(before) },
                { key: 'after', title: t('scoring.after'), render: ({ after }) => shown(after) },
              ]}
            />
          )}
          {one.reopened && (
            <p>{t('scoring.reopenedAfter', { at: formatInstant(one.reopened.at), note: one.reopened.note })}</p>
          )}
        </div>
      ))}
    </section>
  )
}
