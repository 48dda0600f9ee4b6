import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { loadUnits } from '../../frame/load-units.ts'
import { enters } from '../../frame/menu-table.ts'
import { useActing } from '../../session.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Field } from '../../ui/field.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'

interface AdoptDialogProps {
  listing: { id: string; title: string; latest: number }
  onClose: () => void
}

/** 承接: one version becomes a draft of one's own; a bureau says for which school. */
export function AdoptDialog({ listing, onClose }: AdoptDialogProps) {
  const { district, role } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('adoptListing')
  const calls = useQuery('listCalls', { params: { district }, query: { state: 'open', limit: 200 } })
  const [callId, setCallId] = useState('')
  const [unit, setUnit] = useState<Choice | null>(null)
  const asksUnit = enters(role, 'adoptForUnit')
  const errors = problem?.fields ?? {}
  async function adopt() {
    const answer = await send({
      params: { id: listing.id },
      body: { version: listing.latest, callId: callId === '' ? undefined : callId, unitId: unit?.value },
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('flagship.adopted', { title: answer.body.title }) })
    route(`/applications/${answer.body.applicationId}`)
  }
  return (
    <FormDialog
      open
      title={t('flagship.adoptTitle', { title: listing.title })}
      confirmLabel={t('flagship.adopt')}
      ready={!asksUnit || unit !== null}
      busy={busy}
      problem={problem}
      onSubmit={() => void adopt()}
      onClose={onClose}
    >
      <p>{t('flagship.adoptHelp')}</p>
      {asksUnit && (
        <Field label={t('flagship.forSchool')} required error={errors['/unitId']}>
          {(link) => (
            <Combobox
              {...link}
              value={unit}
              onChange={setUnit}
              load={(query) => loadUnits('school', district, query)}
            />
          )}
        </Field>
      )}
      <Field label={t('flagship.intoCall')} optional help={t('flagship.intoCallHelp')} error={errors['/callId']}>
        {(link) => (
          <Select
            {...link}
            value={callId}
            onChange={setCallId}
            options={(calls.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            placeholder={t('flagship.noCall')}
          />
        )}
      </Field>
    </FormDialog>
  )
}
