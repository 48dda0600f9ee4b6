import { BLINDNESS, METHODS } from '@shixun/domain/calls/design/call'
import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { Select } from '../../../ui/select.tsx'
import { t } from '../../../words/words.ts'
import type { CallStepProps } from './call-basics-step.tsx'
import { RubricChoice } from './rubric-choice.tsx'
import { TieBreakField } from './tie-break-field.tsx'

export function CallReviewStep({ draft, onChange, errors }: CallStepProps) {
  const { review } = draft
  const set = (part: Partial<typeof review>) => onChange({ review: { ...review, ...part } })
  return (
    <>
      <RubricChoice
        value={draft.rubricId}
        onChange={(rubricId) => onChange({ rubricId })}
        error={errors['/rubricId']}
      />
      <Field label={t('calls.blindness')} required group error={errors['/review/blindness']}>
        {(link) => (
          <RadioGroup
            {...link}
            value={review.blindness}
            onChange={(value) => set({ blindness: oneOf(BLINDNESS, value) })}
            options={choicesOf('blindness', BLINDNESS)}
          />
        )}
      </Field>
      <div class="grid-2">
        <Field label={t('calls.method')} required help={t('calls.methodHelp')} error={errors['/review/method']}>
          {(link) => (
            <Select
              {...link}
              value={review.method}
              onChange={(value) => set({ method: oneOf(METHODS, value) })}
              options={choicesOf('method', METHODS)}
              placeholder={null}
            />
          )}
        </Field>
        <Field label={t('calls.expertsPerItem')} required error={errors['/review/expertsPerItem']}>
          {(link) => (
            <NumberInput
              {...link}
              value={review.expertsPerItem}
              onChange={(n) => set({ expertsPerItem: n ?? 1 })}
              unit={t('calls.persons')}
            />
          )}
        </Field>
        <Field
          label={t('calls.approvalQuota')}
          required
          help={t('calls.approvalQuotaHelp')}
          error={errors['/review/quota']}
        >
          {(link) => (
            <NumberInput
              {...link}
              value={review.quota}
              onChange={(n) => set({ quota: n ?? 0 })}
              unit={t('calls.items')}
            />
          )}
        </Field>
        <Field label={t('calls.noticeDays')} required help={t('calls.noticeDaysHelp')} error={errors['/noticeDays']}>
          {(link) => (
            <NumberInput
              {...link}
              value={draft.noticeDays}
              onChange={(n) => onChange({ noticeDays: n ?? 1 })}
              unit={t('calls.workingDays')}
            />
          )}
        </Field>
      </div>
      <TieBreakField
        rubricId={draft.rubricId}
        value={review.tieBreak ?? []}
        onChange={(tieBreak) => set({ tieBreak })}
        error={errors['/review/tieBreak']}
      />
      {review.method === 'severity_adjusted' && (
        <Field
          label={t('calls.minSheets')}
          help={t('calls.minSheetsHelp')}
          error={errors['/review/minSheetsPerRater']}
          short
        >
          {(link) => (
            <NumberInput
              {...link}
              value={review.minSheetsPerRater ?? 3}
              onChange={(n) => set({ minSheetsPerRater: n ?? 3 })}
              unit={t('calls.sheets')}
            />
          )}
        </Field>
      )}
    </>
  )
}
