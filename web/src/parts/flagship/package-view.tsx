import './flagship.css'
import type { OutputOf } from '../../call.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { formatDate, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

type Package = OutputOf<'readListing'>['package']

function Text({ title, text }: { title: string; text: string }) {
  if (text.trim() === '') return null
  return (
    <section class="card">
      <h2>{title}</h2>
      <p class="package-text">{text}</p>
    </section>
  )
}

/** What a listing froze: design, outline, dates, figures, licence and origin. */
export function PackageView({ contents }: { contents: Package }) {
  const { outline, milestones, evaluation, origin } = contents
  return (
    <>
      <section class="card">
        <DescriptionList
          items={[
            { label: t('flagship.level'), value: wordFor('level', contents.level) },
            { label: t('flagship.phase'), value: contents.phase },
            { label: t('flagship.subject'), value: contents.subject },
            { label: t('flagship.module'), value: contents.module },
            { label: t('flagship.mode'), value: contents.mode },
            { label: t('flagship.hours'), value: formatNumber(contents.hours) },
            {
              label: t('flagship.evaluation'),
              value: `${formatNumber(evaluation.score / 100, 2)}（${wordFor('bandName', evaluation.band)}）`,
            },
            { label: t('flagship.origin'), value: `${origin.districtName} ${origin.number}` },
            { label: t('flagship.licence'), value: contents.licence },
          ]}
        />
      </section>
      <Text title={t('flagship.summary')} text={contents.summary} />
      {outline.length > 0 && (
        <section class="card">
          <h2>{t('flagship.outline')}</h2>
          <DataTable
            caption={t('flagship.outline')}
            rows={outline.map((row, at) => ({ ...row, at }))}
            rowKey={({ at }) => String(at)}
            columns={[
              { key: 'title', title: t('flagship.topic'), render: ({ title }) => title, card: 'title' },
              { key: 'module', title: t('flagship.module'), render: ({ module }) => module || t('ui.none') },
              { key: 'hours', title: t('flagship.hours'), align: 'right', render: ({ hours }) => formatNumber(hours) },
            ]}
          />
        </section>
      )}
      {milestones.length > 0 && (
        <section class="card">
          <h2>{t('flagship.milestones')}</h2>
          <DataTable
            caption={t('flagship.milestones')}
            rows={milestones.map((row, at) => ({ ...row, at }))}
            rowKey={({ at }) => String(at)}
            columns={[
              { key: 'text', title: t('flagship.step'), render: ({ text }) => text, card: 'title' },
              {
                key: 'when',
                title: t('frame.time'),
                nowrap: true,
                render: ({ from, to }) => `${formatDate(from)} — ${formatDate(to)}`,
              },
            ]}
          />
        </section>
      )}
      <Text title={t('flagship.trainers')} text={contents.trainers} />
      <Text title={t('flagship.resources')} text={contents.resources} />
    </>
  )
}
