import type { OutputOf } from '../../call.ts'

export type Figures = OutputOf<'readProject'>['figures']

/** What was promised or due beside what came of it; `share` is their quotient, null where nothing can be divided. */
export interface Rate {
  key: 'participation' | 'completion' | 'hours' | 'attendance' | 'surveys' | 'milestones' | 'budget'
  due: number | null
  actual: number | null
  share: number | null
}

const pairs: readonly (readonly [Rate['key'], keyof Figures, keyof Figures])[] = [
  ['participation', 'planned', 'enrolled'],
  ['completion', 'enrolled', 'completed'],
  ['hours', 'hoursPromised', 'hoursDelivered'],
  ['attendance', 'attendanceDue', 'attendanceActual'],
  ['surveys', 'surveysSent', 'surveysAnswered'],
  ['milestones', 'milestonesDue', 'milestonesOnTime'],
  ['budget', 'budget', 'spent'],
]

export function ratesOf(figures: Figures): Rate[] {
  return pairs.map(([key, dueKey, actualKey]) => {
    const due = figures[dueKey] ?? null
    const actual = figures[actualKey] ?? null
    return { key, due, actual, share: due === null || due === 0 || actual === null ? null : actual / due }
  })
}
