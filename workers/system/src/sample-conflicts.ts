import { freshId, type Row } from './own-house.ts'

/** Somebody who decides stepped aside from an application by their own word. */
export const recusal = (applicationId: string): Row & { id: string } => ({
  id: freshId('rcu'),
  person_kind: 'account',
  person: freshId('acc'),
  person_name: '王科长',
  role: 'office',
  application_id: applicationId,
  rule: 'declared',
  detail: '负责人是我的导师',
  how: 'declared',
  version: 1,
  at: '2026-01-05T00:00:00.000Z',
})
