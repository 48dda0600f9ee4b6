import type { Role } from '@shixun/domain/identity/role'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { OutputOf } from './call.ts'

export type Session = OutputOf<'readSession'>
export type Membership = Session['memberships'][number]

export interface SessionHold {
  session: Session
  /** Puts the answer of a sign-in or a switch in place of the session; null after signing out. */
  replace: (session: Session | null) => void
}

export const SessionContext = createContext<SessionHold | null>(null)

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
  const hold = useContext(SessionContext)
  const membership = hold?.session.acting
  if (!hold || !membership) throw new Error('outside the frame')
  const { session, replace } = hold
  return { session, membership, role: membership.role, district: membership.district?.slug ?? '', replace }
}
