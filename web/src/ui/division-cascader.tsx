import { useEffect, useState } from 'preact/hooks'
import { t } from '../words/words.ts'
import { Select } from './select.tsx'

export interface Division {
  code: string
  name: string
}

export interface DivisionCascaderProps {
  /** Codes from the province down, as many as are chosen. */
  value: readonly string[]
  onChange: (codes: string[]) => void
  /** Divisions under a code, or the provinces for null. */
  load: (parent: string | null) => Promise<readonly Division[]>
  /** How far down: 3 to the county, 2 to the city. */
  depth?: 1 | 2 | 3 | undefined
  disabled?: boolean | undefined
  'aria-invalid'?: boolean | undefined
}

interface LevelProps {
  label: string
  parent: string | null | undefined
  value: string
  onChange: (code: string) => void
  load: DivisionCascaderProps['load']
  disabled: boolean | undefined
  invalid: boolean | undefined
}

function Level({ label, parent, value, onChange, load, disabled, invalid }: LevelProps) {
  const [divisions, setDivisions] = useState<readonly Division[]>([])
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    setDivisions([])
    setFailed(false)
    if (parent === undefined) return
    let asked = true
    load(parent).then(
      (found) => asked && setDivisions(found),
      () => asked && setFailed(true),
    )
    return () => {
      asked = false
    }
  }, [parent])
  return (
    <Select
      aria-label={label}
      aria-invalid={invalid}
      value={value}
      onChange={onChange}
      placeholder={failed ? t('ui.loadFailed') : label}
      options={divisions.map(({ code, name }) => ({ value: code, label: name }))}
      disabled={disabled || parent === undefined}
    />
  )
}

/** Province, city, county as three selects; put it in a `Field` with `group`. */
export function DivisionCascader({ value, onChange, load, depth = 3, disabled, ...aria }: DivisionCascaderProps) {
  const labels = [t('ui.province'), t('ui.city'), t('ui.county')].slice(0, depth)
  function choose(level: number, code: string) {
    onChange([...value.slice(0, level), ...(code === '' ? [] : [code])])
  }
  return (
    <div class="control-range">
      {labels.map((label, level) => (
        <Level
          key={label}
          label={label}
          parent={level === 0 ? null : value[level - 1]}
          value={value[level] ?? ''}
          onChange={(code) => choose(level, code)}
          load={load}
          disabled={disabled}
          invalid={aria['aria-invalid']}
        />
      ))}
    </div>
  )
}
