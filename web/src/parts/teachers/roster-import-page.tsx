import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { addressOf, call } from '../../call.ts'
import { inWeChat } from '../../frame/download.ts'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { saveAnswer } from '../../frame/save-answer.ts'
import { lazyPage } from '../../lazy-page.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { type RosterImportStep, RosterImportSteps } from './roster-import-steps.tsx'
import type { RosterImport } from './stage-rows.ts'
import { type ImportSteps, useImportSteps } from './use-import-steps.ts'

const RosterImportRows = lazyPage(() => import('./roster-import-rows.tsx').then((m) => m.RosterImportRows))

const places: Record<RosterImport['state'], RosterImportStep> = {
  staging: 'read',
  checked: 'check',
  applying: 'write',
  done: 'done',
  undoing: 'write',
  undone: 'done',
  discarded: 'done',
}

function movesOf(district: string, row: RosterImport): Move[] {
  const asked = { params: { district, id: row.id }, body: {}, ifMatch: row.version }
  const n = row.fresh + row.changed
  return [
    {
      action: 'discard',
      label: t('roster.discard'),
      message: t('roster.discardHelp'),
      note: 'none',
      send: () => call('discardRosterImport', asked),
    },
    {
      action: 'undo',
      label: t('roster.undo'),
      message: t('roster.undoHelp'),
      note: 'none',
      kind: 'danger',
      send: () => call('undoRosterImport', asked),
    },
    {
      action: 'apply',
      label: t('roster.confirm'),
      message: n > 0 ? t('roster.confirmHelp', { n }) : t('roster.nothingToWrite'),
      note: 'none',
      kind: 'primary',
      send: () => call('applyRosterImport', asked),
    },
  ]
}

/** What stands there, in a sentence, for each state that is not under way. */
function Standing({ row }: { row: RosterImport }) {
  const { fresh, changed, wrong, applied, reverted, kept } = row
  if (row.state === 'checked')
    return (
      <Callout kind={wrong > 0 ? 'warning' : 'info'} title={t('roster.checkedTitle')}>
        {t('roster.checkedHelp', { fresh, changed, wrong })}
      </Callout>
    )
  if (row.state === 'done')
    return (
      <Callout kind="success" title={t('roster.doneTitle', { n: applied })}>
        {t('roster.doneHelp')}
      </Callout>
    )
  if (row.state === 'undone')
    return <Callout kind={kept > 0 ? 'warning' : 'success'} title={t('roster.undoneTitle', { reverted, kept })} />
  return row.state === 'discarded' ? <Callout title={t('roster.discardedTitle')} /> : null
}

function UnderWay({ row, steps }: { row: RosterImport; steps: ImportSteps }) {
  const writing = row.state === 'applying'
  const [n, total] = writing ? [row.applied, row.fresh + row.changed] : [row.reverted + row.kept, row.applied]
  return (
    <>
      <ProgressBar
        value={n}
        max={total}
        label={writing ? t('roster.writing', { n, total }) : t('roster.undoing', { n, total })}
      />
      {steps.problem && (
        <Callout kind="error" title={steps.problem.title}>
          {steps.problem.detail}
        </Callout>
      )}
      {!steps.running && <Callout kind="warning">{writing ? t('roster.stopped') : t('roster.stoppedUndo')}</Callout>}
      <div class="row">
        {steps.running ? (
          <Button onClick={steps.pause}>{t('roster.pause')}</Button>
        ) : (
          <Button kind="primary" onClick={steps.run}>
            {t('roster.resume')}
          </Button>
        )}
      </div>
    </>
  )
}

function WrongFile({ id }: { id: string }) {
  const { district } = useActing()
  const [busy, setBusy] = useState(false)
  async function save() {
    if (inWeChat()) return showToast({ text: t('shell.wechat') })
    setBusy(true)
    const problem = await saveAnswer(addressOf('readRefusedRoster', { district, id }))
    setBusy(false)
    if (problem) showToast({ kind: 'error', text: `${problem.title}。${problem.detail}` })
  }
  return (
    <Callout
      actions={
        <Button size="small" icon="download" busy={busy} onClick={() => void save()}>
          {t('roster.wrongFile')}
        </Button>
      }
    >
      {t('roster.wrongFileHelp')}
    </Callout>
  )
}

/** One import of the roster: looked at, written, taken back; left and come back to. */
export function RosterImportPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readRosterImport', { params: { district, id } })
  const steps = useImportSteps(district, id)
  return (
    <QueryView query={query}>
      {(asked) => {
        // a step's own answer is newer than what the page asked for before
        const row = steps.now && steps.now.version > asked.version ? steps.now : asked
        const underWay = row.actions.includes('step')
        return (
          <>
            <PageHead
              title={row.fileName}
              crumbs={[
                { label: t('shell.workbench'), href: '/' },
                { label: t('menu.teachers'), href: '/teachers' },
                { label: t('teachers.importTeachers'), href: '/teachers/import' },
                { label: row.fileName },
              ]}
              tags={<StateTag group="rosterImport" state={row.state} />}
              actions={
                <>
                  {(row.state === 'done' || row.state === 'undone') && (
                    <>
                      <Button href="/teachers/import">{t('roster.importAgain')}</Button>
                      <Button kind="primary" href="/teachers">
                        {t('roster.goToList')}
                      </Button>
                    </>
                  )}
                  {!steps.running && (
                    <MoveButtons
                      offered={row.actions}
                      moves={movesOf(district, row)}
                      onDone={({ action }) => {
                        if (action !== 'discard') steps.run()
                      }}
                    />
                  )}
                </>
              }
            />
            <div class="card stack">
              <RosterImportSteps at={places[row.state]} />
              {underWay ? <UnderWay row={row} steps={steps} /> : <Standing row={row} />}
              {row.wrong > 0 && row.state !== 'staging' && <WrongFile id={id} />}
            </div>
            {!steps.running && <RosterImportRows key={row.state} row={row} />}
          </>
        )
      }}
    </QueryView>
  )
}
