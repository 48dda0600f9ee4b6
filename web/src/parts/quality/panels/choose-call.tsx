import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Select } from '../../../ui/select.tsx'
import { useQuery } from '../../../use-query.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { PanelChoices } from './form-panel.tsx'

const most = 200

interface ChooseCallProps {
  choices: PanelChoices
  onChange: (more: Partial<PanelChoices>) => void
  onNext: () => void
}

/** First step: the call with its rules, how many experts an application gets, and until when. */
export function ChooseCall({ choices, onChange, onNext }: ChooseCallProps) {
  const { district } = useActing()
  const { callId, size, dueOn } = choices
  const calls = useQuery('listCalls', { params: { district }, query: { limit: most } })
  const one = useQuery('readCall', callId === '' ? null : { params: { district, id: callId } })
  const waiting = useQuery(
    'listApplications',
    callId === '' ? null : { params: { district }, query: { call: callId, state: 'screened', limit: most } },
  )
  const rules = one.data?.review
  const rubricId = one.data?.rubricId
  const found = waiting.data
  const count = found ? `${found.items.length}${found.next === null ? '' : '+'}` : '—'
  const nothing = found !== undefined && found.items.length === 0
  const ready = callId !== '' && rules !== undefined && !nothing && rubricId !== null
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onNext()
      }}
    >
      <Field label={t('quality.call')} required help={t('quality.callHelp')}>
        {(link) => (
          <Select
            {...link}
            value={callId}
            onChange={(next) => onChange({ callId: next, redraws: [] })}
            options={(calls.data?.items ?? [])
              .filter(({ state }) => state !== 'draft')
              .map((call) => ({ value: call.id, label: `${call.title}（${wordFor('call', call.state)}）` }))}
          />
        )}
      </Field>
      {rules && (
        <Callout
          title={`${t('panels.waiting')}：${count}`}
          actions={
            <>
              <Button size="small" href={`/calls/${callId}`}>
                {t('panels.openCall')}
              </Button>
              {rubricId && (
                <Button size="small" href={`/rubrics/${rubricId}`}>
                  {t('panels.openRubric')}
                </Button>
              )}
            </>
          }
        >
          {[
            wordFor('blindness', rules.blindness),
            wordFor('method', rules.method),
            t('quality.quotaIs', { n: rules.quota }),
          ].join('；')}
        </Callout>
      )}
      {nothing && <Callout kind="warning">{t('panels.noneWaiting')}</Callout>}
      {rules && rubricId === null && <Callout kind="warning">{t('panels.noRubric')}</Callout>}
      <div class="grid-2">
        <Field label={t('panels.size')} help={rules && t('panels.sizeHelp', { n: rules.expertsPerItem })}>
          {(link) => (
            <NumberInput
              {...link}
              value={size}
              onChange={(next) => onChange({ size: next })}
              unit={t('quality.persons')}
            />
          )}
        </Field>
        <Field label={t('panels.dueOn')} optional help={t('panels.dueOnHelp')}>
          {(link) => <DateInput {...link} value={dueOn} onChange={(next) => onChange({ dueOn: next })} />}
        </Field>
      </div>
      <div class="row">
        <Button href="/panels">{t('ui.cancel')}</Button>
        <Button kind="primary" type="submit" disabled={!ready}>
          {t('panels.experts')}
        </Button>
      </div>
    </form>
  )
}
