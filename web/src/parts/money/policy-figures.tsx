import { choicesOf, oneOf } from '../../frame/choices.ts'
import { Field } from '../../ui/field.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { t, wordFor } from '../../words/words.ts'
import { type BudgetPolicy, hundredthsOf, lecturerTitles, personDayClasses } from './policy-rules.ts'

interface FiguresProps {
  policy: BudgetPolicy
  errors: Readonly<Record<string, string>>
  disabled: boolean
  onChange: (policy: BudgetPolicy) => void
}

interface FigureProps {
  label: string
  pointer: string
  unit: string
  /** In hundredths. */
  value: number
  errors: FiguresProps['errors']
  disabled: boolean
  onChange: (hundredths: number) => void
}

function Figure({ label, pointer, unit, value, errors, disabled, onChange }: FigureProps) {
  return (
    <Field label={label} required short error={errors[pointer]} pointer={pointer}>
      {(link) => (
        <NumberInput
          {...link}
          value={value / 100}
          onChange={(figure) => onChange(hundredthsOf(figure))}
          decimals={2}
          unit={unit}
          disabled={disabled}
        />
      )}
    </Field>
  )
}

interface AmountProps extends Pick<FigureProps, 'label' | 'pointer' | 'errors' | 'disabled'> {
  fen: number
  onChange: (fen: number) => void
}

function Amount({ label, pointer, fen, errors, disabled, onChange }: AmountProps) {
  return (
    <Field label={label} required error={errors[pointer]} pointer={pointer}>
      {(link) => <MoneyInput {...link} value={fen} onChange={(value) => onChange(value ?? 0)} disabled={disabled} />}
    </Field>
  )
}

/** Rates a person and day, and which days count. */
export function PersonDayFigures({ policy, errors, disabled, onChange }: FiguresProps) {
  const { personDay, travelDays } = policy
  const set = (change: Partial<BudgetPolicy['personDay']>) =>
    onChange({ ...policy, personDay: { ...personDay, ...change } })
  const travel = (key: keyof BudgetPolicy['travelDays']) => (
    <Figure
      label={t(`budgetPolicy.${key}`)}
      pointer={`/value/travelDays/${key}`}
      unit={t('budgetPolicy.days')}
      value={travelDays[key]}
      errors={errors}
      disabled={disabled}
      onChange={(days) => onChange({ ...policy, travelDays: { ...travelDays, [key]: days } })}
    />
  )
  return (
    <>
      <div class="grid-2">
        <Field label={t('budgetPolicy.inForce')} required>
          {(link) => (
            <Select
              {...link}
              value={personDay.inForce}
              onChange={(value) => set({ inForce: oneOf(personDayClasses, value) })}
              options={choicesOf('personDayClass', personDayClasses)}
              placeholder={null}
              disabled={disabled}
            />
          )}
        </Field>
        {personDayClasses.map((key) => (
          <Amount
            key={key}
            label={t('budgetPolicy.rate', { name: wordFor('personDayClass', key) })}
            pointer={`/value/personDay/rates/${key}`}
            fen={personDay.rates[key]}
            errors={errors}
            disabled={disabled}
            onChange={(fen) => set({ rates: { ...personDay.rates, [key]: fen } })}
          />
        ))}
        <Figure
          label={t('budgetPolicy.fullDays')}
          pointer="/value/personDay/fullDays"
          unit={t('budgetPolicy.days')}
          value={personDay.fullDays}
          errors={errors}
          disabled={disabled}
          onChange={(fullDays) => set({ fullDays })}
        />
        <Figure
          label={t('budgetPolicy.beyond')}
          pointer="/value/personDay/beyond"
          unit="%"
          value={personDay.beyond}
          errors={errors}
          disabled={disabled}
          onChange={(beyond) => set({ beyond })}
        />
      </div>
      <div class="grid-2">
        {travel('arrival')}
        {travel('departure')}
        {travel('together')}
      </div>
    </>
  )
}

/** Fees an hour by title, and how many hours a half day pays. */
export function LectureFigures({ policy, errors, disabled, onChange }: FiguresProps) {
  return (
    <div class="grid-2">
      {lecturerTitles.map((title) => (
        <Amount
          key={title}
          label={t('budgetPolicy.feeOf', { title: wordFor('trainerTitle', title) })}
          pointer={`/value/lectureFee/${title}`}
          fen={policy.lectureFee[title]}
          errors={errors}
          disabled={disabled}
          onChange={(fen) => onChange({ ...policy, lectureFee: { ...policy.lectureFee, [title]: fen } })}
        />
      ))}
      <Figure
        label={t('budgetPolicy.halfDayHours')}
        pointer="/value/halfDayHours"
        unit={t('budgetPolicy.hours')}
        value={policy.halfDayHours}
        errors={errors}
        disabled={disabled}
        onChange={(halfDayHours) => onChange({ ...policy, halfDayHours })}
      />
    </div>
  )
}
