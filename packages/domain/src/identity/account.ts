export type AccountState = 'invited' | 'active' | 'suspended'
export type AccountAction = 'grant' | 'renew' | 'suspend' | 'restore' | 'end'

/** What an administrator may do to an account by its state. A password is never among it: a new activation code takes its place. */
const ACTIONS: Record<AccountState, readonly AccountAction[]> = {
  invited: ['grant', 'renew', 'suspend', 'end'],
  active: ['grant', 'renew', 'suspend', 'end'],
  suspended: ['restore', 'end'],
}

/**
 * Only its home bureau may lock or renew an account, and nobody locks themselves out. Another bureau decides over the
 * roles it gave, for as long as the account holds one there: whoever has left comes back by invitation alone.
 */
export function accountActions(
  state: AccountState,
  tie: { atHome: boolean; own: boolean; member: boolean },
): readonly AccountAction[] {
  return ACTIONS[state].filter((action) => {
    if (action === 'end') return tie.member
    if (action === 'grant') return tie.atHome || tie.member
    return tie.atHome && !tie.own
  })
}

/** The Chinese word of a state, for refusals. */
export const ACCOUNT_STATES: Record<AccountState, string> = { invited: '待激活', active: '使用中', suspended: '已停用' }
