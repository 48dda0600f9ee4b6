import { choicesOf, oneOf } from '../../frame/choices.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Field } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t, wordFor } from '../../words/words.ts'
import type { RobotDraft } from './robot-draft.ts'
import { robotEvents, robotKinds } from './robot-events.ts'

interface RobotFormProps {
  draft: RobotDraft
  onChange: (draft: RobotDraft) => void
  errors: Readonly<Record<string, string>>
  /** The robot that is edited: its kind stays, and what of its address may be shown. */
  known?: { host: string; addressTail: string; signed: boolean } | undefined
}

/** Address and secret go in and never come back: an empty one leaves what is stored. */
export function RobotForm({ draft, onChange, errors, known }: RobotFormProps) {
  const set = (change: Partial<RobotDraft>) => onChange({ ...draft, ...change })
  const stored = known && t('robots.keepAddress', { host: known.host, tail: known.addressTail })
  return (
    <>
      {!known && (
        <Field label={t('robots.kind')} required group error={errors['/kind']}>
          {(link) => (
            <RadioGroup
              {...link}
              value={draft.kind}
              onChange={(kind) => set({ kind: oneOf(robotKinds, kind), secret: '' })}
              options={choicesOf('robotKind', robotKinds)}
            />
          )}
        </Field>
      )}
      <Field label={t('robots.name')} required help={t('robots.nameHelp')} error={errors['/name']}>
        {(link) => <TextInput {...link} value={draft.name} onChange={(name) => set({ name })} maxLength={40} />}
      </Field>
      <Field
        label={t('robots.address')}
        required={!known}
        help={stored ?? wordFor('robots.addressHelp', draft.kind)}
        error={errors['/address']}
      >
        {(link) => (
          <TextInput
            {...link}
            type="url"
            autoComplete="off"
            value={draft.address}
            onChange={(address) => set({ address })}
            maxLength={500}
          />
        )}
      </Field>
      {draft.kind === 'dingtalk' && (
        <Field
          label={t('robots.secret')}
          optional
          help={known?.signed ? t('robots.keepSecret') : t('robots.secretHelp')}
          error={errors['/secret']}
        >
          {(link) => (
            <>
              <TextInput
                {...link}
                type="password"
                autoComplete="new-password"
                value={draft.secret}
                onChange={(secret) => set({ secret })}
                maxLength={200}
                disabled={draft.unsigned}
              />
              {known?.signed && (
                <Checkbox checked={draft.unsigned} onChange={(unsigned) => set({ unsigned, secret: '' })}>
                  {t('robots.unsign')}
                </Checkbox>
              )}
            </>
          )}
        </Field>
      )}
      <Field label={t('robots.events')} required group help={t('robots.eventsHelp')} error={errors['/events']}>
        {(link) => (
          <CheckboxGroup
            {...link}
            column
            value={draft.events}
            onChange={(chosen) => set({ events: robotEvents.filter((event) => chosen.includes(event)) })}
            options={robotEvents.map((event) => ({
              value: event,
              label: wordFor('robotEvent', event),
              help: wordFor('robotEventHelp', event),
            }))}
          />
        )}
      </Field>
    </>
  )
}
