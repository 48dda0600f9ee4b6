import { shell } from './zh/shell.ts'
import { states } from './zh/states.ts'
import { ui } from './zh/ui.ts'

/** All Chinese words, one file a part; a part's keys start with its name. `en.ts` must hold the same keys. */
export const zh = { ...shell, ...ui, ...states } as const
