import { provinceRoutes as ROUTES } from '@shixun/contract/province'
import { ok } from '@shixun/domain/shared/result'
import { type Bound, bind } from '@shixun/http/bind'
import type { Scene, Verdict } from '@shixun/http/scene'
import { publicKeysOf } from '@shixun/http/signing'
import type { DistrictSecrets } from '../env.ts'

/** What the keys' door may touch: no tenant. */
export type KeyStore = { keys: DistrictSecrets['SIGNING_KEYS'] }

/** The public halves of the signing keys: the one that signs, the next one, and those kept for old signatures. */
async function readKeys({ store }: Scene<KeyStore>): Promise<Verdict> {
  return ok({ body: publicKeysOf(store.keys), headers: { 'cache-control': 'public, max-age=3600' } })
}

export const keyRoutes: readonly Bound<KeyStore>[] = [bind(ROUTES.readKeys, readKeys)]
