import type { shortTeachers } from '@shixun/db/tenant/standings'
import { type Policy, UNITS } from '@shixun/domain/credits/policy'
import { BEHIND_FROM, OVERDUE_FROM, type StandingLine } from '@shixun/domain/credits/teacher-standing'

type Row = ReturnType<ReturnType<typeof shortTeachers>['decode']>

function lineWords(title: string, unit: string, { required, earned, overdue }: StandingLine): string {
  return `${title} ${earned} / ${required} ${unit}${overdue ? '（已逾期）' : ''}`
}

/** A line of the table of who is short, with every requirement not met. */
export function shortCard(row: Row, policy: Policy) {
  const { teacherId, name, schoolId, schoolName, phase, subject, result } = row
  const rules = new Map(policy.requirements.map((one) => [one.id, one]))
  const lines = result.lines
    .filter(({ met, remaining }) => !met && remaining > 0)
    .map((line) => {
      const { title = line.id, unit = result.unit } = rules.get(line.id) ?? {}
      return { line, unit, words: lineWords(title, UNITS[unit], line) }
    })
  const asked = lines.find(({ line }) => Math.round(line.remaining * 100) === row.remaining) ?? lines[0]
  return {
    id: teacherId,
    name,
    schoolId,
    schoolName,
    phase,
    subject,
    urgency: row.urgency >= OVERDUE_FROM ? 'overdue' : row.urgency >= BEHIND_FROM ? 'behind' : 'on_pace',
    remaining: row.remaining / 100,
    unit: asked?.unit ?? result.unit,
    dueOn: asked?.line.to ?? result.cycle.to,
    lines: lines.map(({ line: { id, required, earned, remaining, overdue }, words }) => ({
      ...{ id, required, earned, remaining, overdue },
      words,
    })),
    asOf: result.asOf,
  }
}
