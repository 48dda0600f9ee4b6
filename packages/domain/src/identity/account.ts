export type AccountState = 'invited' | 'active' | 'suspended'
export type AccountAction = 'grant' | 'renew' | 'suspend' | 'restore'

/** What an administrator may do to an account by its state. A password is never among it: a new activation code takes its place. */
const ACTIONS: Record<AccountState, readonly AccountAction[]> = {
  invited: ['grant', 'renew', 'suspend'],
  active: ['grant', 'renew', 'suspend'],
  suspended: ['restore'],
}

/** Only its home bureau may lock or renew an account; another bureau decides over the roles it gave. Nobody locks themselves out. */
export function accountActions(state: AccountState, tie: { atHome: boolean; own: boolean }): readonly AccountAction[] {
  return ACTIONS[state].filter((action) => action === 'grant' || (tie.atHome && !tie.own))
}

/** The Chinese word of a state, for refusals. */
export const ACCOUNT_STATES: Record<AccountState, string> = { invited: '待激活', active: '使用中', suspended: '已停用' }
