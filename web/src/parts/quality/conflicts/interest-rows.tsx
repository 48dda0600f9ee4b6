import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { loadUnits } from '../../../frame/load-units.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { t } from '../../../words/words.ts'
import type { TieDraft, UnitDraft } from './interest-draft.ts'

const unitKinds = ['school', 'provider', 'other'] as const
const tieKinds = ['kin', 'mentor', 'coworker'] as const

interface RowProps<T> {
  at: number
  row: T
  errors: Readonly<Record<string, string>>
  onChange: (row: T) => void
  onRemove: () => void
}

/** From and to; without an end it goes on. */
function Period<T extends { since: string; until: string }>({
  row,
  errors,
  pointer,
  onChange,
}: {
  row: T
  errors: Readonly<Record<string, string>>
  pointer: string
  onChange: (row: T) => void
}) {
  return (
    <>
      <Field
        label={t('conflicts.since')}
        short
        optional
        error={errors[`${pointer}/since`]}
        pointer={`${pointer}/since`}
      >
        {(link) => <DateInput {...link} value={row.since} onChange={(since) => onChange({ ...row, since })} />}
      </Field>
      <Field
        label={t('conflicts.until')}
        short
        optional
        help={t('conflicts.untilHelp')}
        error={errors[`${pointer}/until`]}
        pointer={`${pointer}/until`}
      >
        {(link) => <DateInput {...link} value={row.until} onChange={(until) => onChange({ ...row, until })} />}
      </Field>
    </>
  )
}

export function UnitRow({ at, row, errors, onChange, onRemove }: RowProps<UnitDraft>) {
  const { district, role } = useActing()
  const pointer = `/units/${at}`
  const { kind } = row
  // a curator reads the schools but not the register of providers
  const kinds = role === 'curator' ? unitKinds.filter((one) => one !== 'provider') : unitKinds
  return (
    <fieldset class="interest-row">
      <legend class="visually-hidden">{t('conflicts.nth', { n: at + 1 })}</legend>
      <Field label={t('conflicts.unitKind')} short>
        {(link) => (
          <Select
            {...link}
            value={kind}
            placeholder={null}
            onChange={(given) => onChange({ ...row, kind: oneOf(unitKinds, given), unitId: null, name: '' })}
            options={choicesOf('conflicts.unitKind', kinds)}
          />
        )}
      </Field>
      <Field
        label={t('conflicts.unitName')}
        help={kind === 'other' ? t('conflicts.unitNameHelp') : undefined}
        error={errors[`${pointer}/name`]}
        pointer={`${pointer}/name`}
      >
        {(link) =>
          kind === 'other' ? (
            <TextInput {...link} value={row.name} maxLength={60} onChange={(name) => onChange({ ...row, name })} />
          ) : (
            <Combobox
              {...link}
              key={kind}
              value={row.unitId === null ? null : { value: row.unitId, label: row.name }}
              onChange={(unit) => onChange({ ...row, unitId: unit?.value ?? null, name: unit?.label ?? '' })}
              load={(query) => loadUnits(kind, district, query)}
            />
          )
        }
      </Field>
      <Period row={row} errors={errors} pointer={pointer} onChange={onChange} />
      <Button kind="text" icon="close" title={t('conflicts.remove', { n: at + 1 })} onClick={onRemove} />
    </fieldset>
  )
}

export function TieRow({ at, row, errors, onChange, onRemove }: RowProps<TieDraft>) {
  const pointer = `/ties/${at}`
  return (
    <fieldset class="interest-row">
      <legend class="visually-hidden">{t('conflicts.nth', { n: at + 1 })}</legend>
      <Field label={t('conflicts.tieName')} error={errors[`${pointer}/name`]} pointer={`${pointer}/name`}>
        {(link) => (
          <TextInput {...link} value={row.name} maxLength={40} onChange={(name) => onChange({ ...row, name })} />
        )}
      </Field>
      <Field label={t('conflicts.tieKind')} short>
        {(link) => (
          <Select
            {...link}
            value={row.kind}
            placeholder={null}
            onChange={(given) => onChange({ ...row, kind: oneOf(tieKinds, given) })}
            options={choicesOf('tie', tieKinds)}
          />
        )}
      </Field>
      {row.kind === 'coworker' && <Period row={row} errors={errors} pointer={pointer} onChange={onChange} />}
      <Button kind="text" icon="close" title={t('conflicts.remove', { n: at + 1 })} onClick={onRemove} />
    </fieldset>
  )
}
