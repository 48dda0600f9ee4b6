import type { ledgerEntryById, publishedVersions } from '@shixun/db/tenant/ledger'
import { LEDGER_ENTRY } from '@shixun/domain/credits/ledger-entry'
import { hoursOf, minutesPerHourOn } from '@shixun/domain/credits/policy-in-force'
import { scopeOf } from '@shixun/domain/identity/permission'
import { actionsOf } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'

export type EntryRow = ReturnType<ReturnType<typeof ledgerEntryById>['decode']>
export type Versions = ReturnType<ReturnType<typeof publishedVersions>['decode']>[]

/** Whether this visitor may see an entry: its teacher, the school it was entered for, and the bureau. */
export function seesEntry(
  { visitor }: Pick<DeliveryScene, 'visitor'>,
  row: Pick<EntryRow, 'teacherId' | 'schoolId'>,
): boolean {
  if (visitor.kind !== 'person') return true
  const scope = scopeOf(visitor, 'ledger.read')
  if (scope === 'self') return visitor.unit === row.teacherId
  return scope === 'unit' ? visitor.unit === row.schoolId : scope === 'district'
}

/** What was declared may be taken back by who may declare it; what a cohort or an envelope brought may not. */
export function entryFacts(row: Pick<EntryRow, 'source'>, accredited: boolean): Record<string, boolean> {
  return { declared: row.source === 'outside' || row.source === 'import', provider_accredited: accredited }
}

function mayReverse(scene: DeliveryScene, { state, reversedBy }: EntryRow): boolean {
  return state === 'confirmed' && reversedBy === null && scopeOf(scene.visitor, 'ledger.reverse') !== null
}

export function entryView(scene: DeliveryScene, row: EntryRow, versions: Versions) {
  const { enrolmentId: _, minutesDue: __, minutesAttended: ___, batch: ____, ...shown } = row
  const moves = actionsOf(scene, LEDGER_ENTRY, row.state, entryFacts(row, true))
  return {
    ...shown,
    hours: hoursOf(row.minutes, minutesPerHourOn(versions, row.date)),
    actions: [...moves, ...(mayReverse(scene, row) ? ['reverse'] : [])],
  }
}
