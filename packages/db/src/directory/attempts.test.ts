import { readFileSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type Attempts, counted, FORGET_MS, isLocked, SIGN_IN_BUDGET } from '@shixun/domain/identity/attempts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Statement } from '../statement.ts'
import {
  clearAttempts,
  countAttempt,
  countBudget,
  deviceOrAccount,
  fixedSubject,
  forgetOldAttempts,
} from './attempts.ts'

const SCHEMA = readFileSync(new URL('../../../../migrations/directory/0001_init.sql', import.meta.url), 'utf8')
const MINUTE = 60_000

function aDirectory() {
  const sqlite = new DatabaseSync(':memory:')
  sqlite.exec(SCHEMA)
  const run = ({ sql, params }: Statement) => void sqlite.prepare(sql).run(...(params as SQLInputValue[]))
  const standing = (subject: string): Attempts | undefined => {
    const row = sqlite.prepare('SELECT * FROM attempts WHERE subject = ?').get(subject)
    if (!row) return undefined
    return {
      failures: Number(row['failures']),
      windowMs: Number(row['window_ms']),
      lockedUntilMs: Number(row['locked_until_ms']),
    }
  }
  return { sqlite, run, standing }
}

describe('counting in the database', () => {
  it('decides as the domain does, whatever the times between attempts', async () => {
    const gaps = fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 30 * MINUTE }),
        fc.integer({ min: 0, max: 2 * FORGET_MS }),
      ),
      { minLength: 1, maxLength: 90 },
    )
    await fc.assert(
      fc.property(gaps, (steps) => {
        const { run, standing } = aDirectory()
        let now = 1_000_000
        let expected: Attempts | undefined
        for (const step of steps) {
          now += step
          run(countAttempt(fixedSubject('acc:a'), now, null))
          const next = counted(expected, now)
          const row = standing('acc:a')
          expect({ ...row, locked: isLocked(row, now) }).toEqual({
            ...next,
            lockedUntilMs: row?.lockedUntilMs,
            locked: isLocked(next, now),
          })
          expected = next
        }
      }),
      { numRuns: 60 },
    )
  })

  it('lets 200 attempts in one moment count five times', () => {
    const { run, standing } = aDirectory()
    for (let n = 0; n < 200; n++) run(countAttempt(fixedSubject('acc:a'), 5000, null))
    expect(standing('acc:a')).toEqual({ failures: 5, windowMs: 5000, lockedUntilMs: 5000 + 15 * MINUTE })
  })

  it('counts a known device apart from the account', () => {
    const { sqlite, run, standing } = aDirectory()
    sqlite.exec(`INSERT INTO accounts (id, username, name, state, version, created_at) VALUES ('acc_1', 'zhang', '张', 'active', 1, '');
      INSERT INTO devices (token_hash, account_id, seen_ms) VALUES ('known', 'acc_1', 0)`)
    run(countAttempt(deviceOrAccount({ username: 'zhang', deviceHash: 'known' }, 'dev:1', 'acc:1'), 0, null))
    run(countAttempt(deviceOrAccount({ username: 'zhang', deviceHash: 'other' }, 'dev:2', 'acc:1'), 0, null))
    run(countAttempt(deviceOrAccount({ username: 'wang', deviceHash: 'known' }, 'dev:3', 'acc:3'), 0, null))
    expect([standing('dev:1'), standing('acc:1'), standing('acc:3')].map((row) => row?.failures)).toEqual([1, 1, 1])
    expect([standing('dev:2'), standing('dev:3')]).toEqual([undefined, undefined])
  })

  it('counts nothing for a peer whose budget is closed, and again when its window is over', () => {
    const { run, standing } = aDirectory()
    const peer = { subject: 'adr:p', budget: SIGN_IN_BUDGET }
    for (let n = 0; n < SIGN_IN_BUDGET.most + 5; n++) run(countBudget('adr:p', SIGN_IN_BUDGET, 0))
    expect(standing('adr:p')).toEqual({ failures: SIGN_IN_BUDGET.most, windowMs: 0, lockedUntilMs: 0 })
    run(countAttempt(fixedSubject('acc:a'), SIGN_IN_BUDGET.windowMs - 1, peer))
    expect(standing('acc:a')).toBeUndefined()
    run(countAttempt(fixedSubject('acc:a'), SIGN_IN_BUDGET.windowMs, peer))
    expect(standing('acc:a')?.failures).toBe(1)
    run(countBudget('adr:p', SIGN_IN_BUDGET, SIGN_IN_BUDGET.windowMs))
    expect(standing('adr:p')).toEqual({ failures: 1, windowMs: SIGN_IN_BUDGET.windowMs, lockedUntilMs: 0 })
  })

  it('clears what succeeded and gives the peer its attempt back', () => {
    const { run, standing } = aDirectory()
    run(countAttempt(fixedSubject('acc:a'), 0, null))
    run(countBudget('adr:p', SIGN_IN_BUDGET, 0))
    run(countBudget('adr:p', SIGN_IN_BUDGET, 0))
    for (const statement of clearAttempts('acc:a', 'adr:p')) run(statement)
    expect(standing('acc:a')).toBeUndefined()
    expect(standing('adr:p')?.failures).toBe(1)
  })

  it('forgets counters that no longer say anything, and no others', () => {
    const { run, standing } = aDirectory()
    run(countAttempt(fixedSubject('acc:old'), 0, null))
    run(countAttempt(fixedSubject('acc:new'), 3 * FORGET_MS, null))
    run(forgetOldAttempts(3 * FORGET_MS + 1))
    expect(standing('acc:old')).toBeUndefined()
    expect(standing('acc:new')?.failures).toBe(1)
  })
})
