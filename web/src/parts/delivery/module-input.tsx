import { MODULES } from '@shixun/domain/training/content-modules'
import { useId } from 'preact/hooks'
import type { FieldLink } from '../../ui/field.tsx'

interface ModuleInputProps extends FieldLink {
  value: string
  onChange: (value: string) => void
}

/** A module by name; the usual ones are offered as one types. */
export function ModuleInput({ value, onChange, ...link }: ModuleInputProps) {
  const id = useId()
  return (
    <>
      <input
        {...link}
        class="control"
        list={id}
        value={value}
        maxLength={60}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={id}>
        {MODULES.map((module) => (
          <option key={module} value={module} />
        ))}
      </datalist>
    </>
  )
}
