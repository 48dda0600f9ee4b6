import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONFIGS, ROOT } from '../../../scripts/local/constellation.ts'
import { type OwnHouse, raiseOwnHouse } from './own-house.ts'
import { type Received, type Sent, type Wire, wireTo } from './wire.ts'

const REQUEST_ID = 'demonstration-absent'
const DEMO = [ROUTES.readDemo, ROUTES.readDemoClock, ROUTES.moveDemoClock]
const BODIES = ['{"advanceDays":1}', '{"now":"2099-01-01T00:00:00Z"}', '{"advanceDays":-1}', '{', '']

let house: OwnHouse
let wire: Wire

beforeAll(async () => {
  house = await raiseOwnHouse()
  wire = wireTo(house.url)
})
afterAll(async () => {
  wire.close()
  await house.stop()
})

const send = (sent: Sent): Promise<Received> =>
  wire.send({ ...sent, headers: { ...sent.headers, 'x-request-id': REQUEST_ID } })
const told = ({ status, text, headers }: Received) => ({ status, text, type: headers['content-type'] })

describe('outside the demonstration', () => {
  test.each(DEMO.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s is an address like any that does not exist',
    async (_, { method, path }) => {
      const sent: Omit<Sent, 'path'>[] =
        method === 'GET'
          ? [{ method }]
          : BODIES.map((body) => ({ method, body, headers: { 'content-type': 'application/json' } }))
      for (const one of sent) {
        const answer = told(await send({ ...one, path }))
        expect(answer.status, String(one.body)).toBe(404)
        expect(answer, String(one.body)).toEqual(told(await send({ ...one, path: '/api/no-such-address' })))
      }
    },
  )
})

test('no configuration that is deployed sets the demonstration', () => {
  for (const file of Object.values(CONFIGS)) {
    const text = readFileSync(join(ROOT, file), 'utf8')
    expect(text, file).not.toMatch(/demonstration/i)
    expect(text, file).not.toMatch(/\bMETER\b/)
  }
})
