import './shell.css'
import { formatNumber } from '../words/format.ts'
import { Icon, type IconName } from './icon.tsx'

interface ShellLink {
  key: string
  title: string
  href: string
  /** Red: what waits for me there. */
  waiting?: number | undefined
}

/** A group unfolds; with `href` and without `items` it is a link itself. */
export interface ShellGroup {
  key: string
  title: string
  icon: IconName
  href?: string | undefined
  waiting?: number | undefined
  items?: readonly ShellLink[] | undefined
}

export interface ShellMenuProps {
  groups: readonly ShellGroup[]
  /** Key of the link the page belongs to. */
  current: string
  onPick?: (() => void) | undefined
}

function Waiting({ n }: { n: number | undefined }) {
  return n === undefined || n === 0 ? null : <span class="count">{formatNumber(n)}</span>
}

export function ShellMenu({ groups, current, onPick }: ShellMenuProps) {
  return (
    <ul>
      {groups.map((group) => (
        <li key={group.key}>
          {group.items === undefined ? (
            <a
              class="side-link"
              href={group.href ?? '#'}
              aria-current={group.key === current ? 'page' : undefined}
              onClick={onPick}
            >
              <Icon name={group.icon} />
              {group.title}
              <Waiting n={group.waiting} />
            </a>
          ) : (
            <details class="side-group" open={group.items.some((item) => item.key === current) || undefined}>
              <summary>
                <Icon name={group.icon} />
                {group.title}
                <Icon name="down" size={12} />
              </summary>
              <ul>
                {group.items.map((item) => (
                  <li key={item.key}>
                    <a
                      class="side-link"
                      href={item.href}
                      aria-current={item.key === current ? 'page' : undefined}
                      onClick={onPick}
                    >
                      {item.title}
                      <Waiting n={item.waiting} />
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
