import { useState } from 'preact/hooks'
import { type Answer, call } from '../../call.ts'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { ItemOf } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'

type Card = ItemOf<'listApplications'>
type BatchAction = 'screen' | 'return' | 'reject'

const actions: readonly BatchAction[] = ['screen', 'return', 'reject']

interface BatchScreeningProps {
  chosen: readonly Card[]
  onDone: () => void
}

/** One decision and one reason for many applications, sent one after the other so that each has its own version and answer. */
export function BatchScreening({ chosen, onDone }: BatchScreeningProps) {
  const { district } = useActing()
  const [action, setAction] = useState<BatchAction | null>(null)
  const [sent, setSent] = useState<number | null>(null)
  const [failures, setFailures] = useState<readonly string[]>([])
  const takers = chosen.filter((one) => action !== null && one.actions.includes(action))

  function send(one: Card, move: BatchAction, note: string): Promise<Answer<unknown>> {
    const given = { params: { district, id: one.id }, ifMatch: one.version }
    if (move === 'screen') return call('screenApplication', { ...given, body: note === '' ? {} : { note } })
    return call(move === 'return' ? 'returnApplication' : 'rejectApplication', { ...given, body: { note } })
  }
  async function run(note: string) {
    if (action === null) return
    const refused: string[] = []
    for (const [index, one] of takers.entries()) {
      setSent(index)
      const answer = await send(one, action, note)
      if (!answer.ok) refused.push(`${one.title}：${answer.problem.title}`)
    }
    setSent(null)
    setFailures(refused)
    refreshAll()
    if (refused.length > 0) return
    showToast({ kind: 'success', text: t('calls.batchDone', { n: takers.length }) })
    setAction(null)
    onDone()
  }
  const message = (
    <div class="stack">
      <p>{t('calls.batchHelp', { n: takers.length })}</p>
      {takers.length < chosen.length && (
        <p class="muted">{t('calls.batchLeft', { n: chosen.length - takers.length })}</p>
      )}
      {sent !== null && (
        <ProgressBar value={sent} max={takers.length} label={t('calls.batchSent', { n: sent, total: takers.length })} />
      )}
      {failures.length > 0 && (
        <Callout kind="error" title={t('calls.batchRefused', { n: failures.length })}>
          <ul>
            {failures.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  )
  return (
    <>
      {actions
        .filter((one) => chosen.some((card) => card.actions.includes(one)))
        .map((one) => (
          <Button
            key={one}
            size="small"
            kind={one === 'screen' ? 'primary' : one === 'reject' ? 'danger' : 'normal'}
            onClick={() => {
              setFailures([])
              setAction(one)
            }}
          >
            {wordFor('action', one)}
          </Button>
        ))}
      <ConfirmDialog
        open={action !== null}
        title={action === null ? '' : wordFor('action', action)}
        message={message}
        confirmLabel={action === null ? undefined : wordFor('action', action)}
        danger={action === 'reject'}
        note={{
          label: action === 'screen' ? t('frame.remark') : t('frame.reason'),
          required: action !== 'screen',
          help: t('calls.batchNote'),
          maxLength: 2000,
        }}
        busy={sent !== null}
        onConfirm={(note) => void run(note)}
        onClose={() => setAction(null)}
      />
    </>
  )
}
