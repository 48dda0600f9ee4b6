import './button.css'
import './menu.css'
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { useDisclosure } from './use-disclosure.ts'

export interface MenuItem {
  key: string
  label: string
  help?: string | undefined
  href?: string | undefined
  onPick?: (() => void) | undefined
  current?: boolean | undefined
  danger?: boolean | undefined
  disabled?: boolean | undefined
}

export interface MenuProps {
  label: ComponentChildren
  items: readonly MenuItem[]
  icon?: IconName | undefined
  /** Opens towards the left, for a menu at the right edge. */
  end?: boolean | undefined
  /** `plain` takes the look of its surroundings, as in the top bar. */
  look?: 'button' | 'text' | 'plain' | undefined
  small?: boolean | undefined
  name?: string | undefined
}

const looks = { button: 'button button-normal', text: 'button button-text', plain: 'menu-plain' } as const

export function Menu({ label, items, icon, end, look = 'button', small, name }: MenuProps) {
  const ref = useDisclosure()
  function pick(item: MenuItem) {
    if (ref.current) ref.current.open = false
    item.onPick?.()
  }
  return (
    <details ref={ref} class={`menu${end ? ' menu-end' : ''}`}>
      <summary class={`${looks[look]}${small ? ' button-small' : ''}`} aria-label={name}>
        {icon && <Icon name={icon} />}
        {label}
        <Icon name="down" size={12} />
      </summary>
      <ul class="menu-list">
        {items.map((item) => {
          const look = `menu-item${item.danger ? ' menu-danger' : ''}`
          const inside = (
            <>
              {item.label}
              {item.help && <span class="menu-help">{item.help}</span>}
            </>
          )
          return (
            <li key={item.key}>
              {item.href !== undefined && !item.disabled ? (
                <a class={look} href={item.href} aria-current={item.current || undefined} onClick={() => pick(item)}>
                  {inside}
                </a>
              ) : (
                <button
                  class={look}
                  type="button"
                  disabled={item.disabled}
                  aria-current={item.current || undefined}
                  onClick={() => pick(item)}
                >
                  {inside}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
