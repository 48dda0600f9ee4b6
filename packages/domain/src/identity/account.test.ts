import { describe, expect, it } from 'vitest'
import { accountActions } from './account.ts'

describe('what a bureau may do to an account', () => {
  it.each([
    ['active', 'at home with a role', { atHome: true, own: false, member: true }, ['grant', 'renew', 'suspend', 'end']],
    ['active', 'at home without a role', { atHome: true, own: false, member: false }, ['grant', 'renew', 'suspend']],
    ['active', 'a member from elsewhere', { atHome: false, own: false, member: true }, ['grant', 'end']],
    ['active', 'from elsewhere, who has left', { atHome: false, own: false, member: false }, []],
    ['active', "one's own", { atHome: true, own: true, member: true }, ['grant', 'end']],
    [
      'invited',
      'at home with a role',
      { atHome: true, own: false, member: true },
      ['grant', 'renew', 'suspend', 'end'],
    ],
    ['suspended', 'at home with a role', { atHome: true, own: false, member: true }, ['restore', 'end']],
    ['suspended', 'a member from elsewhere', { atHome: false, own: false, member: true }, ['end']],
  ] as const)('%s, %s', (state, _, tie, actions) => {
    expect(accountActions(state, tie)).toEqual(actions)
  })
})
