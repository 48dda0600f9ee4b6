import { CALL_KINDS, LEVELS } from '@shixun/domain/calls/design/call'
import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { t } from '../../../words/words.ts'
import type { CallDraft } from './call-draft.ts'

export interface CallStepProps {
  draft: CallDraft
  onChange: (part: Partial<CallDraft>) => void
  errors: Readonly<Record<string, string>>
}

export function CallBasicsStep({ draft, onChange, errors }: CallStepProps) {
  return (
    <>
      <Field label={t('calls.title')} required error={errors['/title']}>
        {(link) => (
          <TextInput
            {...link}
            value={draft.title}
            onChange={(title) => onChange({ title })}
            maxLength={100}
            placeholder={t('calls.titleExample')}
          />
        )}
      </Field>
      <div class="grid-2">
        <Field label={t('calls.kind')} required error={errors['/kind']}>
          {(link) => (
            <Select
              {...link}
              value={draft.kind}
              onChange={(kind) => onChange({ kind: oneOf(CALL_KINDS, kind) })}
              options={choicesOf('callKind', CALL_KINDS)}
              placeholder={null}
            />
          )}
        </Field>
        <Field label={t('calls.level')} required error={errors['/level']}>
          {(link) => (
            <Select
              {...link}
              value={draft.level}
              onChange={(level) => onChange({ level: oneOf(LEVELS, level) })}
              options={choicesOf('level', LEVELS)}
              placeholder={null}
            />
          )}
        </Field>
        <Field label={t('calls.year')} required error={errors['/year']}>
          {(link) => (
            <NumberInput {...link} value={draft.year} onChange={(year) => onChange({ year: year ?? draft.year })} />
          )}
        </Field>
        <Field label={t('design.contact')} help={t('design.contactHelp')} error={errors['/contact']}>
          {(link) => (
            <TextInput
              {...link}
              value={draft.contact}
              onChange={(contact) => onChange({ contact })}
              maxLength={100}
              placeholder={t('design.contactExample')}
            />
          )}
        </Field>
      </div>
      <Field label={t('calls.guidance')} help={t('calls.guidanceHelp')} error={errors['/guidance']}>
        {(link) => (
          <Textarea
            {...link}
            value={draft.guidance}
            onChange={(guidance) => onChange({ guidance })}
            rows={6}
            maxLength={20_000}
          />
        )}
      </Field>
    </>
  )
}
