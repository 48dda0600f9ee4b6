import { useState } from 'preact/hooks'
import { useActing } from '../session.ts'
import { Combobox } from '../ui/combobox.tsx'
import { Field } from '../ui/field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import type { Choice } from '../ui/select.tsx'
import { choicesOf, oneOf } from './choices.ts'
import { loadUnits, type UnitKind } from './load-units.ts'

interface UnitFieldsProps {
  /** At least one; the first is chosen to begin with. */
  kinds: readonly [UnitKind, ...UnitKind[]]
  /** The group of words that names the kinds. */
  words: string
  kindLabel: string
  label: string
  value: Choice | null
  error: string | undefined
  onChange: (unit: Choice | null) => void
}

/** One row of a roster: its kind first, then the row by name. */
export function UnitFields({ kinds, words, kindLabel, label, value, error, onChange }: UnitFieldsProps) {
  const { district } = useActing()
  const [kind, setKind] = useState(kinds[0])
  return (
    <>
      <Field label={kindLabel} group>
        {(link) => (
          <RadioGroup
            {...link}
            value={kind}
            onChange={(next) => {
              setKind(oneOf(kinds, next))
              onChange(null)
            }}
            options={choicesOf(words, kinds)}
          />
        )}
      </Field>
      <Field label={label} required error={error}>
        {(link) => (
          <Combobox
            {...link}
            key={kind}
            value={value}
            onChange={onChange}
            load={(query) => loadUnits(kind, district, query)}
          />
        )}
      </Field>
    </>
  )
}
