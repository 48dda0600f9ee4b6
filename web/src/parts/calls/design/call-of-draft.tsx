import { useState } from 'preact/hooks'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import type { Application } from '../applications/application-moves.tsx'

/** A draft taken over from the catalogue belongs to no call yet; the call brings its form. */
export function CallOfDraft({ one }: { one: Application }) {
  const { district } = useActing()
  const calls = useQuery('listCalls', { params: { district }, query: { state: 'open', limit: 200 } })
  const { send, busy, problem } = useSend('editApplication')
  const [chosen, setChosen] = useState('')
  async function take() {
    const answer = await send({ params: { district, id: one.id }, body: { callId: chosen }, ifMatch: one.version })
    if (answer.ok) location.reload()
  }
  return (
    <Callout
      kind="warning"
      title={t('calls.noForm')}
      actions={
        <Button kind="primary" busy={busy} disabled={chosen === ''} onClick={() => void take()}>
          {t('ui.confirm')}
        </Button>
      }
    >
      <Field label={t('menu.calls')} required help={t('calls.noFormHelp')} error={problem?.detail}>
        {(link) => (
          <Select
            {...link}
            value={chosen}
            onChange={setChosen}
            options={(calls.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </Field>
    </Callout>
  )
}
