import { useState } from 'preact/hooks'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'

interface RevealNumberProps {
  teacherId: string
  field: 'document' | 'certificate' | 'phone'
  what: string
  masked: string | null
  may: boolean
}

const shortest = 2

/** A number as it is shown, and in full once its purpose is written down. */
export function RevealNumber({ teacherId, field, what, masked, may }: RevealNumberProps) {
  const { district } = useActing()
  const { send, busy, problem, clear } = useSend('revealNumber')
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [shown, setShown] = useState<string | null>(null)
  async function reveal() {
    const answer = await send({ params: { district, id: teacherId }, body: { field, purpose: purpose.trim() } })
    if (!answer.ok) return
    setShown(answer.body.value ?? t('roster.nothingThere'))
    setAsking(false)
  }
  if (!masked) return <>{t('ui.none')}</>
  return (
    <>
      <span>{shown ?? masked}</span>{' '}
      {may && shown === null && (
        <Button
          kind="text"
          size="small"
          onClick={() => {
            clear()
            setPurpose('')
            setAsking(true)
          }}
        >
          {t('roster.reveal')}
          <span class="visually-hidden"> {what}</span>
        </Button>
      )}
      <FormDialog
        open={asking}
        title={t('roster.revealTitle', { what })}
        confirmLabel={t('roster.reveal')}
        ready={purpose.trim().length >= shortest}
        busy={busy}
        problem={problem}
        onSubmit={() => void reveal()}
        onClose={() => setAsking(false)}
      >
        <p>{t('roster.revealHelp')}</p>
        <Field label={t('frame.purpose')} required>
          {(link) => <TextInput {...link} value={purpose} onChange={setPurpose} maxLength={100} />}
        </Field>
      </FormDialog>
    </>
  )
}
