import * as z from 'zod'
import { route } from './route.ts'
import { Instant, Role } from './shapes.ts'

const base = { part: 'identity', worker: 'gateway', may: 'public', refusals: [] } as const
const Clock = z.strictObject({ now: Instant, real: Instant })

export const platformRoutes = {
  checkHealth: route({
    ...base,
    id: 'checkHealth',
    method: 'GET',
    path: '/healthz',
    summary: '服务状态',
    out: z.strictObject({ status: z.literal('ok'), version: z.string() }),
    status: 200,
  }),
  readOpenapi: route({
    ...base,
    id: 'readOpenapi',
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'OpenAPI 3.1',
    out: z.record(z.string(), z.unknown()),
    status: 200,
  }),
  showApiDocs: route({
    ...base,
    id: 'showApiDocs',
    method: 'GET',
    path: '/api/docs',
    summary: '接口文档',
    produces: 'html',
    out: null,
    status: 200,
  }),
  readDemo: route({
    ...base,
    id: 'readDemo',
    method: 'GET',
    path: '/api/demo',
    summary: '演示账号（仅演示环境）',
    out: z.strictObject({
      accounts: z.array(
        z.strictObject({
          role: Role,
          district: z.string().nullable(),
          name: z.string(),
          username: z.string(),
          password: z.string(),
        }),
      ),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  readDemoClock: route({
    ...base,
    id: 'readDemoClock',
    method: 'GET',
    path: '/api/demo/clock',
    summary: '演示时钟（仅演示环境）',
    out: Clock,
    status: 200,
    refusals: ['not-found'],
  }),
  moveDemoClock: route({
    ...base,
    id: 'moveDemoClock',
    method: 'POST',
    path: '/api/demo/clock',
    summary: '把演示时钟向前拨（仅演示环境）',
    body: z.union([
      z.strictObject({ now: z.iso.datetime({ offset: true }) }),
      z.strictObject({ advanceDays: z.int().min(1).max(366) }),
    ]),
    out: Clock,
    status: 200,
    refusals: ['not-found', 'clock-backwards', 'invalid-input'],
  }),
}
