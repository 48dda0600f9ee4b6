import { LEDGER_SOURCES, type LedgerSource } from '@shixun/domain/credits/ledger-entry'
import * as z from 'zod'
import { Certificate } from './certificates.ts'
import { EntryVerdict, RequirementStanding } from './credits.ts'
import { route } from './route.ts'
import { Day, Id } from './shapes.ts'

const Span = z.strictObject({ from: Day, to: Day })

/** One policy in force applied to the teacher: its cycle, every requirement, what to do next, what became of each entry. */
const Judged = z.strictObject({
  policyId: Id,
  line: z.string(),
  title: z.string(),
  no: z.int(),
  unit: z.enum(['hours', 'credits']),
  cycle: z.strictObject({ from: Day, to: Day, extendedBy: z.int() }),
  /** All cycles up to this one, the first first: `asOf` a day of another shows that one. */
  cycles: z.array(Span),
  met: z.boolean(),
  totals: z.strictObject({ hours: z.number(), credits: z.number() }),
  requirements: z.array(RequirementStanding),
  next: z.array(z.strictObject({ tone: z.enum(['done', 'do', 'late', 'wait']), words: z.string() })),
  verdicts: z.array(EntryVerdict),
})

const Entry = z.strictObject({
  id: Id,
  state: z.enum(['pending', 'confirmed', 'refused', 'withdrawn']),
  date: Day,
  minutes: z.int(),
  /** By the minutes of an hour that stood on its day. */
  hours: z.number(),
  channel: z.string(),
  level: z.string(),
  module: z.string(),
  category: z.string(),
  title: z.string(),
  providerName: z.string(),
  source: z.enum(Object.keys(LEDGER_SOURCES) as [LedgerSource, ...LedgerSource[]]),
  origin: z.string().nullable(),
  reverses: Id.nullable(),
  note: z.string().nullable(),
})

/** Entries of one project, or of one training that stands by itself, the latest first. */
const Group = z.strictObject({ key: z.string(), title: z.string(), from: Day, to: Day, entries: z.array(Entry) })

const Transcript = z.strictObject({
  teacher: z.strictObject({
    id: Id,
    name: z.string(),
    schoolId: Id,
    schoolName: z.string(),
    phase: z.string(),
    subject: z.string(),
    title: z.string().nullable(),
    education: z.string().nullable(),
    entryDate: Day.nullable(),
    documentMasked: z.string(),
    posts: z.array(z.string()),
  }),
  asOf: Day,
  today: Day,
  issuer: z.string(),
  /** What a reader has to know before the figures: that the teacher is gone, or what the roster does not say. */
  notes: z.array(z.string()),
  policies: z.array(Judged),
  groups: z.array(Group),
  certificates: z.array(Certificate),
})

export const transcriptRoutes = {
  readTranscript: route({
    part: 'credits',
    worker: 'registry',
    id: 'readTranscript',
    method: 'GET',
    path: '/api/districts/:district/teachers/:id/transcript',
    may: 'transcript.read',
    summary: '一位教师的成长档案：按现行各项办法已得、还差、进度，每条记录为何计入，结业证书',
    query: z.strictObject({ asOf: Day.optional() }),
    out: Transcript,
    status: 200,
    refusals: ['not-found', 'invalid-input'],
  }),
}
