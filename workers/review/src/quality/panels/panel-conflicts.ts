import type { expertsByIds } from '@shixun/db/tenant/experts'
import type { FormField, FormValues } from '@shixun/domain/calls/design/form'
import { computeConflicts, eachRuleOnce, judgeMeeting } from '@shixun/domain/quality/conflicts/conflict'
import type { ConflictRules } from '@shixun/domain/quality/conflicts/conflict-rules'
import { interestKeys, interestsOfExpert } from '@shixun/domain/quality/conflicts/interest'
import { partiesOf, partyKeys } from '@shixun/domain/quality/conflicts/parties'
import { phaseCode } from '@shixun/domain/quality/panels/phase-code'
import type { ConflictCard } from '@shixun/domain/quality/rankings/panel-result'
import type { Engaged } from '../conflicts/engagements-by-expert.ts'

export type ExpertRow = ReturnType<ReturnType<typeof expertsByIds>['decode']>
export type FormedItem = { id: string; unitId: string; unitName: string; formNo: number; formValues: FormValues }

/** What bars experts from items: by item, then by expert. */
export type Barred = Map<string, Map<string, ConflictCard[]>>

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/**
 * The conflicts of interest between experts and items on the day `today`. Only pairs that share a key (unit, name) are
 * judged, so that thousands of items and hundreds of experts cost their sum and not their product.
 */
export function barredPairs(
  experts: readonly ExpertRow[],
  items: readonly FormedItem[],
  formOf: (no: number) => readonly FormField[],
  today: string,
  rules: ConflictRules,
  engaged: Engaged,
): Barred {
  const parties = items.map((item) =>
    partiesOf(formOf(item.formNo), item.formValues, { id: item.unitId, name: item.unitName }),
  )
  const itemsByKey = new Map<string, number[]>()
  parties.forEach((one, at) => {
    for (const key of [...partyKeys(one), ...(one.unit?.id ? [one.unit.id] : [])]) push(itemsByKey, key, at)
  })
  const barred: Barred = new Map()
  for (const expert of experts) {
    const interests = interestsOfExpert(expert)
    const trainings = engaged.get(expert.id) ?? []
    const keys = interestKeys(interests).flatMap(({ key }) => [key, key.replace(/^unit\//u, 'of/')])
    keys.push(...trainings.map(({ unitId }) => unitId))
    for (const at of new Set(keys.flatMap((key) => itemsByKey.get(key) ?? []))) {
      const [item, party] = [items[at], parties[at]]
      if (!item || !party) continue
      const found = eachRuleOnce([
        ...computeConflicts(interests, party, today, rules),
        ...trainings
          .filter(({ unitId }) => unitId === item.unitId)
          .flatMap((one) => judgeMeeting({ by: 'engaged', engaged: one }, rules, today)),
      ])
      if (found.length === 0) continue
      const ofItem = barred.get(item.id) ?? new Map<string, ConflictCard[]>()
      ofItem.set(
        expert.id,
        found.map(({ rule, detail }) => ({ rule, detail })),
      )
      barred.set(item.id, ofItem)
    }
  }
  return barred
}

/** What an application says its subject or phase is (a phase as its code), by the field of its form that means it. */
export function wordOf(form: readonly FormField[], values: FormValues, means: 'subject' | 'phase'): string | null {
  const field = form.find((one) => one.means === means)
  const value = field ? values[field.key] : undefined
  const word = typeof value === 'string' ? value.trim() : ''
  if (word === '') return null
  return means === 'phase' ? phaseCode(word) : word
}
