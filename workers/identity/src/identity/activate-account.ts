import { commit } from '@shixun/db/commit'
import { accountOfCode, endSessions } from '@shixun/db/directory/accounts'
import { attemptsOf, countBudget, giveBack } from '@shixun/db/directory/attempts'
import { accounts } from '@shixun/db/directory/schema'
import { sha256 } from '@shixun/db/sha256'
import { statement, updateSeen } from '@shixun/db/statement'
import { readActivationCode } from '@shixun/domain/identity/activation-code'
import { budgetClosed, budgetPeer, SIGN_IN_BUDGET } from '@shixun/domain/identity/attempts'
import { passwordProblem } from '@shixun/domain/identity/password-rules'
import { compareInstants } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { ROOM } from './sign-in.ts'

/** 用激活码设置密码：a code works once, for its own account, within its fourteen days. Codes of 128 bits need no lock-out, only a budget per address. */
export async function activateAccount(
  scene: IdentityScene,
  { body }: { body: { code: string; password: string } },
): Promise<Verdict> {
  const { store, now, passage } = scene
  const peer = budgetPeer(passage.address)
  const subject = peer === null ? null : store.keyed.subject('adr', peer)
  const codeHash = await sha256(readActivationCode(body.code) ?? '')
  const [[account], [before]] = await store.directory.readThenWrite(
    [accountOfCode({ code: codeHash }), attemptsOf({ subjects: JSON.stringify([subject]) })] as const,
    subject === null ? [] : [countBudget(subject, SIGN_IN_BUDGET, store.wallMs)],
  )
  const closed = budgetClosed(before, SIGN_IN_BUDGET, store.wallMs)
  if (closed !== null) return refuse({ code: 'too-many-requests', facts: { seconds: closed } })
  if (account?.state !== 'invited' || compareInstants(account.expiresAt, now) <= 0)
    return refuse({ code: 'activation-code-invalid' })
  const problem = passwordProblem(body.password, [account.username, account.name, account.homeName, account.homeSlug])
  if (problem) return refuse({ code: 'password-refused', fields: [{ pointer: '/password', ...problem }] })
  const hashed = await store.line(ROOM, async () => ok(await store.passwords.hash(body.password)))
  if (!hashed.ok) return hashed
  const answer = { username: account.username, name: account.name }
  const version = account.version + 1
  const refusal = await commit(
    store.directory,
    { ...scene.hand, actor: `${account.id}/none/${account.name}` },
    [{ entity: account.id, version, verb: 'activate', before: { state: 'invited' }, after: { state: 'active' } }],
    [
      updateSeen(accounts, account, { password: hashed.value, state: 'active' }),
      statement('UPDATE activation_codes SET used_at = ? WHERE account_id = ? AND used_at IS NULL', now, account.id),
      endSessions(account.id, ''),
      ...(subject === null ? [] : [giveBack(subject)]),
    ],
    storedAnswer(200, answer),
  )
  return refusal ? refuse({ code: 'activation-code-invalid' }) : ok({ body: answer })
}
