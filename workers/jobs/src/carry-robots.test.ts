import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { afterEach, expect, it, vi } from 'vitest'
import type { Env } from './env.ts'
import jobs from './index.ts'

const NOW = '2026-11-21T02:00:00.000Z'
const ref = { id: 'dis_1', slug: 'jinshui' } as DistrictRef

/** One message of the robots' queue, and what became of it. */
async function carried(send: () => Promise<number | null>, slug = 'jinshui'): Promise<string> {
  let outcome = 'left'
  const message = {
    body: { slug },
    ack: () => {
      outcome = 'done'
    },
    retry: (options?: { delaySeconds: number }) => {
      outcome = options ? `again in ${options.delaySeconds}` : 'again'
    },
  }
  const env: Partial<Env> = {
    ROSTER: {
      districts: async () => ({ refs: [], next: null, now: NOW }),
      clock: async () => NOW,
      stockPool: async () => ({ total: 0, free: 0, low: false }),
      locate: async (given) => ({ ref: given === 'jinshui' ? ref : null, now: NOW }),
    },
    ROBOTS: { send },
  }
  await jobs.queue({ queue: 'shixun-robots', messages: [message] }, env as Env)
  return outcome
}

afterEach(() => vi.restoreAllMocks())

it('a message is done when nothing failed, and comes again after the wait that the robots ask for', async () => {
  expect(await carried(async () => null)).toBe('done')
  expect(await carried(async () => 15)).toBe('again in 15')
  expect(await carried(async () => 1200)).toBe('again in 1200')
})

it('a district that is gone has nothing to say', async () => {
  const send = vi.fn(async () => 15)
  expect(await carried(send, 'erased')).toBe('done')
  expect(send).not.toHaveBeenCalled()
})

it('a district that cannot be reached is tried again, with an error line that names queue and district', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const lost = async () => {
    throw new Error('no database for jinshui')
  }
  expect(await carried(lost)).toBe('again')
  expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({
    level: 'error',
    queue: 'shixun-robots',
    slug: 'jinshui',
  })
})
