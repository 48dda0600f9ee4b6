import './scoring.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { addressOf, call, newKey, type OutputOf } from '../../../call.ts'
import { type ImportRead, ImportSource } from '../../../frame/import-source.tsx'
import { ImportSteps } from '../../../frame/import-steps.tsx'
import type { ImportColumn } from '../../../frame/pasted-table.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import type { ProblemError } from '../../../problem.ts'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import { ImportedSheets } from './imported-sheets.tsx'
import type { Scoring } from './scoring-sheets.ts'

export type ScoresAnswer = OutputOf<'importScores'>

/** The columns of the template, whose heads are Chinese whatever the language of the screen. */
function columnsOf({ criteria }: Scoring): ImportColumn[] {
  const points = criteria.flatMap(({ key, head, nature, max }, at) => [
    {
      key: `scores/${key}`,
      title: head,
      required: false,
      help: nature === 'veto' ? t('scoring.importVeto') : t('scoring.importPoints', { max: pointsText(max) }),
      example: nature === 'veto' ? '无' : pointsText(Math.floor(max / 100) * 100 - 50),
    },
    { key: `comments/${key}`, title: `意见 ${at + 1}`, required: false, help: t('scoring.importWords'), example: '' },
  ])
  return [
    { key: 'sheet', title: '材料', required: true, help: t('scoring.importSheetHelp'), example: '材料 A1B2C3' },
    ...points,
    { key: 'comment', title: '评审意见', required: false, help: t('scoring.importGeneral'), example: '' },
  ]
}

function rowsOf(read: ImportRead) {
  return read.rows.map((row) => {
    const part = (name: string) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([key, cell]) =>
          key.startsWith(`${name}/`) ? [[key.slice(name.length + 1), cell]] : [],
        ),
      )
    const { sheet = null, comment = null } = row
    return { sheet, scores: part('scores'), comments: part('comments'), comment }
  })
}

function Import({ scoring }: { scoring: Scoring }) {
  const { district } = useActing()
  const params = { district, id: scoring.panelId }
  const back = `/scoring/${scoring.panelId}`
  const columns = columnsOf(scoring)
  const [read, setRead] = useState<ImportRead | null>(null)
  const [preview, setPreview] = useState<ScoresAnswer | null>(null)
  const [done, setDone] = useState<ScoresAnswer | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  async function send(whole: ImportRead, dryRun: boolean) {
    setBusy(true)
    setProblem(null)
    const body = { rows: rowsOf(whole), dryRun }
    const answer = await call('importScores', { params, body, idempotencyKey: newKey() })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    // rows are told as the spreadsheet numbers them
    const rejected = answer.body.rejected.map((one) => ({ ...one, row: whole.lines[one.row - 1] ?? one.row }))
    const told = { ...answer.body, rejected }
    if (dryRun) return setPreview(told)
    setDone(told)
    refreshAll()
  }
  function again() {
    setRead(null)
    setPreview(null)
    setDone(null)
    setProblem(null)
  }
  const shown = done ?? preview
  return (
    <div class="card stack">
      <ImportSteps at={done ? 'done' : read ? 'check' : 'paste'} />
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      {!read && (
        <ImportSource
          columns={columns}
          template={{ href: addressOf('readScoresTemplate', params), name: 'scores.xlsx' }}
          backHref={back}
          onRows={(whole) => {
            setRead(whole)
            void send(whole, true)
          }}
        />
      )}
      {shown && <ImportedSheets answer={shown} columns={columns} done={done !== null} />}
      {read && (
        <div class="row">
          <Button onClick={again} disabled={busy}>
            {done ? t('scoring.importAgain') : t('frame.previous')}
          </Button>
          {done ? (
            <Button kind="primary" href={back}>
              {t('scoring.importBack')}
            </Button>
          ) : (
            preview &&
            preview.accepted > 0 && (
              <Button kind="primary" busy={busy} onClick={() => void send(read, false)}>
                {t('scoring.importConfirm', { n: preview.accepted })}
              </Button>
            )
          )}
        </div>
      )}
    </div>
  )
}

/** 导入离线评分: the template out, filled in without a network, looked at before anything changes. */
export function ImportScoresPage() {
  const { district } = useActing()
  const id = useRoute().params['panelId'] ?? ''
  const query = useQuery('readScoring', { params: { district, id } })
  return (
    <>
      <PageHead
        title={t('scoring.import')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('scoring.title'), href: `/scoring/${id}` },
          { label: t('scoring.import') },
        ]}
        help={t('scoring.importHelp')}
      />
      <QueryView query={query}>{(scoring) => <Import scoring={scoring} />}</QueryView>
    </>
  )
}
