import type { Role } from '@shixun/domain/identity/role'
import type { ShellGroup } from '../ui/shell-menu.tsx'
import { wordFor } from '../words/words.ts'
import { menuTable } from './menu-table.ts'

/** The menu of a role: groups with one entry become a link, empty ones go. */
export function menuOf(role: Role, waiting: number): ShellGroup[] {
  return menuTable.flatMap(({ key, icon, entries }): ShellGroup[] => {
    const items = entries
      .filter((entry) => entry.roles.includes(role))
      .map((entry) => ({
        key: entry.key,
        title: wordFor('menu', entry.key),
        href: entry.href,
        waiting: entry.key === 'tasks' ? waiting : undefined,
      }))
    const only = items[0]
    if (only === undefined) return []
    return items.length === 1
      ? [{ ...only, icon }]
      : [{ key: `group-${key}`, title: wordFor('menuGroup', key), icon, items }]
  })
}
