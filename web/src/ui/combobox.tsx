import './field.css'
import './combobox.css'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { t } from '../words/words.ts'
import { ComboboxList } from './combobox-list.tsx'
import type { FieldLink } from './field.tsx'
import { Icon } from './icon.tsx'
import { isComposing } from './ime.ts'
import type { Choice } from './select.tsx'
import { type LoadOptions, useOptions } from './use-options.ts'

export interface ComboboxProps extends FieldLink {
  value: Choice | null
  onChange: (value: Choice | null) => void
  /** Answers with the options for a query ('' when just opened); a rejection shows as 没有加载成功. */
  load: LoadOptions
  placeholder?: string | undefined
  disabled?: boolean | undefined
}

/** WAI-ARIA combobox with a list; asks only when an input method has finished its composition. */
export function Combobox({ value, onChange, load, placeholder, disabled, ...link }: ComboboxProps) {
  const listId = useId()
  const [text, setText] = useState<string | null>(null)
  const [query, setQuery] = useState<string | null>(null)
  const [active, setActive] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const open = query !== null
  const { options, status } = useOptions(query, load)
  const chosen = open && status === 'ready' ? options[active] : undefined

  useEffect(() => setActive(-1), [options])

  function close() {
    setText(null)
    setQuery(null)
  }
  function pick(option: Choice | null) {
    onChange(option)
    close()
  }
  function leave() {
    if (text === '' && value !== null) onChange(null)
    close()
  }
  function move(step: number) {
    if (!open) return setQuery(text ?? '')
    if (options.length > 0)
      setActive((active + step + (active < 0 && step < 0 ? 1 : 0) + options.length) % options.length)
  }
  function press(event: KeyboardEvent) {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && open) chosen && !chosen.disabled && pick(chosen)
    else if (event.key === 'Escape' && open) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div class="combobox">
      <input
        ref={input}
        class="control"
        type="text"
        role="combobox"
        autocomplete="off"
        {...link}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${listId}-${active}` : undefined}
        value={text ?? value?.label ?? ''}
        placeholder={placeholder ?? t('ui.typeToSearch')}
        disabled={disabled}
        onInput={(event) => {
          setText(event.currentTarget.value)
          if (!event.isComposing) setQuery(event.currentTarget.value.trim())
        }}
        onCompositionEnd={(event) => setQuery(event.currentTarget.value.trim())}
        onClick={() => !open && setQuery(text ?? '')}
        onKeyDown={press}
        onBlur={leave}
      />
      <span class="combobox-marks">
        {value !== null && !disabled && (
          <button
            class="combobox-clear"
            type="button"
            aria-label={t('ui.clear')}
            onClick={() => {
              pick(null)
              input.current?.focus()
            }}
          >
            <Icon name="close" size={12} />
          </button>
        )}
        {open && status === 'loading' ? <span class="spinner" /> : <Icon name="search" size={14} />}
      </span>
      {open && (
        <ComboboxList
          id={listId}
          state={{ options, status }}
          query={query}
          active={active}
          selected={value?.value}
          onPick={pick}
        />
      )}
    </div>
  )
}
