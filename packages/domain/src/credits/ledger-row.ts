import type { CreditEntry, CreditTeacher } from './entry.ts'
import type { Phase } from './policy.ts'

/** What a row of the ledger tells the policies; the words are those of the table. */
export type CreditRow = {
  id: string
  state: string
  date: string
  minutes: number
  channel: string
  level: string
  module: string
  category: string
  activity: string
  projectId: string
  providerName: string
  accredited: boolean
  minutesDue: number | null
  minutesAttended: number | null
  reverses: string | null
}

/**
 * A row of the ledger as policies see it. `minutesDue` and `minutesAttended` are those of the whole training, so that a
 * policy may judge absence by a share of its own.
 */
export function creditEntryOf(row: CreditRow): CreditEntry {
  const { minutesDue: due, minutesAttended: actual } = row
  return {
    id: row.id,
    date: row.date,
    minutes: row.minutes,
    channel: row.channel,
    level: row.level,
    module: row.module,
    category: row.category,
    activity: row.activity,
    project: row.projectId,
    provider: row.providerName,
    accredited: row.accredited,
    ...(due === null || actual === null ? {} : { attendance: { due, actual } }),
    status: row.state === 'confirmed' ? 'confirmed' : 'pending',
    ...(row.reverses === null ? {} : { reverses: row.reverses }),
  }
}

/** Rows that a policy has a say on: what was refused or withdrawn is told by its own state and enters no calculation. */
export function isCredited({ state }: { state: string }): boolean {
  return state === 'pending' || state === 'confirmed'
}

/** What the roster tells the policies of a teacher. */
export type CreditTeacherRow = {
  entryDate: string | null
  heldPosts: CreditTeacher['posts']
  phase: string
  leaves: CreditTeacher['leaves']
}

/** The day of entry that stands in for one that nobody has entered: long enough ago that nobody counts as a novice. */
export const ASSUMED_ENTRY = '2000-01-01'

export function creditTeacherOf(row: CreditTeacherRow): CreditTeacher {
  return {
    entryDate: row.entryDate ?? ASSUMED_ENTRY,
    posts: row.heldPosts,
    phase: row.phase as Phase,
    leaves: row.leaves,
  }
}

/** What is assumed of a teacher because the roster does not say it; null when nothing is. */
export function entryDateNote({ entryDate }: Pick<CreditTeacherRow, 'entryDate'>): string | null {
  return entryDate === null
    ? '花名册没有登记入职日期：按在职老教师计算，不适用新教师的要求；从入职起算的周期按 2000 年 1 月 1 日起算。请联系学校登记员补登。'
    : null
}
