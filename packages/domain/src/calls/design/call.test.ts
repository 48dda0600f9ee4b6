import { describe, expect, it } from 'vitest'
import { decideMove } from '../../shared/machine.ts'
import { CALL, windowOpen } from './call.ts'

const opensAt = '2026-03-01T00:00:00.000Z'
const closesAt = '2026-03-31T16:00:00.000Z'
const before = '2026-03-31T15:59:59.999Z'
const after = '2026-03-31T16:00:00.001Z'
const early = '2026-03-20T16:00:00.000Z'
const late = '2026-04-05T16:00:00.000Z'

describe('windowOpen', () => {
  const rows: [string, string, string | null, boolean][] = [
    ['open', '2026-02-28T23:59:59.999Z', null, false],
    ['open', opensAt, null, true],
    ['open', before, null, true],
    ['open', closesAt, null, false],
    ['open', after, null, false],
    ['draft', before, null, false],
    ['draft', before, late, false],
    ['closed', before, null, false],
    ['closed', opensAt, null, false],
  ]
  it.each(rows)('%s at %s with extension %s: %s', (state, now, extended, expected) =>
    expect(windowOpen({ state, opensAt, closesAt }, now, extended)).toBe(expected),
  )

  it.each(['open', 'closed'])('lets the holder of an extension in until it ends when the call is %s', (state) => {
    const open = (now: string) => windowOpen({ state, opensAt, closesAt }, now, late)
    expect(open('2026-02-28T23:59:59.999Z')).toBe(false)
    for (const now of [opensAt, before, closesAt, after, '2026-04-05T15:59:59.999Z']) expect(open(now)).toBe(true)
    for (const now of [late, '2026-04-05T16:00:00.001Z']) expect(open(now)).toBe(false)
  })

  it.each([early, closesAt])('is never shortened by an extension until %s', (extended) => {
    const open = (now: string) => windowOpen({ state: 'open', opensAt, closesAt }, now, extended)
    expect(open(before)).toBe(true)
    expect(open(closesAt)).toBe(false)
  })

  it('ends with the extension in a call closed ahead of its date', () => {
    const open = (now: string) => windowOpen({ state: 'closed', opensAt, closesAt }, now, early)
    expect(open('2026-03-20T15:59:59.999Z')).toBe(true)
    expect(open(early)).toBe(false)
    expect(open(before)).toBe(false)
  })
})

describe('the life of a call', () => {
  it('is closed by the office or by itself, and reopened by the office with a reason', () => {
    expect(decideMove(CALL, 'open', 'close', 'system', {})).toMatchObject({ ok: true, value: { to: 'closed' } })
    expect(decideMove(CALL, 'closed', 'reopen', 'system', {})).toEqual({ ok: false, refusal: 'forbidden' })
    expect(decideMove(CALL, 'closed', 'reopen', 'office', {})).toMatchObject({
      ok: true,
      value: { to: 'open', note: 'required' },
    })
    expect(decideMove(CALL, 'closed', 'open', 'office', {})).toEqual({ ok: false, refusal: 'state-refuses' })
  })
})
