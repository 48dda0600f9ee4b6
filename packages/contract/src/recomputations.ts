import * as z from 'zod'
import { route } from './route.ts'
import { Day, Id, Instant, Version } from './shapes.ts'

/** How far the standings under one version are computed. */
export const Recomputation = z.strictObject({
  policyId: Id,
  kind: z.enum(['compute', 'clear']),
  reason: z.enum(['published', 'in_force', 'month', 'asked', 'retired']),
  state: z.enum(['running', 'paused', 'done']),
  asOf: Day,
  done: z.int().min(0),
  total: z.int().min(0),
  version: Version,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  actions: z.array(z.enum(['step', 'pause', 'resume', 'restart'])),
})

const base = { part: 'credits', worker: 'registry' } as const
const AT = '/api/districts/:district/policies/:id/recomputation'

/** Standings under a version computed anew: in the background, or step by step from the page. */
export const recomputationRoutes = {
  readRecomputation: route({
    ...base,
    id: 'readRecomputation',
    method: 'GET',
    path: AT,
    may: 'policy.read',
    summary: '重新计算的进度',
    out: Recomputation,
    status: 200,
    refusals: ['not-found'],
  }),
  startRecomputation: route({
    ...base,
    id: 'startRecomputation',
    method: 'POST',
    path: AT,
    may: 'policy.write',
    summary: '按施行中的办法重新计算全体教师',
    body: z.strictObject({}),
    out: Recomputation,
    status: 202,
    refusals: ['not-found', 'state-refuses'],
  }),
  changeRecomputation: route({
    ...base,
    id: 'changeRecomputation',
    method: 'PATCH',
    path: AT,
    may: 'policy.write',
    summary: '暂停或继续重新计算',
    body: z.strictObject({ state: z.enum(['running', 'paused']) }),
    out: Recomputation,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
  stepRecomputation: route({
    ...base,
    id: 'stepRecomputation',
    method: 'POST',
    path: `${AT}/steps`,
    may: 'policy.write',
    summary: '重新计算下一批教师；可随时中断，从断点继续',
    body: z.strictObject({}),
    out: Recomputation,
    status: 200,
    refusals: ['not-found'],
  }),
}
