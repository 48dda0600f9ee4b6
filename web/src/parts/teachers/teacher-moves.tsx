import { call } from '../../call.ts'
import type { Move } from '../../frame/move-buttons.tsx'
import { t, wordFor } from '../../words/words.ts'
import { RetentionTable } from './retention-table.tsx'
import type { Teacher } from './teacher-draft.ts'

const routes = {
  leave: 'leaveTeacher',
  restore: 'restoreTeacher',
  depart: 'departTeacher',
  lock: 'lockTeacher',
  unlock: 'unlockTeacher',
  erase: 'eraseTeacher',
} as const

/** What may become of a teacher, each with its consequence before it is done. */
export function teacherMoves(district: string, { id, version }: Teacher): Move[] {
  const messages = {
    leave: t('roster.leaveHelp'),
    restore: t('roster.restoreHelp'),
    depart: t('roster.departHelp'),
    lock: t('roster.lockHelp'),
    unlock: t('roster.unlockHelp'),
    erase: <RetentionTable />,
  }
  return (Object.keys(routes) as (keyof typeof routes)[]).map((action) => ({
    action,
    label: wordFor('teacherAction', action),
    message: messages[action],
    note: 'required',
    kind: action === 'erase' ? 'danger' : 'normal',
    send: (note = '') => call(routes[action], { params: { district, id }, body: { note }, ifMatch: version }),
  }))
}
