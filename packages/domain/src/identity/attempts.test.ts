import { describe, expect, it } from 'vitest'
import {
  type Attempts,
  budgetClosed,
  budgetPeer,
  counted,
  FORGET_MS,
  isLocked,
  lockMs,
  SIGN_IN_BUDGET,
} from './attempts.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

function failing(times: number, from: Attempts | undefined, nowMs: number): Attempts | undefined {
  let row = from
  for (let n = 0; n < times; n++) row = counted(row, nowMs)
  return row
}

describe('lock-out', () => {
  it('locks at the fifth failure, not at the fourth', () => {
    expect(isLocked(failing(4, undefined, 1000), 1000)).toBe(false)
    expect(isLocked(failing(5, undefined, 1000), 1000)).toBe(true)
  })

  it('opens again exactly when the quarter of an hour is over', () => {
    const row = failing(5, undefined, 0)
    expect(isLocked(row, 15 * MINUTE - 1)).toBe(true)
    expect(isLocked(row, 15 * MINUTE)).toBe(false)
  })

  it('counts nothing while locked, so that nobody prolongs a lock', () => {
    const row = failing(5, undefined, 0)
    expect(failing(200, row, MINUTE)).toEqual(row)
  })

  it('doubles to a day and no further', () => {
    expect([5, 10, 15, 20, 25, 30, 35, 40, 60].map((failures) => lockMs(failures) / HOUR)).toEqual([
      0.25, 0.5, 1, 2, 4, 8, 16, 24, 24,
    ])
    expect([1, 4, 6, 9, 11].map(lockMs)).toEqual([0, 0, 0, 0, 0])
  })

  it('locks at every failure beyond the table', () => {
    const row = counted({ failures: 60, windowMs: 0, lockedUntilMs: 0 }, 1000)
    expect(row.lockedUntilMs - 1000).toBe(24 * HOUR)
  })

  it('forgets a day after the end of the last lock, not before', () => {
    const row = failing(5, undefined, 0)
    expect(counted(row, 15 * MINUTE + FORGET_MS)).toMatchObject({ failures: 6 })
    expect(counted(row, 15 * MINUTE + FORGET_MS + 1)).toEqual({
      failures: 1,
      windowMs: 15 * MINUTE + FORGET_MS + 1,
      lockedUntilMs: 0,
    })
  })
})

describe('the budget of an address', () => {
  const at = (failures: number) => ({ failures, windowMs: 0, lockedUntilMs: 0 })

  it('is open below the limit and closed at it, until the window ends', () => {
    expect(budgetClosed(undefined, SIGN_IN_BUDGET, 0)).toBeNull()
    expect(budgetClosed(at(99), SIGN_IN_BUDGET, 0)).toBeNull()
    expect(budgetClosed(at(100), SIGN_IN_BUDGET, 0)).toBe(900)
    expect(budgetClosed(at(100), SIGN_IN_BUDGET, 15 * MINUTE - 1)).toBe(1)
    expect(budgetClosed(at(100), SIGN_IN_BUDGET, 15 * MINUTE)).toBeNull()
  })

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8::1', '2001:db8:0:0'],
    ['2001:db8::', '2001:db8:0:0'],
    ['::1', null],
    ['127.0.0.1', null],
    ['local', null],
    [null, null],
  ])('counts %s as %s', (address, peer) => {
    expect(budgetPeer(address)).toBe(peer)
  })
})
