import { DescriptionList } from '../../../ui/description-list.tsx'
import { formatInstant, formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { Application } from './application-moves.tsx'

/** What an application is, beside its answers. */
export function ApplicationFacts({ one }: { one: Application }) {
  const { provenance, copiedFrom } = one
  return (
    <section class="card">
      <h2>{t('frame.basics')}</h2>
      <DescriptionList
        items={[
          { label: t('calls.number'), value: one.number },
          { label: t('calls.unit'), value: `${one.unitName}（${wordFor('unitKind', one.unitKind)}）` },
          {
            label: t('menu.calls'),
            value: one.callId === null ? null : <a href={`/calls/${one.callId}`}>{one.callTitle}</a>,
          },
          { label: t('calls.submissions'), value: t('calls.times', { n: one.submissionNo }) },
          { label: t('calls.score'), value: formatNumber(one.score, 2) },
          { label: t('calls.rank'), value: one.rank === null ? null : String(one.rank) },
          {
            label: t('menu.publicity'),
            value: one.noticeId === null ? null : <a href={`/publicity/${one.noticeId}`}>{t('frame.view')}</a>,
          },
          { label: t('frame.updatedAt'), value: formatInstant(one.updatedAt) },
          ...(copiedFrom === null
            ? []
            : [
                {
                  label: t('files.copiedFrom'),
                  value: <a href={`/applications/${copiedFrom}`}>{t('files.copiedFromLink')}</a>,
                },
              ]),
          ...(provenance === null
            ? []
            : [
                {
                  label: t('calls.provenance'),
                  wide: true,
                  value: t('calls.provenanceValue', {
                    title: provenance.title,
                    version: provenance.version,
                    origin: provenance.origin,
                    curator: provenance.curator,
                  }),
                },
              ]),
        ]}
      />
    </section>
  )
}
