import { describe, expect, it } from 'vitest'
import { decideMove, type Machine, openActions } from './machine.ts'

type State = 'new' | 'kept' | 'gone'
type Action = 'keep' | 'drop' | 'sweep' | 'renew'

const MACHINE: Machine<State, Action> = {
  entity: 'thing',
  title: '物',
  initial: 'new',
  states: { new: '新', kept: '留', gone: '去' },
  moves: [
    { action: 'keep', from: ['new'], to: 'kept', roles: ['office', 'system'], meaning: '留下' },
    { action: 'drop', from: ['new'], to: 'gone', roles: ['office'], note: 'required', meaning: '除去' },
    {
      action: 'drop',
      from: ['kept'],
      to: 'gone',
      roles: ['office'],
      guard: { fact: 'agreed', refusal: 'objection-open' },
      meaning: '同意后除去',
    },
    { action: 'drop', from: ['new'], to: 'kept', roles: ['admin'], meaning: '另一角色另有去处' },
    { action: 'sweep', from: ['new', 'kept'], to: 'gone', roles: ['office'], via: 'panel', meaning: '成批除去' },
    { action: 'renew', from: ['gone'], to: 'new', roles: ['auditor'], meaning: '恢复' },
  ],
  waits: {},
}

describe('decideMove', () => {
  it('refuses in this order: the role, the state, the guard', () => {
    expect(decideMove(MACHINE, 'kept', 'keep', 'expert', {})).toEqual({ ok: false, refusal: 'forbidden' })
    expect(decideMove(MACHINE, 'gone', 'drop', 'office', {})).toEqual({ ok: false, refusal: 'state-refuses' })
    expect(decideMove(MACHINE, 'kept', 'drop', 'office', {})).toEqual({ ok: false, refusal: 'objection-open' })
    expect(decideMove(MACHINE, 'kept', 'drop', 'office', { agreed: true })).toMatchObject({ value: { to: 'gone' } })
  })

  it.each([{}, { agreed: false }, { other: true }])('does not take %j for the fact of the guard', (facts) =>
    expect(decideMove(MACHINE, 'kept', 'drop', 'office', facts)).toEqual({ ok: false, refusal: 'objection-open' }),
  )

  it('chooses among moves of one action by role and state', () => {
    expect(decideMove(MACHINE, 'new', 'drop', 'office', {})).toMatchObject({ value: { to: 'gone', note: 'required' } })
    expect(decideMove(MACHINE, 'new', 'drop', 'admin', {})).toMatchObject({ value: { to: 'kept' } })
    expect(decideMove(MACHINE, 'kept', 'drop', 'admin', { agreed: true })).toEqual({
      ok: false,
      refusal: 'state-refuses',
    })
  })

  it('makes a move that another verb makes, and says through which', () => {
    for (const state of ['new', 'kept'] as const)
      expect(decideMove(MACHINE, state, 'sweep', 'office', {})).toMatchObject({ value: { to: 'gone', via: 'panel' } })
    expect(decideMove(MACHINE, 'gone', 'sweep', 'office', {})).toEqual({ ok: false, refusal: 'state-refuses' })
  })

  it('lets the system make its own moves alone', () => {
    expect(decideMove(MACHINE, 'new', 'keep', 'system', {})).toMatchObject({ ok: true })
    expect(decideMove(MACHINE, 'new', 'drop', 'system', {})).toEqual({ ok: false, refusal: 'forbidden' })
  })
})

describe('openActions', () => {
  it('offers by role and state, in the order of the table, without what another verb makes', () => {
    expect(openActions(MACHINE, 'new', 'office', {})).toEqual(['keep', 'drop'])
    expect(openActions(MACHINE, 'new', 'system', {})).toEqual(['keep'])
    expect(openActions(MACHINE, 'gone', 'office', { agreed: true })).toEqual([])
    expect(openActions(MACHINE, 'gone', 'auditor', {})).toEqual(['renew'])
  })

  it('offers what a guard holds only with its fact, and what needs a note at once', () => {
    expect(openActions(MACHINE, 'kept', 'office', {})).toEqual([])
    expect(openActions(MACHINE, 'kept', 'office', { agreed: false })).toEqual([])
    expect(openActions(MACHINE, 'kept', 'office', { agreed: true })).toEqual(['drop'])
  })

  it('knows nothing of a state that is not in the table', () =>
    expect(openActions(MACHINE, 'constructor', 'office', { agreed: true })).toEqual([]))
})
