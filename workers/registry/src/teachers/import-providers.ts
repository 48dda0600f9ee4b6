import type { JournalEvent } from '@shixun/db/commit'
import { insertMany, type Statement, updateSeen } from '@shixun/db/statement'
import { providersByNames } from '@shixun/db/tenant/roster'
import { providers } from '@shixun/db/tenant/schema/roster'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { type AccreditationPeriod, checkPeriod } from '@shixun/domain/teachers/accreditation'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { importRows } from './import-rows.ts'
import { besidePeriods, nextPeriodId } from './provider-card.ts'
import { checkProviderRows, type ProviderCells, type ProviderRow } from './provider-rows.ts'

function periodOf(
  { levels, number, accreditedFrom, accreditedTo }: ProviderRow,
  others: readonly AccreditationPeriod[],
): AccreditationPeriod {
  const dates = { from: accreditedFrom, to: accreditedTo }
  return { id: nextPeriodId(others), levels, number, ...dates, endedOn: null, reason: null }
}

/** 批量登记承训单位：a provider is told by its name; one that is registered already is renewed by a further period. */
export function importProviders(scene: RegistryScene, { body }: { body: { rows: ProviderCells[] } }): Promise<Verdict> {
  const { tenant } = scene.store
  const today = chinaDate(scene.now)
  const { sound, problems } = checkProviderRows(body.rows)
  return importRows(scene, 'providers', async () => {
    const [known] = await tenant.read(providersByNames({ names: JSON.stringify(sound.map(({ name }) => name)) }))
    const registered = new Map(known.map((row) => [row.name, row]))
    const rejected = [...problems]
    const statements: Statement[] = []
    const events: JournalEvent[] = []
    const added: (typeof providers.$inferInsert)[] = []
    for (const given of sound) {
      const row = registered.get(given.name)
      const period = periodOf(given, row?.periods ?? [])
      if (row && checkPeriod(period, row.periods).length > 0) {
        const same = row.periods.some(({ from, to }) => from === period.from && to === period.to)
        rejected.push({
          row: given.row,
          column: same ? 'name' : 'accreditedFrom',
          problem: same ? 'already_registered' : 'overlaps',
        })
        continue
      }
      const beside = besidePeriods([...(row?.periods ?? []), period], today)
      if (row) {
        statements.push(updateSeen(providers, row, beside))
        events.push({ entity: row.id, version: row.version + 1, verb: 'renew', after: period })
      } else added.push({ id: scene.newId('prv'), name: given.name, ...beside, version: 1, createdAt: scene.now })
    }
    return {
      accepted: added.length + events.length,
      rejected,
      statements: [...(added.length ? [insertMany(providers, added)] : []), ...statements],
      events,
    }
  })
}
