import './assessments.css'
import type { AssessmentSetting } from '@shixun/domain/quality/assessments/assessment-setting'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Field, type FieldLink } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Select } from '../../../ui/select.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { SettingForm } from '../../settings/setting-form.tsx'
import { AlarmRulesEditor } from './alarm-rules-editor.tsx'

type Choices = readonly { value: string; label: string }[]

function RubricSelect({
  value,
  onChange,
  rubrics,
  link,
  readOnly,
}: {
  value: string | null
  onChange: (id: string | null) => void
  rubrics: Choices
  link: FieldLink
  readOnly: boolean
}) {
  return (
    <Select
      {...link}
      value={value ?? ''}
      disabled={readOnly}
      placeholder={t('assessments.noRubric')}
      onChange={(id) => onChange(id === '' ? null : id)}
      options={rubrics}
    />
  )
}

function CallRubrics({
  calls,
  onChange,
  rubrics,
  offered,
  readOnly,
  errors,
}: {
  calls: AssessmentSetting['calls']
  onChange: (calls: AssessmentSetting['calls']) => void
  rubrics: Choices
  offered: Choices
  readOnly: boolean
  errors: Readonly<Record<string, string>>
}) {
  const put = (index: number, given: Partial<AssessmentSetting['calls'][number]>) =>
    onChange(calls.map((one, at) => (at === index ? { ...one, ...given } : one)))
  const free = offered.find(({ value }) => calls.every(({ callId }) => callId !== value))
  return (
    <>
      {calls.map(({ callId, rubricId }, index) => (
        <fieldset class="assessment-rule" key={callId} aria-label={t('assessments.call')}>
          <Field label={t('assessments.call')} error={errors[`/value/calls/${index}/callId`]}>
            {(link) => (
              <Select
                {...link}
                value={callId}
                disabled={readOnly}
                placeholder={null}
                onChange={(id) => put(index, { callId: id })}
                options={offered}
              />
            )}
          </Field>
          <Field label={t('assessments.callRubric')}>
            {(link) => (
              <RubricSelect
                link={link}
                value={rubricId}
                rubrics={rubrics}
                readOnly={readOnly}
                onChange={(id) => put(index, { rubricId: id })}
              />
            )}
          </Field>
          {!readOnly && (
            <Button kind="text" size="small" onClick={() => onChange(calls.filter((_, at) => at !== index))}>
              {t('assessments.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      {!readOnly && free && (
        <Button onClick={() => onChange([...calls, { callId: free.value, rubricId: null }])}>
          {t('assessments.addCall')}
        </Button>
      )}
    </>
  )
}

/** 动态考核: by which rubric, until which day of the month, and when an alarm sounds. */
export function AssessmentSettingPage() {
  const { district } = useActing()
  const params = { district }
  const found = useQuery('listRubrics', { params, query: { limit: 200 } }).data?.items ?? []
  const opened = useQuery('listCalls', { params, query: { limit: 200 } }).data?.items ?? []
  const rubrics = found
    .filter(({ purpose, state }) => purpose === 'completion' && state === 'published')
    .map(({ id, title }) => ({ value: id, label: title }))
  const offered = opened.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <SettingForm<AssessmentSetting> settingKey="assessment" help={t('settings.about.assessment')}>
      {({ value, onChange, errors, readOnly }) => (
        <>
          <section class="card stack">
            <Field label={t('assessments.rubric')} help={t('assessments.rubricHelp')} error={errors['/value/rubricId']}>
              {(link) => (
                <RubricSelect
                  link={link}
                  value={value.rubricId}
                  rubrics={rubrics}
                  readOnly={readOnly}
                  onChange={(rubricId) => onChange({ ...value, rubricId })}
                />
              )}
            </Field>
            <Field
              label={t('assessments.dayOfMonth')}
              help={t('assessments.dayHelp')}
              error={errors['/value/dayOfMonth']}
              short
            >
              {(link) => (
                <NumberInput
                  {...link}
                  value={value.dayOfMonth}
                  unit={t('assessments.dayUnit')}
                  readOnly={readOnly}
                  onChange={(day) => onChange({ ...value, dayOfMonth: day ?? 31 })}
                />
              )}
            </Field>
          </section>
          <section class="card stack">
            <h2>{t('assessments.callRubrics')}</h2>
            <CallRubrics
              calls={value.calls}
              rubrics={rubrics}
              offered={offered}
              readOnly={readOnly}
              errors={errors}
              onChange={(calls) => onChange({ ...value, calls })}
            />
          </section>
          <section class="card stack">
            <h2>{t('assessments.rules')}</h2>
            <p class="muted">{t('assessments.rulesHelp')}</p>
            <AlarmRulesEditor
              rules={value.alarms}
              errors={errors}
              readOnly={readOnly}
              onChange={(alarms) => onChange({ ...value, alarms })}
            />
          </section>
        </>
      )}
    </SettingForm>
  )
}
