import type { BodyIn } from '@shixun/contract/route'
import type { Routes } from '@shixun/contract/routes'
import type { Cohort } from './cohort-tabs.ts'

/** What the wizard fills in: the body of a new cohort. */
export type CohortDraft = BodyIn<Routes['createCohort']>
export type CohortRules = CohortDraft['rules']
export type FillStep = 'basics' | 'plan' | 'rules'
export interface CohortStepProps {
  draft: CohortDraft
  onChange: (part: Partial<CohortDraft>) => void
  errors: Readonly<Record<string, string>>
}

/** Which members stand on which step, so that an error leads there. */
export const stepMembers: Readonly<Record<FillStep, readonly (keyof CohortDraft)[]>> = {
  basics: ['title', 'providerId', 'line', 'topic', 'level', 'module', 'subject', 'phase', 'channel', 'category'],
  plan: ['places', 'waitingPlaces', 'nominateUntil', 'stages'],
  rules: ['rules'],
}

export function stepsInError(errors: Readonly<Record<string, string>>): FillStep[] {
  const members = Object.keys(errors).map((pointer) => pointer.split('/')[1])
  return (Object.keys(stepMembers) as FillStep[]).filter((step) =>
    stepMembers[step].some((member) => members.includes(member)),
  )
}

/** Whether a step says enough to go on; what is wrong with it the API says. */
export function stepReady(draft: CohortDraft, step: FillStep): boolean {
  const filled = (...texts: string[]) => texts.every((text) => text.trim() !== '')
  if (step === 'basics') return filled(draft.title, draft.line, draft.topic, draft.module)
  if (step === 'plan')
    return (
      draft.places > 0 &&
      draft.stages.length > 0 &&
      draft.stages.every(({ title, from, to }) => filled(title) && from !== '' && to !== '')
    )
  return true
}

/** A cohort as the wizard edits it. */
export function draftOf(cohort: Cohort): CohortDraft {
  return {
    projectId: cohort.projectId,
    title: cohort.title,
    providerId: cohort.providerId,
    line: cohort.line,
    topic: cohort.topic,
    level: cohort.level,
    module: cohort.module,
    subject: cohort.subject,
    phase: cohort.phase as CohortDraft['phase'],
    channel: cohort.channel,
    category: cohort.category,
    places: cohort.places,
    waitingPlaces: cohort.waitingPlaces,
    stages: cohort.stages,
    rules: cohort.rules,
    nominateUntil: cohort.nominateUntil,
  }
}

/** An id that no stage has yet. */
export function freshStageId(stages: CohortDraft['stages']): string {
  let n = stages.length + 1
  while (stages.some(({ id }) => id === `s${n}`)) n += 1
  return `s${n}`
}

/** Several words typed into one field. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[\s、,，;；]+/))].filter((word) => word !== '')
}
