import { describe, expect, it } from 'vitest'
import { decideMove, openActions } from '../../shared/machine.ts'
import { NOTICE, OBJECTION } from './notice.ts'

describe('a notice', () => {
  it.each(['office', 'system'] as const)('is concluded by %s once its term is over, not before', (role) => {
    expect(decideMove(NOTICE, 'standing', 'conclude', role, {})).toEqual({
      ok: false,
      refusal: 'notice-still-standing',
    })
    expect(decideMove(NOTICE, 'standing', 'conclude', role, { termOver: false })).toEqual({
      ok: false,
      refusal: 'notice-still-standing',
    })
    expect(decideMove(NOTICE, 'standing', 'conclude', role, { termOver: true })).toMatchObject({
      ok: true,
      value: { to: 'concluded' },
    })
    expect(openActions(NOTICE, 'standing', role, {})).toEqual([])
    expect(openActions(NOTICE, 'standing', role, { termOver: true })).toEqual(['conclude'])
  })

  it('is revoked through an objection alone: legal, never offered, never by itself', () => {
    expect(decideMove(NOTICE, 'standing', 'revoke', 'office', {})).toMatchObject({
      ok: true,
      value: { to: 'revoked', via: 'objection' },
    })
    expect(decideMove(NOTICE, 'standing', 'revoke', 'system', {})).toEqual({ ok: false, refusal: 'forbidden' })
    expect(openActions(NOTICE, 'standing', 'office', {})).not.toContain('revoke')
  })

  it.each(['concluded', 'revoked'] as const)('stays %s', (state) => {
    for (const action of ['conclude', 'revoke'] as const)
      expect(decideMove(NOTICE, state, action, 'office', { termOver: true })).toEqual({
        ok: false,
        refusal: 'state-refuses',
      })
  })
})

describe('an objection', () => {
  it('is answered once, by the office, with its reasons', () => {
    for (const [action, to] of [
      ['dismiss', 'dismissed'],
      ['uphold', 'upheld'],
    ] as const) {
      expect(decideMove(OBJECTION, 'open', action, 'office', {})).toMatchObject({
        ok: true,
        value: { to, note: 'required' },
      })
      for (const state of ['dismissed', 'upheld'] as const)
        expect(decideMove(OBJECTION, state, action, 'office', {})).toEqual({ ok: false, refusal: 'state-refuses' })
      for (const role of ['admin', 'auditor', 'expert', 'curator', 'system'] as const)
        expect(decideMove(OBJECTION, 'open', action, role, {})).toEqual({ ok: false, refusal: 'forbidden' })
    }
  })
})
