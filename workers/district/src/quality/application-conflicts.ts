import type { expertsByIds } from '@shixun/db/tenant/roster'
import type { FormField, FormValues } from '@shixun/domain/calls/form'
import { computeConflicts } from '@shixun/domain/quality/conflict'
import type { ConflictCard } from '@shixun/domain/quality/panel-result'

type ExpertRow = ReturnType<ReturnType<typeof expertsByIds>['decode']>
type Item = { unitId: string; formValues: FormValues }

/** The people an application names: the `name` cells of its people fields, and identifying answers in one line. */
export function namedPeople(form: readonly FormField[], values: FormValues): string[] {
  return form.flatMap(({ key, type, identifying }) => {
    const value = values[key]
    if (type === 'text' && identifying) return typeof value === 'string' ? [value] : []
    if (type !== 'people' || !Array.isArray(value)) return []
    return value.flatMap((row) => (typeof row['name'] === 'string' ? [row['name']] : []))
  })
}

/** Who teaches by the list of courses: an expert may not judge what they are paid for. */
function namedTrainers(form: readonly FormField[], values: FormValues): string[] {
  return form.flatMap(({ key, type }) => {
    const value = values[key]
    if (type !== 'courses' || !Array.isArray(value)) return []
    return value.flatMap((row) => (typeof row['trainer'] === 'string' ? [row['trainer']] : []))
  })
}

/** Why an expert may not see an application; empty when nothing stands in the way. `today` is a date in China. */
export function applicationConflicts(
  expert: ExpertRow,
  item: Item,
  form: readonly FormField[],
  today: string,
): ConflictCard[] {
  const standing = { ...expert, enrolledProjects: [], teachesProjects: [] }
  const found = computeConflicts(
    standing,
    {
      schoolId: item.unitId,
      namedPeople: [...namedPeople(form, item.formValues), ...namedTrainers(form, item.formValues)],
    },
    today,
  )
  return found.map(({ rule, detail }) => ({ rule, detail }))
}
