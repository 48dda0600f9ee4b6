import { accounts } from './zh/accounts.ts'
import { agreements } from './zh/agreements.ts'
import { alarms } from './zh/alarms.ts'
import { assessments } from './zh/assessments.ts'
import { budgetPolicy } from './zh/budget-policy.ts'
import { callDesign } from './zh/call-design.ts'
import { calls } from './zh/calls.ts'
import { certificates } from './zh/certificates.ts'
import { cohorts } from './zh/cohorts.ts'
import { comments } from './zh/comments.ts'
import { conflicts } from './zh/conflicts.ts'
import { credits } from './zh/credits.ts'
import { documents } from './zh/documents.ts'
import { drafting } from './zh/drafting.ts'
import { enrolments } from './zh/enrolments.ts'
import { ethics } from './zh/ethics.ts'
import { evaluations } from './zh/evaluations.ts'
import { exchange } from './zh/exchange.ts'
import { experts } from './zh/experts.ts'
import { exporting } from './zh/exports.ts'
import { files } from './zh/files.ts'
import { flagship } from './zh/flagship.ts'
import { followUps } from './zh/follow-ups.ts'
import { frame } from './zh/frame.ts'
import { hours } from './zh/hours.ts'
import { identity } from './zh/identity.ts'
import { importing } from './zh/import.ts'
import { inspections } from './zh/inspections.ts'
import { journal } from './zh/journal.ts'
import { ledger } from './zh/ledger.ts'
import { money } from './zh/money.ts'
import { panels } from './zh/panels.ts'
import { plan } from './zh/plan.ts'
import { plans } from './zh/plans.ts'
import { policies } from './zh/policies.ts'
import { projects } from './zh/projects.ts'
import { providers } from './zh/providers.ts'
import { province } from './zh/province.ts'
import { publicity } from './zh/publicity.ts'
import { quality } from './zh/quality.ts'
import { rankings } from './zh/rankings.ts'
import { robots } from './zh/robots.ts'
import { roster } from './zh/roster.ts'
import { rubrics } from './zh/rubrics.ts'
import { scoring } from './zh/scoring.ts'
import { settings } from './zh/settings.ts'
import { shell } from './zh/shell.ts'
import { states } from './zh/states.ts'
import { surveys } from './zh/surveys.ts'
import { teachers } from './zh/teachers.ts'
import { transcripts } from './zh/transcripts.ts'
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
  ...experts,
  ...roster,
  ...importing,
  ...calls,
  ...callDesign,
  ...cohorts,
  ...providers,
  ...conflicts,
  ...credits,
  ...policies,
  ...certificates,
  ...transcripts,
  ...documents,
  ...drafting,
  ...enrolments,
  ...ethics,
  ...evaluations,
  ...inspections,
  ...files,
  ...settings,
  ...surveys,
  ...followUps,
  ...hours,
  ...ledger,
  ...robots,
  ...publicity,
  ...quality,
  ...panels,
  ...rankings,
  ...rubrics,
  ...scoring,
  ...comments,
  ...projects,
  ...agreements,
  ...alarms,
  ...assessments,
  ...exchange,
  ...exporting,
  ...flagship,
  ...money,
  ...budgetPolicy,
  ...plan,
  ...plans,
  ...province,
  ...journal,
} as const
