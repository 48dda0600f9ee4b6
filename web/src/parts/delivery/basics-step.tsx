import { LEVELS, PHASES } from '@shixun/domain/calls/design/call'
import { useState } from 'preact/hooks'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { channels } from '../../frame/credit-codes.ts'
import { loadUnits } from '../../frame/load-units.ts'
import { useActing } from '../../session.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Field } from '../../ui/field.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import type { CohortStepProps } from './cohort-draft.ts'
import { ModuleInput } from './module-input.tsx'

/** What the cohort is and what its hours are counted as. */
export function BasicsStep({
  draft,
  onChange,
  errors,
  providerName,
}: CohortStepProps & { providerName: string | null }) {
  const { district, role } = useActing()
  const known = draft.providerId === null ? null : { value: draft.providerId, label: providerName ?? draft.providerId }
  const [provider, setProvider] = useState<Choice | null>(known)
  const text = (key: 'title' | 'line' | 'topic' | 'subject' | 'category', most: number) => (link: object) => (
    <TextInput {...link} value={draft[key]} onChange={(value) => onChange({ [key]: value })} maxLength={most} />
  )
  return (
    <>
      <Field label={t('cohorts.name')} required error={errors['/title']} pointer="/title">
        {text('title', 100)}
      </Field>
      <Field label={t('cohorts.provider')} help={t('cohorts.providerHelp')} error={errors['/providerId']}>
        {(link) => (
          <Combobox
            {...link}
            value={provider}
            disabled={role === 'provider'}
            placeholder={t('cohorts.noProvider')}
            load={(query) => loadUnits('provider', district, query)}
            onChange={(next) => {
              setProvider(next)
              onChange({ providerId: next?.value ?? null })
            }}
          />
        )}
      </Field>
      <div class="grid-2">
        <Field label={t('cohorts.topic')} required error={errors['/topic']}>
          {text('topic', 60)}
        </Field>
        <Field label={t('cohorts.line')} required help={t('cohorts.lineHelp')} error={errors['/line']}>
          {text('line', 100)}
        </Field>
        <Field label={t('cohorts.level')} required error={errors['/level']}>
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
        <Field label={t('cohorts.module')} required error={errors['/module']}>
          {(link) => <ModuleInput {...link} value={draft.module} onChange={(module) => onChange({ module })} />}
        </Field>
        <Field label={t('cohorts.channel')} required help={t('cohorts.channelHelp')} error={errors['/channel']}>
          {(link) => (
            <Select
              {...link}
              value={draft.channel}
              onChange={(channel) => onChange({ channel: oneOf(channels, channel) })}
              options={choicesOf('channel', channels)}
              placeholder={null}
            />
          )}
        </Field>
        <Field label={t('cohorts.phase')} error={errors['/phase']}>
          {(link) => (
            <Select
              {...link}
              value={draft.phase}
              onChange={(phase) => onChange({ phase: phase === '' ? '' : oneOf(PHASES, phase) })}
              options={choicesOf('phase', PHASES)}
              placeholder={t('cohorts.anyPhase')}
            />
          )}
        </Field>
        <Field label={t('cohorts.subject')} help={t('cohorts.subjectHelp')} error={errors['/subject']}>
          {text('subject', 40)}
        </Field>
        <Field label={t('cohorts.category')} help={t('cohorts.categoryHelp')} error={errors['/category']}>
          {text('category', 40)}
        </Field>
      </div>
    </>
  )
}
