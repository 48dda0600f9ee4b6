import type { BudgetPolicy } from '../money/budget-policy.ts'
import { decimalText, hundredthsOf } from '../money/exact-figures.ts'
import { type Finding, findingOf } from '../money/finding.ts'
import { isQuarterHours, type Lecture } from '../money/lecture-fee.ts'
import { isCalendarDate } from '../shared/china-time.ts'

export type Stage = { from: string; to: string }
export type Course = Lecture & { module: string }

type Severities = BudgetPolicy['rules']

/** Stages outside the year of the call. Stages may overlap; that one ends before it starts, the form itself refuses. */
export function checkStages(stages: readonly Stage[], year: number | null, rules: Severities): Finding[] {
  if (year === null) return []
  return stages.flatMap((stage, index) =>
    (['from', 'to'] as const)
      .filter((key) => isCalendarDate(stage[key]) && Number(stage[key].slice(0, 4)) !== year)
      .flatMap((key) =>
        findingOf(rules['stage-year'].severity, {
          pointer: `/${index}/${key}`,
          rule: 'stage-year',
          detail: `${stage[key]} 不在本批次的年度（${year} 年）内，请核对日期；确实跨年的，请在说明中写明。`,
          limit: year,
        }),
      ),
  )
}

/** Courses whose hours are none or not in quarters, of no known module, or without a trainer. Pointers start at the row. */
export function checkCourses(courses: readonly Course[], modules: readonly string[], rules: Severities): Finding[] {
  return courses.flatMap((course, index) => {
    const hours = hundredthsOf(course.hours)
    return [
      ...(hours !== null && !isQuarterHours(hours)
        ? findingOf(rules['course-hours'].severity, {
            pointer: `/${index}/hours`,
            rule: 'course-hours',
            detail: `课程学时应大于 0，并以 0.25 学时为最小单位，现为 ${decimalText(hours)}，请改为如 0.5、1.25、2。`,
          })
        : []),
      ...(course.module !== '' && modules.length > 0 && !modules.includes(course.module)
        ? findingOf(rules['course-module'].severity, {
            pointer: `/${index}/module`,
            rule: 'course-module',
            detail: `“${course.module}”不在课程模块中，请从${modules.map((module) => `“${module}”`).join('')}中选择。`,
          })
        : []),
      ...(course.title !== '' && course.trainer.trim() === ''
        ? findingOf(rules['trainer-missing'].severity, {
            pointer: `/${index}/trainer`,
            rule: 'trainer-missing',
            detail: '没有填写授课人，请写明姓名；尚未确定的，写拟请的专家或“待定”。',
          })
        : []),
    ]
  })
}

/** Hours of a list of courses in hundredths. */
function courseHours(courses: readonly Pick<Course, 'hours'>[]): bigint {
  return courses.reduce((all, { hours }) => all + (hundredthsOf(hours) ?? 0n), 0n)
}

/** Whether the courses add up to the hours that the application promises. The pointer is relative to the courses. */
export function checkHours(courses: readonly Course[], promised: number | null, rules: Severities): Finding[] {
  const due = hundredthsOf(promised)
  const sum = courseHours(courses)
  if (due === null || courses.length === 0 || sum === due) return []
  const gap = sum > due ? `多 ${decimalText(sum - due)}` : `少 ${decimalText(due - sum)}`
  return findingOf(rules['hours-agree'].severity, {
    pointer: '',
    rule: 'hours-agree',
    detail: `课程学时合计 ${decimalText(sum)}，与培训学时 ${decimalText(due)} 不一致（${gap} 学时），请核对课程安排或培训学时。`,
    limit: Number(due),
  })
}

/** A number of days with the pointer of its answer. */
export type TravelDays = { value: number | null; pointer: string } | null

/** Days of arrival and departure above what may be counted, each and both. */
export function checkTravelDays(arrival: TravelDays, departure: TravelDays, policy: BudgetPolicy): Finding[] {
  const { severity } = policy.rules['travel-days']
  const caps = policy.travelDays
  const told = (days: TravelDays) => hundredthsOf(days?.value) ?? 0n
  const each = ([what, days, cap]: [string, TravelDays, number]) =>
    days !== null && told(days) > BigInt(cap)
      ? findingOf(severity, {
          pointer: days.pointer,
          rule: 'travel-days',
          detail: `${what}时间不得超过 ${decimalText(BigInt(cap))} 天，现为 ${decimalText(told(days))} 天，请核减。`,
          limit: cap,
        })
      : []
  const found = [...each(['报到', arrival, caps.arrival]), ...each(['撤离', departure, caps.departure])]
  const both = told(arrival) + told(departure)
  const last = departure ?? arrival
  if (found.length > 0 || last === null || both <= BigInt(caps.together)) return found
  return findingOf(severity, {
    pointer: last.pointer,
    rule: 'travel-days',
    detail: `报到和撤离时间合计不得超过 ${decimalText(BigInt(caps.together))} 天，现为 ${decimalText(both)} 天，请核减。`,
    limit: caps.together,
  })
}
