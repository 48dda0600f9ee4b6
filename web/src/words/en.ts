import { accounts } from './en/accounts.ts'
import { agreements } from './en/agreements.ts'
import { alarms } from './en/alarms.ts'
import { assessments } from './en/assessments.ts'
import { budgetPolicy } from './en/budget-policy.ts'
import { callDesign } from './en/call-design.ts'
import { calls } from './en/calls.ts'
import { certificates } from './en/certificates.ts'
import { cohorts } from './en/cohorts.ts'
import { comments } from './en/comments.ts'
import { conflicts } from './en/conflicts.ts'
import { credits } from './en/credits.ts'
import { documents } from './en/documents.ts'
import { drafting } from './en/drafting.ts'
import { enrolments } from './en/enrolments.ts'
import { ethics } from './en/ethics.ts'
import { evaluations } from './en/evaluations.ts'
import { exchange } from './en/exchange.ts'
import { experts } from './en/experts.ts'
import { exporting } from './en/exports.ts'
import { files } from './en/files.ts'
import { flagship } from './en/flagship.ts'
import { followUps } from './en/follow-ups.ts'
import { frame } from './en/frame.ts'
import { hours } from './en/hours.ts'
import { identity } from './en/identity.ts'
import { importing } from './en/import.ts'
import { inspections } from './en/inspections.ts'
import { journal } from './en/journal.ts'
import { ledger } from './en/ledger.ts'
import { money } from './en/money.ts'
import { panels } from './en/panels.ts'
import { plan } from './en/plan.ts'
import { plans } from './en/plans.ts'
import { policies } from './en/policies.ts'
import { projects } from './en/projects.ts'
import { providers } from './en/providers.ts'
import { province } from './en/province.ts'
import { publicity } from './en/publicity.ts'
import { quality } from './en/quality.ts'
import { rankings } from './en/rankings.ts'
import { robots } from './en/robots.ts'
import { roster } from './en/roster.ts'
import { rubrics } from './en/rubrics.ts'
import { scoring } from './en/scoring.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { states } from './en/states.ts'
import { surveys } from './en/surveys.ts'
import { teachers } from './en/teachers.ts'
import { transcripts } from './en/transcripts.ts'
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
} as const satisfies Record<keyof typeof zh, string>
