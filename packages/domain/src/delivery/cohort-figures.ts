import type { ProjectFigures } from '../training/figures.ts'

/** Enrolments of the cohorts of a project, summed by state; minutes are those of its people together. */
export type EnrolmentSum = { state: string; persons: number; minutesDue: number; minutesAttended: number }
/** What the cohorts of a project held: minutes of their sessions that took place. */
export type Held = { minutes: number }

/** Minutes of a lesson (学时). */
const LESSON = 45
const TAKING_PART: readonly string[] = ['enrolled', 'completed', 'failed']

/**
 * The figures of delivery that cohorts tell: persons admitted and completed, person-lessons due and attended once a cohort has
 * concluded, and lessons held, in quarters. What nothing tells yet is absent, so that nobody reports a zero that is none.
 */
export function cohortFigures(
  enrolments: readonly EnrolmentSum[],
  held: Held,
): Pick<ProjectFigures, 'enrolled' | 'completed' | 'attendanceDue' | 'attendanceActual' | 'hoursDelivered'> {
  const sum = (states: readonly string[], of: (one: EnrolmentSum) => number) =>
    enrolments.filter(({ state }) => states.includes(state)).reduce((all, one) => all + of(one), 0)
  const enrolled = sum(TAKING_PART, ({ persons }) => persons)
  const concluded = sum(['completed', 'failed'], ({ persons }) => persons) > 0
  const due = sum(TAKING_PART, ({ minutesDue }) => minutesDue)
  return {
    ...(enrolled > 0 ? { enrolled } : {}),
    ...(concluded ? { completed: sum(['completed'], ({ persons }) => persons) } : {}),
    ...(concluded && due > 0
      ? {
          attendanceDue: Math.round(due / LESSON),
          attendanceActual: Math.round(sum(TAKING_PART, ({ minutesAttended }) => minutesAttended) / LESSON),
        }
      : {}),
    ...(held.minutes > 0 ? { hoursDelivered: Math.floor((held.minutes / LESSON) * 4) / 4 } : {}),
  }
}
