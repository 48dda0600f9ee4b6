import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { changeProvider } from './change-provider.ts'

/** 承训单位更名：what was issued under the old name keeps it. */
export function editProvider(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: { name: string } },
): Promise<Verdict> {
  return changeProvider(scene, params.id, 'edit', (row) =>
    ok({ set: { name: body.name }, before: { name: row.name }, after: { name: body.name } }),
  )
}
