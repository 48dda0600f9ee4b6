import type { LeaveKind, Phase, Post } from './policy.ts'

/** A teacher as policies see one. `to` null: still held. Dates are `YYYY-MM-DD`, both ends count. */
export type CreditTeacher = {
  entryDate: string
  posts: readonly { post: Post; from: string; to: string | null }[]
  phase: Phase
  leaves: readonly { kind: LeaveKind; from: string; to: string }[]
}

/** A line of the ledger: exactly one of `hours` (two decimals) and `minutes` (whole). A counter-entry names what it `reverses`. */
export type CreditEntry = {
  id: string
  date: string
  hours?: number | undefined
  minutes?: number | undefined
  channel: string
  level: string
  module: string
  category: string
  activity: string
  /** Empty: the entry stands by itself. */
  project: string
  provider: string
  /** Only `true` says that the provider was accredited. */
  accredited?: boolean | undefined
  attendance?: { due: number; actual: number } | undefined
  status: 'pending' | 'confirmed'
  reverses?: string | undefined
}
