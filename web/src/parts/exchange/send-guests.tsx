import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { FindingList } from './finding-list.tsx'

interface SendGuestsProps {
  offer: Pick<OutputOf<'readOffer'>, 'id' | 'senderName'>
  guests: readonly OutputOf<'listGuests'>['items'][number][]
  onClose: (sent: boolean) => void
}

/** 报送主办局: what travels is said before it does; what blocks somebody asks for a reason. */
export function SendGuests({ offer, guests, onClose }: SendGuestsProps) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('sendGuests')
  const [waiver, setWaiver] = useState('')
  const blocked = guests.filter(
    ({ findings, waiver: given }) => !given && findings.some(({ mode }) => mode === 'block'),
  )
  const asks = blocked.length > 0 || problem?.code === 'training-repeated'
  async function deliver() {
    const reason = waiver.trim()
    const body = { teacherIds: guests.map(({ teacherId }) => teacherId), ...(reason === '' ? {} : { waiver: reason }) }
    const answer = await send({ params: { district, id: offer.id }, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('offers.sent', { n: guests.length }) })
    onClose(true)
  }
  return (
    <FormDialog
      open
      size="wide"
      title={t('offers.sendTitle', { sender: offer.senderName, n: guests.length })}
      confirmLabel={t('offers.send')}
      ready={!asks || waiver.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void deliver()}
      onClose={() => onClose(false)}
    >
      <Callout>{t('offers.sendHelp')}</Callout>
      <p>{guests.map(({ name, schoolName }) => `${name}（${schoolName}）`).join('、')}</p>
      {blocked.map(({ id, name, findings }) => (
        <div key={id}>
          <strong>{name}</strong>
          <FindingList findings={findings} />
        </div>
      ))}
      {asks && (
        <Field label={t('offers.waiver')} required help={t('offers.waiverHelp')}>
          {(link) => <Textarea {...link} value={waiver} onChange={setWaiver} maxLength={500} rows={3} />}
        </Field>
      )}
    </FormDialog>
  )
}
