import { useState } from 'preact/hooks'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import type { Entry } from './ledger-moves.tsx'

interface SettleChosenProps {
  entries: readonly Entry[]
  onDone: () => void
}

/** 批量认定: one decision for all that are chosen; what could not go is told by name. */
export function SettleChosen({ entries, onDone }: SettleChosenProps) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('batchLedger')
  const [asking, setAsking] = useState<'confirm' | 'refuse' | null>(null)
  const [recognise, setRecognise] = useState(true)
  const [stopped, setStopped] = useState('')
  async function settle(action: 'confirm' | 'refuse', note: string) {
    const items = entries.map(({ id, version }) => ({ id, version }))
    const body = { action, items, recognise, ...(note === '' ? {} : { note }) }
    const answer = await send({ params: { district }, body })
    if (!answer.ok) return
    const { done, refused } = answer.body
    const names = new Map(entries.map((entry) => [entry.id, entry.teacherName]))
    const text = t('ledger.batchDone', { done: done.length, refused: refused.length })
    if (refused.length === 0) {
      showToast({ kind: 'success', text })
      setAsking(null)
      onDone()
      return
    }
    setStopped(
      `${text}。${refused.map(({ id, title, detail }) => `${names.get(id) ?? id}：${title} ${detail}`).join('；')}`,
    )
  }
  const refusing = asking === 'refuse'
  return (
    <>
      <Button size="small" kind="primary" disabled={entries.length === 0} onClick={() => setAsking('confirm')}>
        {t('ledger.confirmMany', { n: entries.length })}
      </Button>
      <Button size="small" disabled={entries.length === 0} onClick={() => setAsking('refuse')}>
        {t('ledger.refuse')}
      </Button>
      <ConfirmDialog
        open={asking !== null}
        danger={refusing}
        title={refusing ? t('ledger.refuse') : t('ledger.confirmMany', { n: entries.length })}
        message={
          refusing ? (
            t('ledger.refuseHelp')
          ) : (
            <>
              <p>{t('ledger.confirmHelp')}</p>
              <Checkbox checked={recognise} onChange={setRecognise}>
                {t('ledger.recognise')}
              </Checkbox>
            </>
          )
        }
        confirmLabel={refusing ? t('ledger.refuse') : t('ledger.confirm')}
        note={{ label: refusing ? t('frame.reason') : t('frame.remark'), required: refusing, maxLength: 2000 }}
        busy={busy}
        error={stopped === '' ? problem && `${problem.title} ${problem.detail}` : stopped}
        onConfirm={(note) => void settle(asking ?? 'confirm', note)}
        onClose={() => {
          setAsking(null)
          if (stopped !== '') onDone()
          setStopped('')
        }}
      />
    </>
  )
}
