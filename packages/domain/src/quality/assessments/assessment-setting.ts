import type { FieldProblem } from '../../shared/result.ts'
import type { ProjectState } from '../../training/project.ts'
import { type AlarmRule, DEFAULT_ALARM_RULES } from './alarm-rules.ts'

/**
 * How a bureau assesses running projects (动态考核). `rubricId` null: it does not, unless a call says otherwise; `calls` name the rubric of
 * their projects, null for none. `dayOfMonth` is the last day that counts for a month; 31 is the month's end.
 */
export type AssessmentSetting = {
  rubricId: string | null
  calls: { callId: string; rubricId: string | null }[]
  dayOfMonth: number
  alarms: AlarmRule[]
}

export const DEFAULT_ASSESSMENT: AssessmentSetting = {
  rubricId: null,
  calls: [],
  dayOfMonth: 31,
  alarms: DEFAULT_ALARM_RULES,
}

/** States in which a project is assessed each month: from its preparation until its completion is evaluated. */
export const ASSESSED_STATES: readonly ProjectState[] = ['preparing', 'running', 'concluding', 'completed']

/** The setting from its stored text; nothing, and what was set back, is the sample. */
export function assessmentSetting(stored: string | undefined): AssessmentSetting {
  const value = stored === undefined ? null : (JSON.parse(stored) as Partial<AssessmentSetting> | null)
  return { ...DEFAULT_ASSESSMENT, ...value }
}

/** The rubric by which projects of a call are assessed; null when they are not. */
export function rubricForCall({ rubricId, calls }: AssessmentSetting, callId: string): string | null {
  const own = calls.find((one) => one.callId === callId)
  return own === undefined ? rubricId : own.rubricId
}

/** What is wrong with a setting beyond its shape: a call or a rule named twice. */
export function checkAssessmentSetting({ calls, alarms }: AssessmentSetting): FieldProblem[] {
  return [
    ...calls.flatMap(({ callId }, index) =>
      calls.findIndex((one) => one.callId === callId) < index
        ? [{ pointer: `/calls/${index}/callId`, problem: 'duplicate' }]
        : [],
    ),
    ...alarms.flatMap(({ key }, index) =>
      alarms.findIndex((one) => one.key === key) < index
        ? [{ pointer: `/alarms/${index}/key`, problem: 'duplicate' }]
        : [],
    ),
  ]
}
