import './menu.css'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { Icon } from './icon.tsx'
import { useDisclosure } from './use-disclosure.ts'

export interface ColumnSettingsProps {
  columns: readonly { key: string; title: string; fixed?: boolean | undefined }[]
  hidden: readonly string[]
  onChange: (hidden: readonly string[] | null) => void
}

export function ColumnSettings({ columns, hidden, onChange }: ColumnSettingsProps) {
  const ref = useDisclosure()
  return (
    <details ref={ref} class="menu menu-end">
      <summary class="button button-text button-small">
        <Icon name="columns" />
        {t('ui.columns')}
      </summary>
      <div class="menu-list">
        {columns
          .filter((column) => column.title !== '')
          .map(({ key, title, fixed }) => (
            <Checkbox
              key={key}
              checked={fixed || !hidden.includes(key)}
              disabled={fixed}
              onChange={(on) => onChange(on ? hidden.filter((k) => k !== key) : [...hidden, key])}
            >
              {title}
            </Checkbox>
          ))}
        <Button kind="text" size="small" onClick={() => onChange(null)}>
          {t('ui.columnsReset')}
        </Button>
      </div>
    </details>
  )
}
