import { dispatchToListeners } from '@shixun/db/tenant/dispatches'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { type Receiver, startReceiver } from '../../../../packages/testkit/src/robot-receiver.ts'
import {
  type Ask,
  type Reply,
  raiseDistrict,
  type TestDistrict,
} from '../../../../packages/testkit/src/test-district.ts'

/** Secrets of every robot of the tests: they must be found nowhere in clear. */
export const KEY = '693a91f6-7b1c-4bc4-97a0-0ec2f1fa5aaa'
export const OTHER_KEY = '5dd0f1b2-0000-4bc4-97a0-77c2f1fa5bbb'
export const TOKEN = 'd3adbeefc0ffee00d3adbeefc0ffee00d3adbeefc0ffee00d3adbeefc0ffee00'
export const SECRET = 'SECb3a1f00dcafe0123456789abcdef0123456789abcdef0123456789abcdef'

type Card = { id: string; version: number; state: string; [key: string]: unknown }
type Doors = { ROBOTS: { send(ref: DistrictRef, now: string): Promise<number | null> } }

let made = 0
export const idOf = (prefix: string) => `${prefix}_${String(++made).padStart(26, '0')}`

export type Stage = {
  house: TestDistrict
  receiver: Receiver
  /** Everything that was answered, bodies and headers. */
  answers: string[]
  wecom: string
  dingtalk: string
  ask(person: Ask, ...given: Parameters<Ask>): Promise<Reply>
  asOffice(...given: Parameters<Ask>): Promise<Reply>
  robot(given?: Record<string, unknown>): Promise<Card>
  /** What a verb writes in its batch. */
  happens(event: string, title?: string): Promise<void>
  messages(robot: string): Promise<Card[]>
  send(): Promise<number | null>
}

/** One district, its office, and a receiver in the place of both products; robots and messages go before each test. */
export function stageRobots(): Stage {
  const stage = {} as Stage
  beforeAll(async () => {
    const receiver = await startReceiver()
    const house = await raiseDistrict({ robotHosts: [receiver.origin] })
    const office = await house.person('office')
    const doors = await house.constellation.miniflare.getBindings<Doors>('shixun-jobs')
    const answers: string[] = []
    const ask: Stage['ask'] = async (person, ...given) => {
      const reply = await person(...given)
      answers.push(JSON.stringify(reply.body), JSON.stringify([...reply.headers]))
      return reply
    }
    const asOffice: Stage['asOffice'] = (...given) => ask(office, ...given)
    const wecom = `${receiver.origin}/cgi-bin/webhook/send?key=${KEY}`
    Object.assign(stage, {
      house,
      receiver,
      answers,
      wecom,
      dingtalk: `${receiver.origin}/robot/send?access_token=${TOKEN}`,
      ask,
      asOffice,
      async robot(given: Record<string, unknown> = {}) {
        const body = { kind: 'wecom', name: '师训科群', address: wecom, events: ['call.opened'], ...given }
        const reply = await asOffice('POST', 'robots', body)
        expect(reply.body).toMatchObject({ name: body.name })
        expect(reply.status).toBe(201)
        return reply.body as Card
      },
      async happens(event: string, title = '发布了申报批次') {
        const now = new Date().toISOString()
        const { sql, params } = dispatchToListeners({ id: idOf('dsp'), event, title, body: '第一行\n第二行', now })
        await house.run(sql, ...params)
      },
      messages: async (robot: string) => (await asOffice('GET', `robots/${robot}/dispatches`)).body['items'] as Card[],
      send: () => doors.ROBOTS.send(house.ref, new Date().toISOString()),
    } satisfies Stage)
  }, 60_000)
  afterAll(async () => {
    await stage.house.stop()
    await stage.receiver.stop()
  })
  beforeEach(async () => {
    await stage.receiver.forget()
    await stage.house.run('DELETE FROM dispatches')
    await stage.house.run('DELETE FROM robots')
    await stage.house.run("UPDATE tasks SET done_at = '2026-01-01T00:00:00.000Z'")
  })
  return stage
}
