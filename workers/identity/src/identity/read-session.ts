import { accountById, membershipsOf } from '@shixun/db/directory/accounts'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { sessionView } from './session-answer.ts'

/** Who am I, and in which roles. */
export async function readSession({ store, visitor }: IdentityScene): Promise<Verdict> {
  if (visitor.kind !== 'person') return refuse({ code: 'not-signed-in' })
  const [[account], memberships] = await store.directory.read(
    accountById({ account: visitor.account }),
    membershipsOf({ account: visitor.account }),
  )
  return account
    ? ok({ body: sessionView(account, memberships, visitor.membership) })
    : refuse({ code: 'not-signed-in' })
}
