import { choicesOf, oneOf } from '../../frame/choices.ts'
import { leaveKinds } from '../../frame/credit-codes.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import { FractionInput } from './fraction-input.tsx'
import { type Policy, units } from './policy-draft.ts'
import { SelectorFields } from './selector-fields.tsx'

const anchors = ['fixed', 'entry', 'calendar'] as const

interface PartProps {
  policy: Policy
  errors: Readonly<Record<string, string>>
  set: (part: Partial<Policy>) => void
}

/** 周期与口径: name, validity, cycle, the length of an hour, who may give hours. */
export function PolicyFrameFields({ policy, errors, set }: PartProps) {
  const { cycle } = policy
  const setAnchor = (kind: (typeof anchors)[number]) => {
    const start = cycle.anchor.kind === 'fixed' ? cycle.anchor.start : policy.validFrom
    set({ cycle: { ...cycle, anchor: kind === 'fixed' ? { kind, start } : { kind } } })
  }
  return (
    <section class="card stack" id="policy-frame">
      <h2>{t('policies.frame')}</h2>
      <Field label={t('frame.name')} required error={errors['/title']}>
        {(link) => <TextInput {...link} value={policy.title} onChange={(title) => set({ title })} />}
      </Field>
      <div class="policy-row">
        <Field
          label={t('policies.validFrom')}
          required
          short
          error={errors['/validFrom']}
          help={t('policies.validFromHelp')}
        >
          {(link) => <DateInput {...link} value={policy.validFrom} onChange={(validFrom) => set({ validFrom })} />}
        </Field>
        <Field label={t('policies.validTo')} optional short error={errors['/validTo']}>
          {(link) => (
            <DateInput
              {...link}
              value={policy.validTo ?? ''}
              onChange={(to) => set({ validTo: to === '' ? null : to })}
            />
          )}
        </Field>
      </div>
      <div class="policy-row">
        <Field label={t('policies.years')} required short error={errors['/cycle/years']}>
          {(link) => (
            <NumberInput
              {...link}
              unit={t('policies.yearUnit')}
              value={cycle.years}
              onChange={(years) => set({ cycle: { ...cycle, years: years ?? 0 } })}
            />
          )}
        </Field>
        <Field label={t('policies.minutes')} required short error={errors['/minutesPerHour']}>
          {(link) => (
            <NumberInput
              {...link}
              unit={t('policies.minuteUnit')}
              value={policy.minutesPerHour}
              onChange={(minutes) => set({ minutesPerHour: minutes ?? 0 })}
            />
          )}
        </Field>
      </div>
      <Field label={t('policies.anchor')} group required>
        {() => (
          <RadioGroup
            value={cycle.anchor.kind}
            onChange={(kind) => setAnchor(oneOf(anchors, kind))}
            options={choicesOf('policyAnchor', anchors)}
            column
          />
        )}
      </Field>
      {cycle.anchor.kind === 'fixed' && (
        <Field label={t('policies.anchorStart')} required short error={errors['/cycle/anchor/start']}>
          {(link) => (
            <DateInput
              {...link}
              value={cycle.anchor.kind === 'fixed' ? cycle.anchor.start : ''}
              onChange={(start) => set({ cycle: { ...cycle, anchor: { kind: 'fixed', start } } })}
            />
          )}
        </Field>
      )}
      <div class="policy-choices">
        <Checkbox checked={policy.accreditedOnly} onChange={(accreditedOnly) => set({ accreditedOnly })}>
          {t('policies.accreditedOnly')}
        </Checkbox>
        <Checkbox
          checked={policy.attendance !== null}
          onChange={(on) => set({ attendance: on ? { absenceFrom: [1, 5] } : null })}
        >
          {t('policies.attendance')}
        </Checkbox>
      </div>
      {policy.attendance && (
        <Field label={t('policies.absenceFrom')} group error={errors['/attendance/absenceFrom']}>
          {() => (
            <FractionInput
              value={policy.attendance?.absenceFrom ?? [1, 5]}
              onChange={(absenceFrom) => set({ attendance: { absenceFrom } })}
              words={['', '/', t('policies.absenceBehind')]}
            />
          )}
        </Field>
      )}
    </section>
  )
}

/** 请假与结转. */
export function PolicyLeaveFields({ policy, errors, set }: PartProps) {
  const { leave, carryOver } = policy
  return (
    <section class="card stack" id="policy-leave">
      <h2>{t('policies.leaveAndCarry')}</h2>
      <Checkbox
        checked={leave !== null}
        onChange={(on) => set({ leave: on ? { kinds: ['maternity'], fromDays: 30 } : null })}
      >
        {t('policies.leave')}
      </Checkbox>
      {leave && (
        <>
          <Field label={t('policies.leaveKinds')} group required error={errors['/leave/kinds']}>
            {() => (
              <CheckboxGroup
                value={leave.kinds}
                onChange={(kinds) => set({ leave: { ...leave, kinds } })}
                options={choicesOf('leave', leaveKinds)}
              />
            )}
          </Field>
          <Field label={t('policies.leaveDays')} required short error={errors['/leave/fromDays']}>
            {(link) => (
              <NumberInput
                {...link}
                unit={t('policies.dayUnit')}
                value={leave.fromDays}
                onChange={(days) => set({ leave: { ...leave, fromDays: days ?? 0 } })}
              />
            )}
          </Field>
        </>
      )}
      <Checkbox
        checked={carryOver !== null}
        onChange={(on) =>
          set({
            carryOver: on ? { where: {}, unit: policy.conversions.length > 0 ? 'credits' : 'hours', most: 10 } : null,
          })
        }
      >
        {t('policies.carryOver')}
      </Checkbox>
      {carryOver && (
        <>
          <div class="policy-row">
            <Field
              label={t('policies.carryMost')}
              required
              short
              error={errors['/carryOver/most'] ?? errors['/carryOver']}
            >
              {(link) => (
                <NumberInput
                  {...link}
                  decimals={2}
                  value={carryOver.most}
                  onChange={(most) => set({ carryOver: { ...carryOver, most: most ?? 0 } })}
                />
              )}
            </Field>
            <Field label={t('policies.unit')} required short>
              {(link) => (
                <Select
                  {...link}
                  value={carryOver.unit}
                  onChange={(unit) => set({ carryOver: { ...carryOver, unit: oneOf(units, unit) } })}
                  options={choicesOf('creditUnit', units)}
                  placeholder={null}
                />
              )}
            </Field>
          </div>
          <SelectorFields where={carryOver.where} onChange={(where) => set({ carryOver: { ...carryOver, where } })} />
        </>
      )}
    </section>
  )
}
