import type { FormValues } from '../calls/form.ts'

export type PlanMilestone = { text: string; from: string; to: string }

/** Figures of delivery that completion rests on: persons, hours, hundredths (percent), fen. */
export type ProjectFigures = {
  planned?: number | undefined
  enrolled?: number | undefined
  completed?: number | undefined
  attendanceDue?: number | undefined
  attendanceActual?: number | undefined
  hoursPromised?: number | undefined
  hoursDelivered?: number | undefined
  satisfaction?: number | undefined
  surveysSent?: number | undefined
  surveysAnswered?: number | undefined
  budget?: number | undefined
  spent?: number | undefined
  milestonesDue?: number | undefined
  milestonesOnTime?: number | undefined
}

/** What both sides confirm at approval: the frozen promise of the project. */
export type AgreementBody = {
  number: string
  title: string
  unitName: string
  promised: FormValues
  milestones: PlanMilestone[]
}
