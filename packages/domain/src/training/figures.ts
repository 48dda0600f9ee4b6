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

/** One promise: a figure (`unit` in words: 人, 天, 学时) or, where no figure says it, a sentence. */
export type AgreementTarget = {
  means: 'persons' | 'days' | 'hours' | 'target'
  name: string
  promised: number | string
  unit: string
}

/** What both sides confirm at approval (任务书): targets, money in fen, outputs and dates `YYYY-MM-DD`. */
export type AgreementBody = {
  number: string
  title: string
  unitName: string
  targets: AgreementTarget[]
  money: { total: number; items: { item: string; amount: number }[] }
  outputs: string[]
  dates: { from: string | null; to: string | null; milestones: PlanMilestone[] }
}
