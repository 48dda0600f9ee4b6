import { useEffect, useRef } from 'preact/hooks'
import { t } from '../words/words.ts'
import type { Choice } from './select.tsx'
import type { OptionsState } from './use-options.ts'

interface ComboboxListProps {
  id: string
  state: OptionsState
  query: string
  active: number
  selected: string | undefined
  onPick: (option: Choice) => void
}

function say({ options, status }: OptionsState, query: string): string {
  if (status === 'loading') return t('ui.searching')
  if (status === 'failed') return t('ui.loadFailed')
  return options.length === 0 ? t('ui.noMatch', { query }) : t('ui.matches', { n: options.length })
}

export function ComboboxList({ id, state, query, active, selected, onPick }: ComboboxListProps) {
  const list = useRef<HTMLDivElement>(null)
  const { options, status } = state
  const visible = status === 'failed' ? [] : options
  useEffect(() => {
    const option = list.current?.children[active]
    option?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div class="combobox-pop">
      <div
        id={id}
        class="combobox-list"
        role="listbox"
        tabIndex={-1}
        aria-label={t('ui.typeToSearch')}
        ref={list}
        // the focus stays in the input while the list is clicked or scrolled
        onMouseDown={(event) => event.preventDefault()}
      >
        {visible.map((option, index) => (
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === selected}
            aria-disabled={option.disabled}
            class={`combobox-option${index === active ? ' active' : ''}${option.disabled ? ' choice-disabled' : ''}`}
            onMouseDown={() => !option.disabled && onPick(option)}
          >
            {option.label}
            {option.help && <span class="choice-help">{option.help}</span>}
          </div>
        ))}
      </div>
      <div
        role="status"
        class={`combobox-note${status === 'failed' ? ' combobox-failed' : ''}${visible.length > 0 ? ' visually-hidden' : ''}`}
      >
        {say(state, query)}
      </div>
    </div>
  )
}
