import type { Machine } from '../shared/machine.ts'

export type LedgerEntryState = 'pending' | 'confirmed' | 'refused' | 'withdrawn'
export type LedgerEntryAction = 'confirm' | 'refuse' | 'withdraw'

/** Where hours come from: a cohort of this bureau, evidence from outside, another bureau's envelope, the archive of a teacher who moved here, an import. */
export const LEDGER_SOURCES = {
  cohort: '本局班次',
  outside: '校外或自报，附证明',
  envelope: '外单位培训，电子信封送达',
  archive: '调入时随个人档案转来',
  import: '批量导入',
} as const
export type LedgerSource = keyof typeof LEDGER_SOURCES

/** A file that proves hours. */
export type Evidence = { fileId: string; name: string; sha256: string }

/** Whose hours these are when they come from elsewhere. */
export type LedgerOrigin = { slug: string; name: string; ref: string }

/** Days within which the office says yes or no to declared hours. */
export const LEDGER_DAYS = 15

/** The life of an entry of the ledger (学时登记). It is never taken back but by a counter-entry. */
export const LEDGER_ENTRY: Machine<LedgerEntryState, LedgerEntryAction> = {
  entity: 'ledger_entry',
  title: '学时登记',
  initial: 'pending',
  alsoInitial: ['confirmed'],
  states: { pending: '待认定', confirmed: '已认定', refused: '未认定', withdrawn: '已撤回' },
  moves: [
    {
      action: 'confirm',
      from: ['pending'],
      to: 'confirmed',
      roles: ['office'],
      guard: { fact: 'provider_accredited', refusal: 'not-accredited' },
      meaning: '认定',
    },
    { action: 'refuse', from: ['pending'], to: 'refused', roles: ['office'], note: 'required', meaning: '不予认定' },
    {
      action: 'withdraw',
      from: ['pending'],
      to: 'withdrawn',
      roles: ['teacher', 'registrar', 'school_admin'],
      guard: { fact: 'declared', refusal: 'state-refuses' },
      meaning: '撤回申报',
    },
  ],
  waits: { pending: [{ role: 'office', days: LEDGER_DAYS }] },
}
