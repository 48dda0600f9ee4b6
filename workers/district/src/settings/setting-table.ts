import { SETTINGS, type SettingKey } from '@shixun/contract/settings'
import { workCalendarSamples } from '@shixun/domain/calls/calendar/work-calendar-samples'
import { DEFAULT_ATTENDANCE_RULES } from '@shixun/domain/delivery/attendance'
import { DEFAULT_FOLLOW_UP } from '@shixun/domain/delivery/follow-up'
import { DEFAULT_REPEAT_RULES, DEFAULT_WAITING_RULES } from '@shixun/domain/delivery/repeat-rules'
import { termGaps } from '@shixun/domain/delivery/repeat-term'
import { DEFAULT_DIGEST } from '@shixun/domain/inbox/digest'
import { checkBudgetPolicy } from '@shixun/domain/money/budget-policy'
import { DEFAULT_BUDGET_POLICY } from '@shixun/domain/money/budget-policy-samples'
import { DEFAULT_APPEALS } from '@shixun/domain/quality/appeals/appeal'
import { checkAssessmentSetting, DEFAULT_ASSESSMENT } from '@shixun/domain/quality/assessments/assessment-setting'
import { BOUND_ROLES, DEFAULT_CONFLICT_RULES } from '@shixun/domain/quality/conflicts/conflict-rules'
import { DEFAULT_INSPECTION } from '@shixun/domain/quality/inspections/inspection'
import { dayOfWeek } from '@shixun/domain/shared/china-time'
import { checkNumberPattern, DEFAULT_NUMBERING, NUMBERED } from '@shixun/domain/shared/number-pattern'
import type { FieldProblem } from '@shixun/domain/shared/result'
import { DEFAULT_SURVEY_SETTING, LEAST_ANSWERS } from '@shixun/domain/surveys/survey'
import { MODULES } from '@shixun/domain/training/content-modules'
import { fieldsOf } from '@shixun/http/read-input'

type Checked = { ok: true; value: unknown } | { ok: false; fields: FieldProblem[] }
/** A setting: what stands until a bureau sets its own, and whether a value makes sense. Pointers are relative to the value. */
type Setting = { sample: unknown; check(value: unknown): Checked }

function setting<K extends SettingKey>(
  key: K,
  sample: unknown,
  sense: (value: ReturnType<(typeof SETTINGS)[K]['parse']>) => FieldProblem[],
): Setting {
  return {
    sample,
    check(value) {
      const parsed = SETTINGS[key].safeParse(value, { reportInput: true })
      if (!parsed.success) return { ok: false, fields: fieldsOf(parsed.error.issues) }
      const fields = sense(parsed.data as ReturnType<(typeof SETTINGS)[K]['parse']>)
      return fields.length > 0 ? { ok: false, fields } : { ok: true, value: parsed.data }
    },
  }
}

/** A year's own days and those of the December before, which the notice of 元旦 names. */
function daysOf(year: string, list: 'holidays' | 'makeUpDays', days: readonly string[]): FieldProblem[] {
  return days.flatMap((day, index) => {
    const pointer = `/years/${year}/${list}/${index}`
    if (days.indexOf(day) < index) return [{ pointer, problem: 'duplicate' }]
    const inYear = day.startsWith(year) || day.startsWith(`${Number(year) - 1}-12`)
    return inYear ? [] : [{ pointer, problem: 'out_of_range', limit: year }]
  })
}

type Arrangement = { holidays: readonly string[]; makeUpDays: readonly string[] }

/** A year without a day off is no arrangement, and would make every holiday a working day; only weekend days are made up. */
function yearProblems(year: string, { holidays, makeUpDays }: Arrangement): FieldProblem[] {
  const none = holidays.length === 0 ? [{ pointer: `/years/${year}/holidays`, problem: 'required' }] : []
  const worked = makeUpDays.flatMap((day, index) => {
    const pointer = `/years/${year}/makeUpDays/${index}`
    if (holidays.includes(day)) return [{ pointer, problem: 'holiday_is_worked' }]
    return [0, 6].includes(dayOfWeek(day)) ? [] : [{ pointer, problem: 'not_weekend' }]
  })
  return [...none, ...daysOf(year, 'holidays', holidays), ...daysOf(year, 'makeUpDays', makeUpDays), ...worked]
}

export const SETTING_TABLE: Record<SettingKey, Setting> = {
  'work-calendar': setting('work-calendar', workCalendarSamples, ({ years }) =>
    Object.entries(years).flatMap(([year, arrangement]) => yearProblems(year, arrangement)),
  ),
  numbering: setting('numbering', DEFAULT_NUMBERING, (patterns) =>
    NUMBERED.flatMap((what) => {
      const problem = checkNumberPattern(patterns[what])
      return problem ? [{ pointer: `/${what}`, problem }] : []
    }),
  ),
  'budget-policy': setting('budget-policy', DEFAULT_BUDGET_POLICY, checkBudgetPolicy),
  'content-modules': setting('content-modules', { modules: MODULES }, ({ modules }) =>
    modules.flatMap((name, index) =>
      modules.indexOf(name) < index ? [{ pointer: `/modules/${index}`, problem: 'duplicate' }] : [],
    ),
  ),
  'training-repeats': setting('training-repeats', DEFAULT_REPEAT_RULES, ({ similarity, terms }) => {
    const gaps = termGaps(terms)
    return [
      ...(similarity.sameContent > similarity.title
        ? [{ pointer: '/similarity/sameContent', problem: 'lower_than_title', limit: similarity.title }]
        : []),
      ...terms.flatMap(({ key }, index) =>
        terms.findIndex((one) => one.key === key) < index
          ? [{ pointer: `/terms/${index}/key`, problem: 'duplicate' }]
          : [],
      ),
      ...(gaps.length > 0 ? [{ pointer: '/terms', problem: 'terms_cover_year', limit: gaps.join('、') }] : []),
    ]
  }),
  'waiting-list': setting('waiting-list', DEFAULT_WAITING_RULES, () => []),
  digest: setting('digest', DEFAULT_DIGEST, () => []),
  surveys: setting('surveys', DEFAULT_SURVEY_SETTING, ({ least }) =>
    least < LEAST_ANSWERS ? [{ pointer: '/least', problem: 'below_least', limit: LEAST_ANSWERS }] : [],
  ),
  'follow-up': setting('follow-up', DEFAULT_FOLLOW_UP, ({ months }) =>
    months.flatMap((month, index) =>
      months.indexOf(month) < index ? [{ pointer: `/months/${index}`, problem: 'duplicate' }] : [],
    ),
  ),
  attendance: setting('attendance', DEFAULT_ATTENDANCE_RULES, () => []),
  'conflict-rules': setting('conflict-rules', DEFAULT_CONFLICT_RULES, (rules) =>
    BOUND_ROLES.flatMap((role) =>
      rules[role].flatMap((rule, at) =>
        rules[role].indexOf(rule) < at ? [{ pointer: `/${role}/${at}`, problem: 'duplicate' }] : [],
      ),
    ),
  ),
  assessment: setting('assessment', DEFAULT_ASSESSMENT, checkAssessmentSetting),
  appeals: setting('appeals', DEFAULT_APPEALS, () => []),
  inspection: setting('inspection', DEFAULT_INSPECTION, () => []),
}

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTING_TABLE, key)
}
