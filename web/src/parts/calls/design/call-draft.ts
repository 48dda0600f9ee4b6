import type { Eligibility } from '@shixun/domain/calls/design/call'
import type { CallInput, OutputOf } from '../../../call.ts'

type CallBody = CallInput<'createCall'>['body']
export type Call = OutputOf<'readCall'>

/** A call as it is composed; what is left open is empty. */
export interface CallDraft extends Omit<CallBody, 'opensAt' | 'closesAt' | 'eligibility' | 'contact'> {
  opensAt: string
  closesAt: string
  eligibility: Eligibility
  contact: string
}

/** `year` comes from the clock of the place that asks. */
export function emptyDraft(year: number): CallDraft {
  return {
    kind: 'training_project',
    level: 'district',
    year,
    title: '',
    guidance: '',
    form: [],
    rubricId: null,
    opensAt: '',
    closesAt: '',
    quotaPerUnit: 1,
    unitKinds: ['school'],
    review: { blindness: 'single', method: 'mean', expertsPerItem: 3, quota: 10 },
    noticeDays: 5,
    eligibility: { phases: [], accredited: false, ethicsVeto: false },
    contact: '',
  }
}

export function draftOf(call: Call): CallDraft {
  const { kind, level, year, title, guidance, form, rubricId, opensAt, closesAt } = call
  const { quotaPerUnit, unitKinds, review, noticeDays, eligibility, contact } = call
  return {
    kind,
    level,
    year,
    title,
    guidance,
    form,
    rubricId,
    opensAt,
    closesAt,
    quotaPerUnit,
    unitKinds,
    review,
    noticeDays,
    eligibility,
    contact,
  }
}

/** Steps of the wizard and the members of the body that each one holds. */
export const stepMembers = {
  basics: ['kind', 'level', 'year', 'title', 'guidance', 'contact'],
  form: ['form'],
  eligibility: ['unitKinds', 'quotaPerUnit', 'eligibility'],
  review: ['rubricId', 'review', 'noticeDays'],
  window: ['opensAt', 'closesAt'],
} as const
export type FillStep = keyof typeof stepMembers

/** What a step still lacks before the next one can be thought about. */
export function stepReady(draft: CallDraft, step: FillStep): boolean {
  switch (step) {
    case 'basics':
      return draft.title.trim() !== ''
    case 'form':
      return draft.form.length > 0
    case 'eligibility':
      return draft.unitKinds.length > 0
    case 'review':
      return true
    case 'window':
      return draft.opensAt !== '' && draft.closesAt !== ''
  }
}

/** Steps in which the API found something wrong. */
export function stepsInError(fields: Readonly<Record<string, string>>): FillStep[] {
  const members = Object.keys(fields).map((pointer) => pointer.split('/')[1] ?? '')
  return (Object.keys(stepMembers) as FillStep[]).filter((step) =>
    (stepMembers[step] as readonly string[]).some((member) => members.includes(member)),
  )
}
