import type { Visitor } from '@shixun/domain/identity/visitor'
import { isBoundRole } from '@shixun/domain/quality/conflicts/conflict-rules'

/** Whose inbox a person looks at: their role's, and their unit's; what somebody is asked in person waits under their account. */
export function inboxOf({ role, unit, account }: Extract<Visitor, { kind: 'person' }>) {
  return { role, unit: unit ?? (isBoundRole(role) ? account : null) }
}
