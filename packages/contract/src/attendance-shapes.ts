import { LEVELS } from '@shixun/domain/calls/design/call'
import { WAYS, type Way } from '@shixun/domain/delivery/attendance'
import * as z from 'zod'
import { ChannelName, CohortState, SessionState } from './cohort-shapes.ts'
import { Day, Id, Instant, item, Line } from './shapes.ts'

const WayName = z.enum(Object.keys(WAYS) as [Way, ...Way[]])
export const LevelName = z.union([z.enum(LEVELS), z.literal('')])
/** Minutes of one session or one entry. */
export const Minutes = z.int().min(0).max(100_000)
export const Evidence = z.strictObject({ fileId: Id, name: z.string(), sha256: z.string() })
/** Files that were handed in by `handInEvidence`, each to be named once. */
export const EvidenceIds = z.array(Id).max(9).default([])

export const AttendanceRules = z.strictObject({
  rotateSeconds: z.int().min(5).max(120),
  graceSeconds: z.int().min(0).max(60),
  earlyMinutes: z.int().min(0).max(240),
  lateMinutes: z.int().min(0).max(240),
  late: z.enum(['full', 'partial']),
  closeMinutes: z.int().min(0).max(240),
})

/** A session with what its attendance has come to. */
export const AttendanceSession = z.strictObject({
  ...item,
  topic: z.string(),
  module: z.string(),
  channel: ChannelName,
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  minutes: z.int(),
  state: SessionState,
  present: z.int(),
})

/** One person of a cohort, with every session at which something is entered. Minutes; `spare` may still be missed before credit is lost. */
export const Attendee = z.strictObject({
  ...item,
  name: z.string(),
  schoolName: z.string(),
  subject: z.string(),
  phase: z.string(),
  state: z.string(),
  guest: z.boolean(),
  due: z.int(),
  attended: z.int(),
  missed: z.int(),
  spare: z.int(),
  marks: z.array(z.strictObject({ sessionId: Id, way: WayName, minutes: z.int() })),
})

/** One person at one session; `way` null: nothing is entered. `version` is the enrolment's. */
export const SessionAttendee = z.strictObject({
  ...item,
  name: z.string(),
  schoolName: z.string(),
  guest: z.boolean(),
  way: WayName.nullable(),
  minutes: z.int(),
  at: Instant.nullable(),
  reason: z.string().nullable(),
  evidence: z.array(Evidence),
})

/** How far a conclusion has been written: persons, and what they brought to the ledger. */
const Progress = z.strictObject({
  of: z.int(),
  completed: z.int(),
  failed: z.int(),
  entries: z.int(),
  /** Entries that wait for the office, because the provider was not accredited on their day. */
  pending: z.int(),
  minutes: z.int(),
  begunAt: Instant.nullable(),
  endedAt: Instant.nullable(),
})

const ChannelSum = z.strictObject({ channel: z.string(), due: z.int(), attended: z.int() })
export const Conclusion = z.strictObject({
  ...item,
  title: z.string(),
  state: CohortState,
  absenceFrom: z.tuple([z.int(), z.int()]),
  minutesDue: z.int(),
  /** Sessions that have not been settled: nothing can be concluded before. */
  open: z.array(z.strictObject({ id: Id, topic: z.string(), startsAt: Instant })),
  provider: z
    .strictObject({
      name: z.string(),
      /** Days of the timetable on which it is not accredited for the level. */ gaps: z.array(Day),
    })
    .nullable(),
  people: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      schoolName: z.string(),
      guest: z.boolean(),
      state: z.string(),
      attended: z.int(),
      completed: z.boolean(),
      why: z.string().nullable(),
      channels: z.array(ChannelSum),
    }),
  ),
  channels: z.array(ChannelSum),
  /** Enrolments that are still open (nominated, waiting, offered): they end with the conclusion. */
  left: z.int(),
  progress: Progress,
})

export const HoursClaim = z.strictObject({
  ...item,
  cohortId: Id,
  cohortTitle: z.string(),
  sessionId: Id,
  sessionTopic: z.string(),
  teacherName: z.string(),
  minutes: z.int(),
  note: z.string(),
  evidence: z.array(Evidence),
  state: z.enum(['pending', 'accepted', 'refused', 'withdrawn']),
  reason: z.string().nullable(),
  createdAt: Instant,
})

/** What many items came to: those that went, and those that did not with what stood in the way. */
export const Batch = z.strictObject({
  done: z.array(Id),
  refused: z.array(z.strictObject({ id: Id, code: z.string(), title: z.string(), detail: z.string() })),
})
export const BatchItems = z
  .array(z.strictObject({ id: Id, version: z.int().positive() }))
  .min(1)
  .max(200)
export const BatchNote = Line(2000).optional()
