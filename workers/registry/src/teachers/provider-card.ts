import type { providerById } from '@shixun/db/tenant/roster'
import { scopeOf } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { type AccreditationPeriod, periodToShow, standingOf, warningDay } from '@shixun/domain/teachers/accreditation'
import type { RegistryScene } from '../store.ts'

export type ProviderRow = ReturnType<ReturnType<typeof providerById>['decode']>

/** A provider as the API shows it, with the whole history of its accreditation, the latest period first. */
export function providerCard(scene: RegistryScene, { id, version, name, periods }: ProviderRow) {
  const today = chinaDate(scene.now)
  const shown = periodToShow(periods, today)
  return {
    id,
    version,
    actions: scopeOf(scene.visitor, 'provider.write') === null ? [] : ['edit', 'renew'],
    name,
    levels: shown?.levels ?? [],
    accreditedFrom: shown?.from ?? today,
    accreditedTo: shown === null ? today : (shown.endedOn ?? shown.to),
    standing: standingOf(periods, today),
    periods: [...periods].sort((a, b) => (a.from < b.from ? 1 : -1)),
  }
}

/** What is written beside the periods: the day of the warning, and the last period for code that knows no history. */
export function besidePeriods(periods: readonly AccreditationPeriod[], today: string) {
  const last = [...periods].sort((a, b) => (a.to < b.to ? 1 : -1))[0]
  return {
    periods: [...periods],
    warnOn: warningDay(periods, today),
    levels: last?.levels ?? [],
    accreditedFrom: last?.from ?? today,
    accreditedTo: last?.to ?? today,
  }
}

/** The id of a further period: they are counted within their provider. */
export function nextPeriodId(periods: readonly AccreditationPeriod[]): string {
  return `p${periods.length + 1}`
}
