import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { addressOf } from '../../../call.ts'
import { type ImportRead, ImportSource } from '../../../frame/import-source.tsx'
import { ImportSteps } from '../../../frame/import-steps.tsx'
import type { ImportColumn } from '../../../frame/pasted-table.ts'
import type { ProblemError } from '../../../problem.ts'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { ResultsPreview } from './results-preview.tsx'
import { type ResultsAnswer, sendResults } from './send-results.ts'

/** The titles of the template are Chinese whatever the language of the screen. */
function resultColumns(): readonly ImportColumn[] {
  const column = (key: 'number' | 'outcome' | 'reason', required: boolean, name: string, example: string) => ({
    key,
    required,
    title: t(`exports.${key}`),
    names: [name],
    help: t(`exports.${key}Help`),
    example,
  })
  return [
    column('number', true, '编号', 'SB2026-0001'),
    column('outcome', false, '结果', t('exports.outcomeExample')),
    column('reason', false, '理由', t('exports.reasonExample')),
  ]
}

/** 导入初审结果: template out, results in, looked at before anything changes. */
export function ImportResults() {
  const { district } = useActing()
  const id = useRoute().params['callId'] ?? ''
  const params = { district, id }
  const call = useQuery('readCall', { params })
  const [read, setRead] = useState<ImportRead | null>(null)
  const [preview, setPreview] = useState<ResultsAnswer | null>(null)
  const [done, setDone] = useState<ResultsAnswer | null>(null)
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const title = t('exports.importResults')
  const list = `/applications?call=${encodeURIComponent(id)}`
  const chosen = (read?.rows ?? []).filter(({ outcome }) => outcome !== undefined).length

  async function send(whole: ImportRead, dryRun: boolean) {
    setProblem(null)
    const answer = await sendResults({ params, read: whole, dryRun, onSent: setSent })
    setSent(null)
    if (!answer.ok) return setProblem(answer.problem)
    if (dryRun) return setPreview(answer.body)
    setDone(answer.body)
    refreshAll()
  }
  function take(whole: ImportRead) {
    setRead(whole)
    void send(whole, true)
  }
  function again() {
    setRead(null)
    setPreview(null)
    setDone(null)
    setProblem(null)
  }
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.applications'), href: list },
          { label: title },
        ]}
        help={call.data && t('exports.importResultsHelp', { title: call.data.title })}
      />
      <div class="card stack">
        <ImportSteps at={done ? 'done' : read ? 'check' : 'paste'} />
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        {!read && (
          <ImportSource
            columns={resultColumns()}
            template={{ href: addressOf('readResultsTemplate', params), name: 'results.xlsx' }}
            backHref={list}
            onRows={take}
          />
        )}
        {sent !== null && (
          <ProgressBar value={sent} max={chosen} label={t('exports.checking', { n: sent, total: chosen })} />
        )}
        {read && !done && preview && (
          <>
            {chosen === 0 ? (
              <Callout kind="warning" title={t('exports.nothing')}>
                {t('exports.nothingHelp')}
              </Callout>
            ) : (
              <Callout
                kind={preview.accepted > 0 ? 'info' : 'warning'}
                title={preview.accepted > 0 ? t('exports.willMove', { n: preview.accepted }) : t('exports.noneMoves')}
              >
                {preview.accepted > 0 && t('exports.willMoveHelp')}
              </Callout>
            )}
            {read.notes.map((note) => (
              <Callout key={note} kind="warning">
                {note}
              </Callout>
            ))}
            <ResultsPreview answer={preview} done={false} />
          </>
        )}
        {read && !done && (
          <div class="row">
            <Button disabled={sent !== null} onClick={again}>
              {t('frame.previous')}
            </Button>
            {preview && preview.accepted > 0 && (
              <Button kind="primary" busy={sent !== null} onClick={() => void send(read, false)}>
                {t('exports.confirm', { n: preview.accepted })}
              </Button>
            )}
          </div>
        )}
        {done && (
          <>
            <Callout kind="success" title={t('exports.done', { n: done.accepted })}>
              {t('exports.doneHelp')}
            </Callout>
            <ResultsPreview answer={done} done />
            <div class="row">
              <Button onClick={again}>{t('exports.another')}</Button>
              <Button kind="primary" href={list}>
                {t('exports.seeList')}
              </Button>
            </div>
          </>
        )}
      </div>
    </>
  )
}
