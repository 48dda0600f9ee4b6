import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { dispatchesOfRobot, robotById, robotPage } from '@shixun/db/tenant/robots'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { dispatchCard } from './dispatch-card.ts'
import { robotCard } from './robot-card.ts'

type Query = { limit: number; after?: string | undefined }

/** 群机器人：newest first. */
export async function listRobots(
  scene: RegistryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const [found] = await scene.store.tenant.read(robotPage({ after: query.after ?? NEWEST, limit: query.limit + 1 }))
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => robotCard(scene, row)), next: nextLink(raw, after) } })
}

/** What a robot said or has still to say, newest first. */
export async function listDispatches(
  scene: RegistryScene,
  { params, query, raw }: { params: { id: string }; query: Query; raw: Request },
): Promise<Verdict> {
  const [[robot], found] = await scene.store.tenant.read(
    robotById({ id: params.id }),
    dispatchesOfRobot({ robot: params.id, after: query.after ?? NEWEST, limit: query.limit + 1 }),
  )
  if (!robot) return refuse({ code: 'not-found' })
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => dispatchCard(scene, row)), next: nextLink(raw, after) } })
}
