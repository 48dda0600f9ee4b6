import type { expertsByIds } from '@shixun/db/tenant/experts'
import type { FormField, FormValues } from '@shixun/domain/calls/design/form'
import { computeConflicts, eachRuleOnce, judgeMeeting } from '@shixun/domain/quality/conflicts/conflict'
import { type ConflictRules, DEFAULT_CONFLICT_RULES } from '@shixun/domain/quality/conflicts/conflict-rules'
import { type Engagement, interestsOfExpert } from '@shixun/domain/quality/conflicts/interest'
import { partiesOf } from '@shixun/domain/quality/conflicts/parties'
import type { ConflictCard } from '@shixun/domain/quality/rankings/panel-result'

type ExpertRow = ReturnType<ReturnType<typeof expertsByIds>['decode']>
type Item = { unitId: string; unitName?: string | undefined; formValues: FormValues }

/** The people an application names, as written: the `name` cells of its people fields, and identifying answers in one line. */
export function namedPeople(form: readonly FormField[], values: FormValues): string[] {
  return form.flatMap(({ key, type, identifying }) => {
    const value = values[key]
    if (type === 'text' && identifying) return typeof value === 'string' ? [value] : []
    if (type !== 'people' || !Array.isArray(value)) return []
    return value.flatMap((row) => (typeof row['name'] === 'string' ? [row['name']] : []))
  })
}

/**
 * Why an expert may not see an application; empty when nothing stands in the way. `today` is a date in China, `engaged` the trainings
 * in which the expert taught or took part.
 */
export function applicationConflicts(
  expert: ExpertRow,
  item: Item,
  form: readonly FormField[],
  today: string,
  rules: ConflictRules = DEFAULT_CONFLICT_RULES,
  engaged: readonly Engagement[] = [],
): ConflictCard[] {
  const parties = partiesOf(form, item.formValues, { id: item.unitId, name: item.unitName ?? '' })
  const trainings = engaged.filter(({ unitId }) => unitId === item.unitId)
  return eachRuleOnce([
    ...computeConflicts(interestsOfExpert(expert), parties, today, rules),
    ...trainings.flatMap((one) => judgeMeeting({ by: 'engaged', engaged: one }, rules, today)),
  ]).map(({ rule, detail }) => ({ rule, detail }))
}
