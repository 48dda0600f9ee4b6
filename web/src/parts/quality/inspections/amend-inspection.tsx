import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'

/** 改期: another day, or other remarks, while the records are being filled in. */
export function AmendInspection({ one }: { one: OutputOf<'readInspection'> }) {
  const { district } = useActing()
  const [open, setOpen] = useState(false)
  const [visitOn, setVisitOn] = useState(one.visitOn)
  const [purpose, setPurpose] = useState(one.purpose)
  const { send, busy, problem, clear } = useSend('amendInspection')
  const errors = problem?.fields ?? {}
  function begin() {
    clear()
    setVisitOn(one.visitOn)
    setPurpose(one.purpose)
    setOpen(true)
  }
  async function amend() {
    const body = { visitOn, purpose }
    const answer = await send({ params: { district, id: one.id }, body, ifMatch: one.version })
    if (answer.ok) setOpen(false)
  }
  return (
    <>
      <div class="row">
        <Button onClick={begin}>{t('inspections.amend')}</Button>
      </div>
      <Dialog
        open={open}
        title={t('inspections.amend')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
            <Button kind="primary" busy={busy} disabled={visitOn === ''} onClick={() => void amend()}>
              {t('inspections.amend')}
            </Button>
          </>
        }
      >
        <div class="stack">
          <p class="muted">{t('inspections.amendHelp')}</p>
          {problem && (
            <Callout kind="error" title={problem.title}>
              {problem.detail}
            </Callout>
          )}
          <Field label={t('inspections.visitOn')} required short error={errors['/visitOn']}>
            {(link) => <DateInput {...link} value={visitOn} onChange={setVisitOn} />}
          </Field>
          <Field label={t('inspections.purpose')} optional error={errors['/purpose']}>
            {(link) => <Textarea {...link} rows={2} maxLength={500} value={purpose} onChange={setPurpose} />}
          </Field>
        </div>
      </Dialog>
    </>
  )
}
