import { LEDGER_SOURCES, type LedgerSource } from '@shixun/domain/credits/ledger-entry'
import * as z from 'zod'
import { Batch, BatchItems, BatchNote, Evidence, EvidenceIds, LevelName } from './attendance-shapes.ts'
import { ChannelName } from './cohort-shapes.ts'
import { Imported, loose } from './import-shapes.ts'
import { route } from './route.ts'
import { Day, History, Id, Instant, item, Line, Note, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { hoursSheets as SHEETS } from './sheets/hours.ts'

const base = { part: 'credits', worker: 'delivery' } as const
const D = '/api/districts/:district'
const L = `${D}/ledger/:id` as const
const Text = (most: number) => z.string().trim().max(most).default('')

const LedgerState = z.enum(['pending', 'confirmed', 'refused', 'withdrawn'])
const Source = z.enum(Object.keys(LEDGER_SOURCES) as [LedgerSource, ...LedgerSource[]])

const LedgerEntry = z.strictObject({
  ...item,
  teacherId: Id,
  teacherName: z.string(),
  schoolId: Id,
  schoolName: z.string(),
  state: LedgerState,
  /** The day to which the hours belong. */
  date: Day,
  minutes: z.int(),
  /** The minutes in hours of the policy in force on that day, two decimals. */
  hours: z.number(),
  channel: z.string(),
  level: z.string(),
  module: z.string(),
  category: z.string(),
  activity: z.string(),
  title: z.string(),
  projectId: z.string(),
  cohortId: Id.nullable(),
  providerId: z.string(),
  providerName: z.string(),
  accredited: z.boolean(),
  source: Source,
  origin: z.strictObject({ slug: z.string(), name: z.string(), ref: z.string() }).nullable(),
  evidence: z.array(Evidence),
  note: z.string().nullable(),
  /** Why it is pending, refused or reversed. */
  reason: z.string().nullable(),
  /** The entry that this one takes back. */
  reverses: Id.nullable(),
  /** The entry by which this one was taken back. */
  reversedBy: Id.nullable(),
  policyId: Id.nullable(),
  createdAt: Instant,
  confirmedAt: Instant.nullable(),
})

/** Hours as their proof states them, at most two decimals: minutes follow from the policy of the day. */
const Hours = z.number().positive().max(1000).multipleOf(0.01)

const moved = { ...base, method: 'POST', status: 200, ifMatch: 'optional', out: LedgerEntry } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** The ledger of hours (学时登记): append-only. */
export const ledgerRoutes = {
  listLedger: route({
    ...base,
    id: 'listLedger',
    method: 'GET',
    path: `${D}/ledger`,
    may: 'ledger.read',
    summary: '学时登记',
    query: z.strictObject({
      ...paging,
      teacher: Id.optional(),
      school: Id.optional(),
      cohort: Id.optional(),
      state: LedgerState.optional(),
      source: Source.optional(),
    }),
    out: pageOf(LedgerEntry),
    sheet: SHEETS.ledger,
    status: 200,
    refusals: [],
  }),
  readLedgerEntry: route({
    ...base,
    id: 'readLedgerEntry',
    method: 'GET',
    path: L,
    may: 'ledger.read',
    summary: '一条学时登记',
    out: LedgerEntry,
    status: 200,
    refusals: ['not-found'],
  }),
  readLedgerEntryHistory: route({
    ...base,
    id: 'readLedgerEntryHistory',
    method: 'GET',
    path: `${L}/history`,
    may: 'ledger.read',
    summary: '一条学时登记的流转记录',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  readLedgerEvidence: route({
    ...base,
    id: 'readLedgerEvidence',
    method: 'GET',
    path: `${L}/vouchers/:fileId`,
    may: 'ledger.read',
    summary: '学时的证明材料',
    out: null,
    produces: 'bytes',
    status: 200,
    refusals: ['not-found'],
  }),
  declareHours: route({
    ...base,
    id: 'declareHours',
    method: 'POST',
    path: `${D}/ledger`,
    may: 'ledger.write',
    summary: '申报校外学时，附证明：教师为自己，学校为本校教师；师训科登记的即时认定',
    body: z.strictObject({
      /** For whom; a teacher declares for themselves. */
      teacherId: Id.optional(),
      date: Day,
      hours: Hours,
      channel: ChannelName,
      level: LevelName.default(''),
      module: Text(60),
      category: Text(40),
      title: Line(100),
      providerName: Line(60),
      note: Note.optional(),
      evidence: EvidenceIds,
    }),
    out: LedgerEntry,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'already-exists'],
  }),
  importLedger: route({
    ...base,
    id: 'importLedger',
    method: 'POST',
    path: `${D}/ledger/import`,
    may: 'ledger.import',
    summary: '导入以往学时：师训科导入的即时认定，学校导入的待认定；dryRun 只检查不写入',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            name: loose,
            schoolCode: loose,
            documentTail: loose,
            date: loose,
            hours: loose,
            channel: loose,
            level: loose,
            module: loose,
            category: loose,
            title: loose,
            providerName: loose,
          }),
        )
        .min(1)
        .max(1000),
      dryRun: z.boolean().default(false),
    }),
    out: Imported,
    status: 200,
    refusals: ['version-stale'],
  }),
  confirmLedgerEntry: route({
    ...moved,
    id: 'confirmLedgerEntry',
    path: `${L}/actions/confirm`,
    may: 'ledger_entry.confirm',
    summary: '认定；recognise 表示承认其来源，按认定单位计入',
    body: z.strictObject({ note: Note.optional(), recognise: z.boolean().default(true) }),
    refusals: [...moveRefusals, 'not-accredited'],
  }),
  refuseLedgerEntry: route({
    ...moved,
    id: 'refuseLedgerEntry',
    path: `${L}/actions/refuse`,
    may: 'ledger_entry.refuse',
    summary: '不予认定',
    body: Reasoned,
    refusals: moveRefusals,
  }),
  withdrawLedgerEntry: route({
    ...moved,
    id: 'withdrawLedgerEntry',
    path: `${L}/actions/withdraw`,
    may: 'ledger_entry.withdraw',
    summary: '撤回申报',
    body: Noted,
    refusals: moveRefusals,
  }),
  batchLedger: route({
    ...base,
    id: 'batchLedger',
    method: 'POST',
    path: `${D}/ledger/batch`,
    may: 'ledger_entry.confirm',
    summary: '批量认定或不予认定',
    body: z.strictObject({
      action: z.enum(['confirm', 'refuse']),
      items: BatchItems,
      note: BatchNote,
      recognise: z.boolean().default(true),
    }),
    out: Batch,
    status: 200,
    refusals: ['invalid-input', 'version-stale'],
  }),
  reverseLedgerEntry: route({
    ...base,
    id: 'reverseLedgerEntry',
    method: 'POST',
    path: `${L}/reversal`,
    may: 'ledger.reverse',
    summary: '冲销：记一条反向登记，原登记不再计入',
    body: z.strictObject({ reason: Line(500) }),
    out: LedgerEntry,
    status: 201,
    refusals: ['not-found', 'state-refuses', 'version-stale', 'invalid-input'],
    ifMatch: 'optional',
  }),
}
