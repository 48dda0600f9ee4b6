import { ROBOT_EVENTS, ROBOT_KINDS } from '@shixun/domain/inbox/robot'
import * as z from 'zod'
import { route } from './route.ts'
import { Instant, item, Line, Paging, pageOf } from './shapes.ts'
import { inboxSheets as SHEETS } from './sheets/inbox.ts'

/** A robot without its secrets: host and the last four characters tell which one it is. */
const Robot = z.strictObject({
  ...item,
  kind: z.enum(ROBOT_KINDS),
  name: z.string(),
  host: z.string(),
  addressTail: z.string(),
  signed: z.boolean(),
  events: z.array(z.enum(ROBOT_EVENTS)),
  state: z.enum(['on', 'off']),
  createdAt: Instant,
})
const Dispatch = z.strictObject({
  ...item,
  event: z.string(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['waiting', 'sent', 'dead']),
  attempts: z.int(),
  error: z.string().nullable(),
  createdAt: Instant,
  settledAt: Instant.nullable(),
})
const RobotBody = {
  kind: z.enum(ROBOT_KINDS),
  name: Line(40),
  address: z.url().max(500),
  secret: Line(200).optional(),
  events: z.array(z.enum(ROBOT_EVENTS)).min(1),
}

const base = { part: 'inbox', worker: 'registry' } as const
const D = '/api/districts/:district'

/** Robots of chat groups. */
export const robotRoutes = {
  listRobots: route({
    ...base,
    id: 'listRobots',
    method: 'GET',
    path: `${D}/robots`,
    may: 'robot.read',
    summary: '群机器人',
    query: Paging,
    out: pageOf(Robot),
    sheet: SHEETS.robots,
    status: 200,
    refusals: [],
  }),
  createRobot: route({
    ...base,
    id: 'createRobot',
    method: 'POST',
    path: `${D}/robots`,
    may: 'robot.write',
    summary: '登记群机器人',
    body: z.strictObject(RobotBody),
    out: Robot,
    status: 201,
    refusals: ['invalid-input'],
  }),
  editRobot: route({
    ...base,
    id: 'editRobot',
    method: 'PATCH',
    path: `${D}/robots/:id`,
    may: 'robot.write',
    summary: '修改群机器人；地址和密钥不填则不变',
    body: z.strictObject({
      name: Line(40).optional(),
      address: z.url().max(500).optional(),
      secret: Line(200).nullable().optional(),
      events: z.array(z.enum(ROBOT_EVENTS)).min(1).optional(),
      state: z.enum(['on', 'off']).optional(),
    }),
    out: Robot,
    status: 200,
    refusals: ['not-found', 'invalid-input', 'version-stale'],
    ifMatch: 'required',
  }),
  removeRobot: route({
    ...base,
    id: 'removeRobot',
    method: 'DELETE',
    path: `${D}/robots/:id`,
    may: 'robot.write',
    summary: '移除群机器人，连同它的地址、密钥和消息',
    out: null,
    status: 204,
    refusals: ['not-found', 'version-stale'],
    ifMatch: 'required',
  }),
  testRobot: route({
    ...base,
    id: 'testRobot',
    method: 'POST',
    path: `${D}/robots/:id/actions/test`,
    may: 'robot.write',
    summary: '发一条测试消息',
    body: z.strictObject({}),
    out: z.strictObject({ delivered: z.boolean(), detail: z.string() }),
    status: 200,
    refusals: ['not-found'],
  }),
  listDispatches: route({
    ...base,
    id: 'listDispatches',
    method: 'GET',
    path: `${D}/robots/:id/dispatches`,
    may: 'robot.read',
    summary: '群机器人的消息和送达情况',
    query: Paging,
    out: pageOf(Dispatch),
    sheet: SHEETS.dispatches,
    status: 200,
    refusals: ['not-found'],
  }),
  retryDispatch: route({
    ...base,
    id: 'retryDispatch',
    method: 'POST',
    path: `${D}/dispatches/:id/actions/retry`,
    may: 'dispatch.retry',
    summary: '重新发送',
    body: z.strictObject({ note: z.string().trim().max(2000).optional() }),
    out: Dispatch,
    status: 200,
    refusals: ['not-found', 'forbidden', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
}
