import { commit } from '@shixun/db/commit'
import { accountWithHome, endSessions, forgetDevices } from '@shixun/db/directory/accounts'
import { attemptsOf, clearAttempts, countAttempt, fixedSubject } from '@shixun/db/directory/attempts'
import { accounts } from '@shixun/db/directory/schema'
import { sha256 } from '@shixun/db/sha256'
import { updateSeen } from '@shixun/db/statement'
import { isLocked } from '@shixun/domain/identity/attempts'
import { passwordProblem } from '@shixun/domain/identity/password-rules'
import { ok, refuse } from '@shixun/domain/shared/result'
import { tokenOf } from '@shixun/http/cookie'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { journalLockOut } from './journal-lock-out.ts'
import { ROOM } from './sign-in.ts'

type Given = { body: { current: string; next: string }; raw: Request }

async function weigh(scene: IdentityScene, account: string, { body, raw }: Given): Promise<Verdict> {
  const { store } = scene
  const subject = store.keyed.subject('pwd', account)
  const [[known], [before]] = await store.directory.readThenWrite(
    [accountWithHome({ account }), attemptsOf({ subjects: JSON.stringify([subject]) })] as const,
    [countAttempt(fixedSubject(subject), store.wallMs, null)],
  )
  if (!known) return refuse({ code: 'not-signed-in' })
  if (before && isLocked(before, store.wallMs))
    return refuse({
      code: 'too-many-requests',
      facts: { seconds: Math.ceil((before.lockedUntilMs - store.wallMs) / 1000) },
    })
  if (!(await store.passwords.check(body.current, known.password))) {
    await journalLockOut(scene, { subject, account, before })
    return refuse({ code: 'wrong-credentials' })
  }
  const problem = passwordProblem(body.next, [known.username, known.name, known.homeName, known.homeSlug])
  if (problem) {
    await store.directory.write(clearAttempts(subject, null))
    return refuse({ code: 'password-refused', fields: [{ pointer: '/next', ...problem }] })
  }
  const password = await store.passwords.hash(body.next)
  const [session, device] = [await sha256(tokenOf(raw, 'sid') ?? ''), await sha256(tokenOf(raw, 'device') ?? '')]
  const refusal = await commit(
    store.directory,
    scene.hand,
    [{ entity: account, version: known.version + 1, verb: 'change-password' }],
    [
      updateSeen(accounts, known, { password }),
      endSessions(account, session),
      forgetDevices(account, device),
      ...clearAttempts(subject, null),
    ],
    storedAnswer(204, null),
  )
  return refusal ? refuse({ code: 'version-stale' }) : ok({ body: null })
}

/** 修改密码：asks for the old one, whose guessing has a counter of its own; every other session and device is forgotten. */
export async function changePassword(scene: IdentityScene, given: Given): Promise<Verdict> {
  const { visitor, store } = scene
  if (visitor.kind !== 'person') return refuse({ code: 'not-signed-in' })
  return store.line(ROOM, () => weigh(scene, visitor.account, given))
}
