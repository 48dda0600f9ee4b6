import '../quality.css'
import './scoring.css'
import { useRoute } from 'preact-iso'
import { addressOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { lazyExtra } from '../../../lazy-page.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { t } from '../../../words/words.ts'
import { OwnStanding } from '../evaluations/own-standing.tsx'
import { heldSheets, sheetsIn } from './scoring-sheets.ts'
import { progressText, SheetList } from './sheet-list.tsx'
import { useScoring } from './use-scoring.ts'

const ExportMenu = lazyExtra(() => import('../../../frame/export-menu.tsx').then((m) => m.ExportMenu))

/** 评分台: an expert's work in one panel, how far it is, and how they scored so far. */
export function ScoringPage() {
  const { district } = useActing()
  const id = useRoute().params['panelId'] ?? ''
  const { query, filter, setFilter } = useScoring(id, null)
  return (
    <QueryView query={query}>
      {(scoring) => {
        const total = heldSheets(scoring).length
        const sealed = sheetsIn(scoring, 'sealed').length
        const ready = sheetsIn(scoring, 'ready')
        const progress = progressText(scoring)
        const open = scoring.state === 'scoring' && sealed < total
        return (
          <>
            <PageHead
              title={scoring.callTitle}
              crumbs={[
                { label: t('shell.workbench'), href: '/' },
                { label: t('menu.scoresheets'), href: '/scoresheets' },
                { label: t('scoring.title') },
              ]}
              help={t('scoring.byRubric', { title: scoring.rubricTitle })}
              tags={scoring.blind && <Tag>{t('quality.blind')}</Tag>}
              actions={
                <>
                  <ExportMenu end address={(format) => addressOf('exportScores', { district, id }, { format })} />
                  {open && <Button href={`/scoring/${id}/import`}>{t('scoring.import')}</Button>}
                  {open && (
                    <Button kind={ready.length > 0 ? 'primary' : 'normal'} href={`/scoring/${id}/submit`}>
                      {t('scoring.submitAll')}
                    </Button>
                  )}
                </>
              }
            />
            {scoring.state === 'concluded' && <Callout>{t('scoring.concluded')}</Callout>}
            {open && scoring.dueOn !== null && (
              <Callout kind={scoring.overdue ? 'warning' : 'info'}>
                {scoring.overdue
                  ? t('scoring.lateNow', { day: scoring.dueOn })
                  : t('scoring.dueOn', { day: scoring.dueOn })}
              </Callout>
            )}
            {scoring.rubricRetired && <Callout>{t('scoring.rubricRetired')}</Callout>}
            <section class="card stack">
              <ProgressBar value={sealed} max={total} tone={sealed >= total ? 'done' : 'normal'} label={progress} />
              <SheetList scoring={scoring} filter={filter} onFilter={setFilter} />
            </section>
            <OwnStanding scoring={scoring} />
          </>
        )
      }}
    </QueryView>
  )
}
