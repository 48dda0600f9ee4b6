import { accounts } from './zh/accounts.ts'
import { agreements } from './zh/agreements.ts'
import { budgetPolicy } from './zh/budget-policy.ts'
import { callDesign } from './zh/call-design.ts'
import { calls } from './zh/calls.ts'
import { credits } from './zh/credits.ts'
import { drafting } from './zh/drafting.ts'
import { ethics } from './zh/ethics.ts'
import { exporting } from './zh/exports.ts'
import { files } from './zh/files.ts'
import { flagship } from './zh/flagship.ts'
import { frame } from './zh/frame.ts'
import { identity } from './zh/identity.ts'
import { importing } from './zh/import.ts'
import { journal } from './zh/journal.ts'
import { money } from './zh/money.ts'
import { plan } from './zh/plan.ts'
import { plans } from './zh/plans.ts'
import { projects } from './zh/projects.ts'
import { province } from './zh/province.ts'
import { publicity } from './zh/publicity.ts'
import { quality } from './zh/quality.ts'
import { robots } from './zh/robots.ts'
import { settings } from './zh/settings.ts'
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
  ...callDesign,
  ...credits,
  ...drafting,
  ...ethics,
  ...files,
  ...settings,
  ...robots,
  ...publicity,
  ...quality,
  ...projects,
  ...agreements,
  ...exporting,
  ...flagship,
  ...money,
  ...budgetPolicy,
  ...plan,
  ...plans,
  ...province,
  ...journal,
} as const
