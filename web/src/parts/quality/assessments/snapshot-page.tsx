import '../quality.css'
import './assessments.css'
import { useRoute } from 'preact-iso'
import { inWeChat } from '../../../frame/download.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatDate, formatInstant, formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { BandTag } from '../evaluations/band-tag.tsx'
import { AssessmentFigures } from './assessment-figures.tsx'

function save(name: string, value: unknown): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

/** One closed month: its figures with their inputs, and its hash. */
export function SnapshotPage() {
  const { district } = useActing()
  const { id = '', month = '' } = useRoute().params
  const query = useQuery('readProjectSnapshot', { params: { district, id, month } })
  const title = t('assessments.snapshot', { month })
  return (
    <QueryView query={query}>
      {(found) => (
        <>
          <PageHead
            title={title}
            help={t('assessments.snapshotHelp')}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.assessments'), href: '/assessments' },
              { label: t('assessments.trend'), href: `/projects/${id}/assessment` },
              { label: title },
            ]}
            tags={found.late && <Tag tone="amber">{t('assessments.lateHelp')}</Tag>}
            actions={
              !inWeChat() && (
                <>
                  <Button
                    onClick={() => {
                      const { inputs, derivation, sha256, engine, rubricId } = found
                      save(`${id}-${month}.json`, { rubricId, engine, sha256, inputs, derivation })
                    }}
                  >
                    {t('assessments.json')}
                  </Button>
                  <Button icon="print" onClick={() => print()}>
                    {t('ui.print')}
                  </Button>
                </>
              )
            }
          />
          <section class="card">
            <DescriptionList
              items={[
                {
                  label: t('assessments.total'),
                  value: found.total === null ? null : <strong>{formatNumber(found.total, 2)}</strong>,
                },
                { label: t('assessments.band'), value: <BandTag band={found.band} /> },
                { label: t('assessments.present'), value: formatNumber(found.present, 2) },
                { label: t('assessments.asOf'), value: formatDate(found.asOf) },
                { label: t('assessments.computedAt'), value: formatInstant(found.computedAt) },
                { label: t('assessments.hash'), value: <code class="assessment-hash">{found.sha256}</code> },
              ]}
            />
          </section>
          <AssessmentFigures found={found} />
        </>
      )}
    </QueryView>
  )
}
