import './filter-bar.css'
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import type { FieldLink } from './field.tsx'

export interface FilterField {
  key: string
  label: string
  control: (link: FieldLink) => ComponentChildren
}

export interface FilterBarProps {
  /** The first three are always in view, the rest after 展开. */
  fields: readonly FilterField[]
  onSearch: () => void
  onReset: () => void
  busy?: boolean | undefined
  /** Start unfolded, when the URL holds a value of a folded field. */
  unfolded?: boolean | undefined
}

const alwaysShown = 3

/** Conditions of a list. The caller keeps their values in the URL. */
export function FilterBar({ fields, onSearch, onReset, busy, unfolded = false }: FilterBarProps) {
  const id = useId()
  const [open, setOpen] = useState(unfolded)
  const shown = open ? fields : fields.slice(0, alwaysShown)
  return (
    <form
      class="filter-bar"
      aria-label={t('ui.filters')}
      onSubmit={(event) => {
        event.preventDefault()
        onSearch()
      }}
    >
      {shown.map(({ key, label, control }) => (
        <div key={key} class="filter-field">
          <label for={`${id}-${key}`}>{label}</label>
          {control({ id: `${id}-${key}` })}
        </div>
      ))}
      <div class="filter-buttons">
        {fields.length > alwaysShown && (
          <Button kind="text" icon={open ? 'up' : 'down'} onClick={() => setOpen(!open)}>
            {open ? t('ui.collapse') : t('ui.expand')}
          </Button>
        )}
        <Button onClick={onReset}>{t('ui.reset')}</Button>
        <Button kind="primary" type="submit" icon="search" busy={busy}>
          {t('ui.search')}
        </Button>
      </div>
    </form>
  )
}
