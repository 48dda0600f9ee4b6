import { commit } from '@shixun/db/commit'
import { type AccountCard, accountHere } from '@shixun/db/directory/accounts'
import { accounts } from '@shixun/db/directory/schema'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { ACCOUNT_STATES, type AccountAction } from '@shixun/domain/identity/account'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { accountView, actionsOn, hereOf } from './account-view.ts'

/** What an action does to the account: columns, statements, how the card reads afterwards, what the answer adds once. */
export type Change = {
  set: Partial<typeof accounts.$inferInsert>
  statements?: Statement[]
  card?: Partial<AccountCard>
  after?: Record<string, unknown>
  secret?: Record<string, unknown>
  duplicate?: string
  /** The state that an assertion among the statements found, as a person reads it. */
  asserted?: string
}

type Request = { id: string; action: AccountAction; note?: string }

/** Every action on an account in the fixed order: load → decide → commit → answer. */
export async function changeAccount(
  scene: IdentityScene,
  { id, action, note }: Request,
  decide: (card: AccountCard) => Promise<Result<Change, Refusal>>,
): Promise<Verdict> {
  const { store } = scene
  const [[card]] = await store.directory.read(accountHere({ account: id, district: hereOf(scene).id }))
  if (!card) return refuse({ code: 'not-found' })
  if (scene.seen !== null && scene.seen !== card.version) return refuse({ code: 'version-stale' })
  if (!actionsOn(scene, card).includes(action))
    return refuse({ code: 'state-refuses', facts: { state: ACCOUNT_STATES[card.state] } })
  const decided = await decide(card)
  if (!decided.ok) return decided
  const change = decided.value
  const version = card.version + 1
  const changed = { ...card, state: change.set.state ?? card.state, ...change.card, version }
  const answer = { ...accountView(scene, changed), ...change.secret }
  const refusal = await commit(
    store.directory,
    scene.hand,
    [
      {
        entity: id,
        version,
        verb: action,
        before: { state: card.state },
        after: { state: changed.state, ...change.after },
        note,
      },
    ],
    [updateSeen(accounts, card, change.set), ...(change.statements ?? [])],
    storedAnswer(200, change.secret ? await store.keyed.seal(answer) : answer, version),
  )
  if (refusal?.kind === 'duplicate') return refuse({ code: 'already-exists', facts: { what: change.duplicate ?? id } })
  if (refusal?.kind === 'assertion' && change.asserted !== undefined)
    return refuse({ code: 'state-refuses', facts: { state: change.asserted } })
  return refusal ? refuse({ code: 'version-stale' }) : ok({ body: answer, version })
}
