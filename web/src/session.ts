import type { Role } from '@shixun/domain/identity/role'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { OutputOf } from './call.ts'

export type Session = OutputOf<'readSession'>
export type Membership = Session['memberships'][number]

export interface SessionHold {
  session: Session | null
  /** Puts the answer of a sign-in or a switch in place of the session; null after signing out. */
  replace: (session: Session | null) => void
}

export const SessionContext = createContext<SessionHold>({ session: null, replace: () => undefined })

export interface Acting {
  session: Session
  membership: Membership
  role: Role
  /** Slug of the district, '' for those of the platform. */
  district: string
  replace: SessionHold['replace']
}

/** Under which role and for which district this person acts; only for screens inside the frame. */
export function useActing(): Acting {
  const { session, replace } = useContext(SessionContext)
  const membership = session?.acting
  if (!session || !membership) throw new Error('outside the frame')
  return { session, membership, role: membership.role, district: membership.district?.slug ?? '', replace }
}
