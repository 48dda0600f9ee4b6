import { setTimeout as sleep } from 'node:timers/promises'
import { ROUTES } from '@shixun/contract/routes'
import type { Role } from '@shixun/domain/identity/role'
import { type Client, clientOf, freshAddress, type Reply, tokenIn } from './client.ts'

/** The password of everybody in tests. */
export const PASSWORD = 'Songyue-pagoda-523'

/** Attempts, a second apart. */
const PATIENCE = 20

/** The body of an answer that must be a success; the problem as an error otherwise. */
export function must<B>(what: string, { status, body }: Reply<B>): B {
  if (status >= 300) throw new Error(`${what} answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** Asks again while the queue for hashing is full, as a person would: other suites sign people in at the same time. */
async function patiently<B>(ask: () => Promise<Reply<B>>): Promise<Reply<B>> {
  for (let attempt = 1; ; attempt++) {
    const reply = await ask()
    if (reply.status !== 503 || attempt === PATIENCE) return reply
    await sleep(1000)
  }
}

/** Signs in and answers a client of that person. */
export async function signIn(url: string, username: string, password = PASSWORD): Promise<Client> {
  const address = freshAddress()
  const reply = await patiently(() => clientOf(url, { address }).call(ROUTES.signIn, { body: { username, password } }))
  must(`sign-in of ${username}`, reply)
  const token = tokenIn(reply.headers)
  if (token === null) throw new Error(`sign-in of ${username} set no session`)
  return clientOf(url, { username, token, address })
}

/** Creates an account in a role, lets it set its password by its code, and signs it in. */
export async function aPerson(
  url: string,
  admin: Client,
  given: { district: string; username: string; name: string; role: Role; unit?: string },
): Promise<Client> {
  const { district, username, name, role, unit } = given
  const body = { username, name, memberships: [unit === undefined ? { role } : { role, unit }] }
  const made = must(`account ${username}`, await admin.call(ROUTES.createAccount, { params: { district }, body }))
  const activated = await patiently(() =>
    clientOf(url).call(ROUTES.activateAccount, { body: { code: made.activationCode, password: PASSWORD } }),
  )
  must(`activation of ${username}`, activated)
  return signIn(url, username)
}
