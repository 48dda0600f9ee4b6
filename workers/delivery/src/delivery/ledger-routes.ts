import { ledgerRoutes as ROUTES } from '@shixun/contract/ledger'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { declareHours } from './declare-hours.ts'
import { importLedger } from './import-ledger.ts'
import { batchLedger, confirmLedgerEntry, refuseLedgerEntry, withdrawLedgerEntry } from './move-ledger-entries.ts'
import { listLedger, readLedgerEntry, readLedgerEntryHistory, readLedgerEvidence } from './read-ledger.ts'
import { reverseLedgerEntry } from './reverse-ledger-entry.ts'

export const ledgerRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listLedger, listLedger),
  bind(ROUTES.readLedgerEntry, readLedgerEntry),
  bind(ROUTES.readLedgerEntryHistory, readLedgerEntryHistory),
  bind(ROUTES.readLedgerEvidence, readLedgerEvidence),
  bind(ROUTES.declareHours, declareHours),
  bind(ROUTES.importLedger, importLedger),
  bind(ROUTES.confirmLedgerEntry, confirmLedgerEntry),
  bind(ROUTES.refuseLedgerEntry, refuseLedgerEntry),
  bind(ROUTES.withdrawLedgerEntry, withdrawLedgerEntry),
  bind(ROUTES.batchLedger, batchLedger),
  bind(ROUTES.reverseLedgerEntry, reverseLedgerEntry),
]
