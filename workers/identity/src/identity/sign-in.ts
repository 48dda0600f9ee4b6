import { commit } from '@shixun/db/commit'
import { accountByUsername, accountsOfDevice, membershipsOfUsername } from '@shixun/db/directory/accounts'
import {
  attemptsOf,
  clearAttempts,
  countAttempt,
  countBudget,
  deviceOrAccount,
  forgetOldAttempts,
} from '@shixun/db/directory/attempts'
import { knowDevice, openSession } from '@shixun/db/directory/sign-in'
import { sha256 } from '@shixun/db/sha256'
import { statement } from '@shixun/db/statement'
import { type Attempts, budgetClosed, budgetPeer, isLocked, SIGN_IN_BUDGET } from '@shixun/domain/identity/attempts'
import { ok, refuse } from '@shixun/domain/shared/result'
import { setCookie, tokenOf } from '@shixun/http/cookie'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { journalLockOut } from './journal-lock-out.ts'
import { newToken, sessionCookie, sessionEntity, sessionView, withCookies } from './session-answer.ts'

/** Sign-ins that may wait for their hash in one isolate before the next is told to come again. */
export const ROOM = 20
const DEVICE_SECONDS = 365 * 86_400

type Brought = { username: string; password: string; device: string | null; deviceHash: string; session: string | null }

/** The attempt is counted and what it needs is read in one atomic trip, before anything is hashed. */
async function countAndLoad({ store, passage }: IdentityScene, { username, deviceHash }: Brought) {
  const { keyed, wallMs } = store
  const peer = budgetPeer(passage.address)
  const subjects = {
    account: keyed.subject('acc', username),
    device: keyed.subject('dev', username, deviceHash),
    peer: peer === null ? null : keyed.subject('adr', peer),
  }
  const budget = subjects.peer === null ? null : { subject: subjects.peer, budget: SIGN_IN_BUDGET }
  const [before, [account], memberships, ofDevice] = await store.directory.readThenWrite(
    [
      attemptsOf({ subjects: JSON.stringify(Object.values(subjects)) }),
      accountByUsername({ username }),
      membershipsOfUsername({ username }),
      accountsOfDevice({ device: deviceHash }),
    ] as const,
    [
      countAttempt(deviceOrAccount({ username, deviceHash }, subjects.device, subjects.account), wallMs, budget),
      ...(budget ? [countBudget(budget.subject, SIGN_IN_BUDGET, wallMs)] : []),
      forgetOldAttempts(wallMs),
    ],
  )
  const standing = (subject: string | null): Attempts | undefined => before.find((row) => row.subject === subject)
  const subject = ofDevice.some(({ accountId }) => accountId === account?.id) ? subjects.device : subjects.account
  return {
    account,
    memberships,
    subject,
    before: standing(subject),
    closed: budgetClosed(standing(subjects.peer), SIGN_IN_BUDGET, wallMs),
    subjects,
    deviceIssued: ofDevice.length > 0,
  }
}

type Loaded = Awaited<ReturnType<typeof countAndLoad>>
type Known = NonNullable<Loaded['account']>

/** Opens the session: counters cleared, device remembered, an outdated hash renewed, all in the batch of the journal row. */
async function open(scene: IdentityScene, brought: Brought, loaded: Loaded, account: Known): Promise<Verdict> {
  const { store, passage } = scene
  const token = newToken()
  const device = brought.device !== null && loaded.deviceIssued ? brought.device : newToken()
  const [tokenHash, deviceHash] = [await sha256(token), await sha256(device)]
  const acting = loaded.memberships.find(({ id }) => id === account.lastMembershipId) ?? loaded.memberships[0]
  const renewed =
    account.password !== null && store.passwords.outdated(account.password)
      ? await store.passwords.hash(brought.password)
      : null
  const refusal = await commit(
    store.directory,
    { ...scene.hand, actor: `${account.id}/${acting?.role ?? 'none'}/${account.name}`, repeat: null },
    [
      {
        entity: sessionEntity(tokenHash),
        version: 1,
        verb: 'sign-in',
        after: { account: account.id, membership: acting?.id ?? null },
      },
    ],
    [
      ...openSession(
        { tokenHash, accountId: account.id, membershipId: acting?.id ?? null, nowMs: store.wallMs },
        brought.session,
      ),
      ...knowDevice(deviceHash, account.id, store.wallMs),
      ...clearAttempts(loaded.subject, loaded.subjects.peer),
      ...(renewed
        ? [
            statement(
              'UPDATE accounts SET password = ? WHERE id = ? AND password = ?',
              renewed,
              account.id,
              account.password,
            ),
          ]
        : []),
    ],
    null,
  )
  if (refusal) return refuse({ code: 'unavailable' })
  const cookies = [
    sessionCookie(passage.origin, token),
    setCookie(new URL(passage.origin), 'device', device, DEVICE_SECONDS),
  ]
  return ok(withCookies(sessionView(account, loaded.memberships, acting?.id ?? null), cookies))
}

/** Weighs one attempt. Whatever is wrong, it costs one scrypt and answers alike. */
async function weigh(scene: IdentityScene, brought: Brought): Promise<Verdict> {
  const { store } = scene
  const loaded = await countAndLoad(scene, brought)
  if (loaded.closed !== null) return refuse({ code: 'too-many-requests', facts: { seconds: loaded.closed } })
  const { account, before } = loaded
  const right = await store.passwords.check(brought.password, account?.password ?? null)
  const locked = isLocked(before, store.wallMs)
  if (account && right && !locked && account.state === 'active') return open(scene, brought, loaded, account)
  await journalLockOut(scene, { subject: loaded.subject, account: account?.id ?? null, before })
  return refuse({ code: 'wrong-credentials' })
}

type Given = { body: { username: string; password: string }; raw: Request }

/** 登录：the place in the line is kept until the session stands, so that a person's own parallel sign-ins never lock them out. */
export async function signIn(scene: IdentityScene, { body, raw }: Given): Promise<Verdict> {
  const device = tokenOf(raw, 'device')
  const session = tokenOf(raw, 'sid')
  const brought: Brought = {
    username: body.username.trim().toLowerCase(),
    password: body.password,
    device,
    deviceHash: await sha256(device ?? ''),
    session: session === null ? null : await sha256(session),
  }
  return scene.store.line(ROOM, () => weigh(scene, brought))
}
