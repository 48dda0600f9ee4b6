import { insertMany } from '@shixun/db/statement'
import { providersByNames } from '@shixun/db/tenant/roster'
import { providers } from '@shixun/db/tenant/schema/roster'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { importRows } from './import-rows.ts'
import { checkProviderRows, type ProviderCells } from './provider-rows.ts'

/** 批量登记承训单位：a provider is told by its name; one that is registered already keeps its accreditation as it is. */
export function importProviders(scene: DistrictScene, { body }: { body: { rows: ProviderCells[] } }): Promise<Verdict> {
  const { tenant } = scene.store
  const { sound, problems } = checkProviderRows(body.rows)
  return importRows(scene, 'providers', async () => {
    const [known] = await tenant.read(providersByNames({ names: JSON.stringify(sound.map(({ name }) => name)) }))
    const names = new Set(known.map(({ name }) => name))
    const accepted = sound.filter(({ name }) => !names.has(name))
    const told = sound
      .filter(({ name }) => names.has(name))
      .map(({ row }) => ({ row, column: 'name', problem: 'already_registered' }))
    const rows = accepted.map(({ row: _, ...provider }) => ({
      ...provider,
      id: scene.newId('prv'),
      version: 1,
      createdAt: scene.now,
    }))
    return {
      accepted: rows.length,
      rejected: [...problems, ...told],
      statements: rows.length ? [insertMany(providers, rows)] : [],
    }
  })
}
