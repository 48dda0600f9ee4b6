import { describe, expect, it } from 'vitest'
import { ABSOLUTE_MS, IDLE_MS, sessionAlive } from './session.ts'

const MINUTE = 60_000
const HOUR = 3_600_000

describe('a session', () => {
  it('keeps the limits of the trust page', () => {
    expect(IDLE_MS).toBe(30 * MINUTE)
    expect(ABSOLUTE_MS).toBe(12 * HOUR)
  })

  it.each([
    ['just begun', 0, 0, true],
    ['idle a millisecond less than half an hour', 0, 30 * MINUTE - 1, true],
    ['idle exactly half an hour', 0, 30 * MINUTE, false],
    ['idle longer', 0, 31 * MINUTE, false],
  ])('%s', (_, seenMs, nowMs, alive) => {
    expect(sessionAlive({ createdMs: 0, seenMs }, nowMs)).toBe(alive)
  })

  it.each([
    ['a millisecond less than twelve hours', 12 * HOUR - 1, true],
    ['exactly twelve hours', 12 * HOUR, false],
    ['longer', 13 * HOUR, false],
  ])('used all the time, %s', (_, nowMs, alive) => {
    expect(sessionAlive({ createdMs: 0, seenMs: nowMs }, nowMs)).toBe(alive)
  })
})
