import '../quality.css'
import './scoring.css'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import { scoreText } from '../rankings/score-table.tsx'
import { keptHere, type OwnSheet, type Scoring, sheetsIn } from './scoring-sheets.ts'
import { useScoring } from './use-scoring.ts'

const most = 100

/** Every score of every finished sheet, and the question whether they are to be sealed. */
function Confirmation({ scoring }: { scoring: Scoring }) {
  const { district } = useActing()
  const { route } = useLocation()
  const submission = useSend('submitScoresheets')
  const ready = sheetsIn(scoring, 'ready').filter((sheet) => !keptHere(sheet))
  const waiting = sheetsIn(scoring, 'ready').length - ready.length
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = ready.filter(({ id }) => !left.includes(id)).slice(0, most)
  async function submit() {
    const sheets = chosen.map(({ id, version }) => ({ id, version }))
    const answer = await submission.send({ params: { district }, body: { sheets } })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('scoring.submitAllDone', { n: answer.body.items.length }) })
    route(`/scoring/${scoring.panelId}`)
  }
  if (ready.length === 0)
    return (
      <section class="card">
        <EmptyState
          title={t('scoring.nothingReady')}
          help={waiting > 0 ? t('scoring.onDevice') : t('scoring.nothingReadyHelp')}
          action={<Button href={`/scoring/${scoring.panelId}`}>{t('scoring.importBack')}</Button>}
        />
      </section>
    )
  return (
    <section class="card stack">
      {submission.problem && (
        <Callout kind="error" title={submission.problem.title}>
          {submission.problem.detail}
        </Callout>
      )}
      {scoring.overdue && <Callout kind="warning">{t('scoring.submitLate')}</Callout>}
      <DataTable<OwnSheet>
        wide
        caption={t('scoring.submitAllTitle')}
        rows={ready}
        rowKey={({ id }) => id}
        rowName={({ label }) => t('scoring.choose', { label })}
        selected={chosen.map(({ id }) => id)}
        onSelect={(ids) => setLeft(ready.filter(({ id }) => !ids.includes(id)).map(({ id }) => id))}
        columns={[
          {
            key: 'label',
            title: t('scoring.material'),
            card: 'title',
            nowrap: true,
            render: ({ id, label, no, late }) => (
              <>
                {no}. <a href={`/scoresheets/${id}`}>{label}</a> {late && <Tag tone="amber">{t('scoring.late')}</Tag>}
              </>
            ),
          },
          {
            key: 'total',
            title: t('quality.total'),
            align: 'right',
            render: ({ total }) => <strong>{pointsText(total ?? 0)}</strong>,
          },
          ...scoring.criteria.map(({ key, title, nature, max }) => ({
            key,
            title: nature === 'veto' ? title : `${title}（${pointsText(max)}）`,
            align: 'right' as const,
            render: ({ scores }: OwnSheet) => scoreText(scores[key], nature === 'veto'),
          })),
        ]}
      />
      <div class="row">
        <Button href={`/scoring/${scoring.panelId}`}>{t('frame.back')}</Button>
        <Button kind="primary" busy={submission.busy} disabled={chosen.length === 0} onClick={() => void submit()}>
          {t('scoring.submitChosen', { n: chosen.length })}
        </Button>
      </div>
    </section>
  )
}

export function SubmitSheetsPage() {
  const id = useRoute().params['panelId'] ?? ''
  const { query } = useScoring(id, null)
  return (
    <>
      <PageHead
        title={t('scoring.submitAllTitle')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('scoring.title'), href: `/scoring/${id}` },
          { label: t('scoring.submitAll') },
        ]}
        help={t('scoring.submitAllHelp')}
      />
      <QueryView query={query}>{(scoring) => <Confirmation scoring={scoring} />}</QueryView>
    </>
  )
}
