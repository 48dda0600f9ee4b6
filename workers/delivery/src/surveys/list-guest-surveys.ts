import { sha256 } from '@shixun/db/sha256'
import { surveysOfGuest } from '@shixun/db/tenant/surveys'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'

/** A guest takes part in few cohorts of a bureau, and each is asked a few times. */
const MOST = 50

/** 外局学员的问卷：what the holder of a pass may answer; a pass that nobody has opens nothing. */
export async function listGuestSurveys(scene: DeliveryScene, { body }: { body: { pass: string } }): Promise<Verdict> {
  const [surveys] = await scene.store.tenant.read(surveysOfGuest({ pass: await sha256(body.pass), limit: MOST }))
  return ok({ body: { surveys }, headers: { 'cache-control': 'no-store' } })
}
