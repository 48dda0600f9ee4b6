import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { ItemOf } from '../../../use-pages.ts'
import { useSend } from '../../../use-send.ts'
import { t, wordFor } from '../../../words/words.ts'
import { BatchResult } from './batch-result.tsx'
import { type ReturnOutcome, ReturnOutcomeField } from './return-outcome.tsx'

type Card = ItemOf<'listApplications'>
type Result = OutputOf<'batchApplications'>
type BatchAction = 'screen' | 'return' | 'reject'

const actions: readonly BatchAction[] = ['screen', 'return', 'reject']
/** As many as one request decides, in one commit. */
const most = 200

interface BatchScreeningProps {
  chosen: readonly Card[]
  onDone: () => void
}

/** One decision and one reason for many applications in one request; what was not taken is told one by one. */
export function BatchScreening({ chosen, onDone }: BatchScreeningProps) {
  const { district } = useActing()
  const batch = useSend('batchApplications')
  const [action, setAction] = useState<BatchAction | null>(null)
  const [outcome, setOutcome] = useState<ReturnOutcome>('revise')
  const [sent, setSent] = useState<number | null>(null)
  const [result, setResult] = useState<Result | null>(null)
  const takers = chosen.filter((one) => action !== null && one.actions.includes(action))

  async function run(note: string) {
    if (action === null) return
    const items = takers.map(({ id, version }) => ({ id, version }))
    const whole: Result = { done: 0, items: [] }
    while (whole.items.length < items.length) {
      setSent(whole.items.length)
      const part = items.slice(whole.items.length, whole.items.length + most)
      const body = { action, items: part, outcome, ...(note === '' ? {} : { note }) }
      const answer = await batch.send({ params: { district }, body })
      if (!answer.ok) return setSent(null)
      whole.done += answer.body.done
      whole.items.push(...answer.body.items)
    }
    setSent(null)
    setAction(null)
    if (whole.done < whole.items.length) return setResult(whole)
    showToast({ kind: 'success', text: t('files.batchDone', { n: whole.done }) })
    onDone()
  }
  const left = chosen.length - takers.length
  const message = (
    <div class="stack">
      <p>{t('calls.batchHelp', { n: takers.length })}</p>
      {left > 0 && <p class="muted">{t('calls.batchLeft', { n: left })}</p>}
      {action === 'return' && <ReturnOutcomeField value={outcome} onChange={setOutcome} />}
      {sent !== null && (
        <ProgressBar
          value={sent}
          max={takers.length}
          label={t('files.batchSending', { n: sent, total: takers.length })}
        />
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
              batch.clear()
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
        error={batch.problem ? `${batch.problem.title}　${batch.problem.detail}` : undefined}
        onConfirm={(note) => void run(note)}
        onClose={() => setAction(null)}
      />
      <BatchResult
        result={result}
        onClose={() => {
          setResult(null)
          onDone()
        }}
      />
    </>
  )
}
