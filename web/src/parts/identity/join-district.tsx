import { useEffect, useState } from 'preact/hooks'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'

/** The code of another bureau's invitation; the role it gives stands in the switcher afterwards. */
export function JoinDistrict({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { session, replace } = useActing()
  const { send, busy, problem, clear } = useSend('acceptInvitation')
  const [code, setCode] = useState('')
  useEffect(() => {
    setCode('')
    clear()
  }, [open])
  async function join() {
    const answer = await send({ body: { code: code.trim() } })
    if (!answer.ok) return
    replace(answer.body)
    const held = new Set(session.memberships.map(({ id }) => id))
    const added = answer.body.memberships.find(({ id }) => !held.has(id))
    showToast({ kind: 'success', text: t('frame.joined', { name: added?.district?.name ?? '' }) })
    onClose()
  }
  return (
    <FormDialog
      open={open}
      title={t('frame.join')}
      confirmLabel={t('frame.joinVerb')}
      ready={code.trim().length >= 10}
      busy={busy}
      problem={problem}
      onSubmit={() => void join()}
      onClose={onClose}
    >
      <Field label={t('frame.joinCode')} required help={t('frame.joinHelp')} error={problem?.fields['/code']}>
        {(link) => <TextInput {...link} value={code} onChange={setCode} maxLength={60} autoComplete="off" />}
      </Field>
    </FormDialog>
  )
}
