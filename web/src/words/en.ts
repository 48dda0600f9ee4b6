import { shell } from './en/shell.ts'
import { states } from './en/states.ts'
import { ui } from './en/ui.ts'
import type { zh } from './zh.ts'

export const en = { ...shell, ...ui, ...states } as const satisfies Record<keyof typeof zh, string>
