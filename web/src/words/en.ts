import { accounts } from './en/accounts.ts'
import { calls } from './en/calls.ts'
import { flagship } from './en/flagship.ts'
import { frame } from './en/frame.ts'
import { identity } from './en/identity.ts'
import { importing } from './en/import.ts'
import { journal } from './en/journal.ts'
import { plans } from './en/plans.ts'
import { projects } from './en/projects.ts'
import { province } from './en/province.ts'
import { quality } from './en/quality.ts'
import { shell } from './en/shell.ts'
import { states } from './en/states.ts'
import { teachers } from './en/teachers.ts'
import { ui } from './en/ui.ts'
import { workbench } from './en/workbench.ts'
import type { zh } from './zh.ts'

export const en = {
  ...shell,
  ...frame,
  ...ui,
  ...states,
  ...identity,
  ...accounts,
  ...workbench,
  ...teachers,
  ...importing,
  ...calls,
  ...quality,
  ...projects,
  ...flagship,
  ...plans,
  ...province,
  ...journal,
} as const satisfies Record<keyof typeof zh, string>
