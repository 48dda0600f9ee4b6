import { ok } from '@shixun/domain/shared/result'
import { describe, expect, it } from 'vitest'
import { hashLine } from './hash-line.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the line before the hash', () => {
  it('lets two work at once, twenty wait, and refuses the rest', async () => {
    const line = hashLine(() => 0)
    let running = 0
    let most = 0
    const order: number[] = []
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        line(20, async () => {
          running += 1
          most = Math.max(most, running)
          await pause(2)
          running -= 1
          order.push(n)
          return ok(n)
        }),
      ),
    )
    expect(most).toBe(2)
    expect(results.filter((result) => result.ok)).toHaveLength(22)
    expect(results.slice(22).every((result) => !result.ok && result.refusal.code === 'busy')).toBe(true)
    expect(order.every((n, place) => Math.abs(n - place) <= 2)).toBe(true)
  })

  it('frees a place whose work failed', async () => {
    const line = hashLine(() => 0)
    await expect(line(0, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await expect(line(0, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await line(0, async () => ok('well'))).toEqual(ok('well'))
  })

  it('gives up places of requests that went away, after ten seconds and not before', async () => {
    let now = 0
    const line = hashLine(() => now)
    const gone = new Promise<never>(() => undefined)
    void line(0, () => gone)
    void line(0, () => gone)
    now = 10_000
    expect((await line(0, async () => ok(1))).ok).toBe(false)
    now = 10_001
    expect((await line(0, async () => ok(1))).ok).toBe(true)
  })
})
