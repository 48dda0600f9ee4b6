import { accounts } from './zh/accounts.ts'
import { calls } from './zh/calls.ts'
import { flagship } from './zh/flagship.ts'
import { frame } from './zh/frame.ts'
import { identity } from './zh/identity.ts'
import { importing } from './zh/import.ts'
import { journal } from './zh/journal.ts'
import { plans } from './zh/plans.ts'
import { projects } from './zh/projects.ts'
import { province } from './zh/province.ts'
import { quality } from './zh/quality.ts'
import { shell } from './zh/shell.ts'
import { states } from './zh/states.ts'
import { teachers } from './zh/teachers.ts'
import { ui } from './zh/ui.ts'
import { workbench } from './zh/workbench.ts'

/** All Chinese words, one file a part; a part's keys start with its name. `en.ts` must hold the same keys. */
export const zh = {
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
} as const
