import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { redriveQueue } from './redrive-queue.ts'

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64')
const NAMES = ['shixun-nudge', 'shixun-publish', 'shixun-robots'].flatMap((name) => [name, `${name}-dead`])

/** As much of Cloudflare's API as a re-drive asks, with the messages it holds. */
function account() {
  const held: Record<string, { lease_id: string; body: string }[]> = Object.fromEntries(NAMES.map((name) => [name, []]))
  const asked: string[] = []
  let refuse: string | null = null
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const [, queue = '', , action = ''] = /\/queues\/?([^/]*)(\/messages\/(\w+))?$/.exec(request.url ?? '') ?? []
    asked.push(`${action || 'list'} ${queue}`.trim())
    const body = text === '' ? {} : JSON.parse(text)
    const answer = (result: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ success: status < 300, result }))
    }
    if (request.headers.authorization !== 'Bearer operator') return answer(null, 403)
    if (refuse === action) return answer(null, 500)
    if (queue === '') return answer(NAMES.map((name) => ({ queue_id: name, queue_name: name })))
    if (action === 'pull') return answer({ messages: held[queue]?.slice(0, body.batch_size) })
    if (action === 'batch') {
      for (const message of body.messages) held[queue]?.push({ lease_id: '', body: JSON.stringify(message.body) })
      return answer(null)
    }
    const acked = new Set(body.acks.map(({ lease_id }: { lease_id: string }) => lease_id))
    held[queue] = (held[queue] ?? []).filter(({ lease_id }) => !acked.has(lease_id))
    return answer(null)
  })
  return {
    held,
    asked,
    refuseNow: (action: string | null) => {
      refuse = action
    },
    listen: () =>
      new Promise<string>((ready) =>
        server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
      ),
    close: () => new Promise((done) => server.close(done)),
  }
}

let cloud: ReturnType<typeof account>
let url: string
beforeEach(async () => {
  cloud = account()
  url = await cloud.listen()
})
afterEach(() => cloud.close())

const fill = (queue: string, count: number) => {
  for (let n = 0; n < count; n++) cloud.held[queue]?.push({ lease_id: `l${n}`, body: base64({ slug: `d${n}` }) })
}
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['scripts/redrive.ts', ...args], {
    env: { ...process.env, CLOUDFLARE_API_BASE_URL: url, CLOUDFLARE_ACCOUNT_ID: 'a', CLOUDFLARE_API_TOKEN: 'operator' },
  }).catch((error: { code: number; stderr: string; stdout: string }) => error)

it('brings every message of every dead-letter queue back, batch by batch, as it was sent', async () => {
  fill('shixun-nudge-dead', 230)
  fill('shixun-robots-dead', 1)
  const { stdout } = await run()
  expect(stdout).toContain('shixun-nudge: 230 messages brought back')
  expect(stdout).toContain('shixun-publish: 0 messages brought back')
  expect(stdout).toContain('shixun-robots: 1 messages brought back')
  expect(cloud.held['shixun-nudge-dead']).toEqual([])
  expect(cloud.held['shixun-nudge']?.map(({ body }) => JSON.parse(body))).toEqual(
    Array.from({ length: 230 }, (_, n) => ({ slug: `d${n}` })),
  )
})

it('touches the named queue alone, and says which there are when the name is unknown', async () => {
  fill('shixun-nudge-dead', 2)
  fill('shixun-robots-dead', 2)
  await run('shixun-robots')
  expect(cloud.held['shixun-nudge-dead']).toHaveLength(2)
  expect(cloud.held['shixun-robots']).toHaveLength(2)
  const unknown = await run('shixun-what')
  expect(unknown).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('shixun-nudge, shixun-publish, shixun-robots'),
  })
})

it('takes nothing out before it is in: a broken run is run again and loses nothing', async () => {
  fill('shixun-robots-dead', 3)
  cloud.refuseNow('batch')
  expect(await run('shixun-robots')).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing is lost') })
  expect(cloud.held['shixun-robots-dead']).toHaveLength(3)
  cloud.refuseNow(null)
  const api = { url: `${url}/accounts/a`, token: 'operator' }
  expect(await redriveQueue(api, 'shixun-robots-dead', 'shixun-robots')).toBe(3)
  expect(cloud.asked.slice(-4)).toEqual([
    'pull shixun-robots-dead',
    'batch shixun-robots',
    'ack shixun-robots-dead',
    'pull shixun-robots-dead',
  ])
})
