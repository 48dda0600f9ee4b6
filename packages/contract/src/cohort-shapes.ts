import { LEVELS, PHASES } from '@shixun/domain/calls/design/call'
import { CHANNELS, type Channel } from '@shixun/domain/credits/policy'
import * as z from 'zod'
import { Day, Id, Instant, item, Line } from './shapes.ts'

export const CohortState = z.enum(['planned', 'nominating', 'ready', 'running', 'concluding', 'concluded', 'cancelled'])
export const ChannelName = z.enum(Object.keys(CHANNELS) as [Channel, ...Channel[]])
const Words = (most: number) => z.array(Line(40)).max(most)
const Points = z.int().min(0).max(100)
/** Text that may be empty. */
const Text = (most: number) => z.string().trim().max(most)

/** A dated stage; stages may overlap. Its id is given by whoever writes it and names it in the timetable. */
export const Stage = z.strictObject({ id: z.string().regex(/^\w{1,20}$/), title: Line(40), from: Day, to: Day })
const Trainer = z.strictObject({ name: Line(40), unit: Text(60), title: Text(40) })

/** Who may be nominated and who comes first; empty lists set no condition. */
export const CohortRules = z.strictObject({
  phases: z.array(z.enum(PHASES)).max(6),
  subjects: Words(40),
  titles: Words(40),
  posts: Words(20),
  areas: z.array(z.enum(['urban', 'town', 'rural'])).max(3),
  serviceYears: z.strictObject({ from: z.int().min(0).max(60).nullable(), to: z.int().min(0).max(60).nullable() }),
  ethicsVeto: z.boolean(),
  preference: z.strictObject({ rural: Points, town: Points, frontLine: Points, novice: Points }),
  quotaPerSchool: z.int().min(0).max(1000),
  guests: z.boolean(),
  /** The share of the hours from which absence gives no credit, [numerator, denominator]. */
  absenceFrom: z.tuple([z.int().min(1).max(100), z.int().min(1).max(100)]),
})

/** What the hours are counted as, in the words of the credit policies. */
const content = {
  line: Line(100),
  topic: Line(60),
  level: z.enum(LEVELS),
  module: Line(60),
  subject: Text(40),
  phase: z.union([z.enum(PHASES), z.literal('')]),
  channel: ChannelName,
  category: Text(40),
}
/** What the hours of a cohort are counted as, as other bureaus are told. */
export const OfferedContent = z.strictObject(content)
const plan = {
  title: Line(100),
  providerId: Id.nullable(),
  ...content,
  places: z.int().min(1).max(5000),
  waitingPlaces: z.int().min(0).max(5000),
  stages: z.array(Stage).min(1).max(20),
  rules: CohortRules,
  nominateUntil: Instant.nullable(),
}
export const NewCohort = z.strictObject({ projectId: Id, ...plan })
export const CohortChange = z.strictObject(plan).partial()

export const CohortCard = z.strictObject({
  ...item,
  projectId: Id,
  projectTitle: z.string(),
  unitId: Id,
  unitName: z.string(),
  providerId: Id.nullable(),
  providerName: z.string().nullable(),
  no: z.int(),
  title: z.string(),
  line: z.string(),
  topic: z.string(),
  level: z.enum(LEVELS),
  module: z.string(),
  subject: z.string(),
  phase: z.string(),
  channel: ChannelName,
  category: z.string(),
  state: CohortState,
  places: z.int(),
  waitingPlaces: z.int(),
  /** Teachers admitted. */
  taken: z.int(),
  /** What the sessions that are not cancelled are worth in all. */
  minutes: z.int(),
  startsOn: Day,
  endsOn: Day,
  nominateUntil: Instant.nullable(),
  updatedAt: Instant,
})
export const Cohort = z.strictObject({
  ...CohortCard.shape,
  stages: z.array(Stage),
  rules: CohortRules,
  /** Whether the provider is accredited for the level on every day of the cohort: only then do its hours count by themselves. */
  accredited: z.boolean(),
  createdAt: Instant,
})

export const SessionState = z.enum(['planned', 'held', 'cancelled'])
const sessionPlan = {
  stageId: z.string().max(20),
  topic: Line(100),
  module: Text(60),
  /** Without one the session is of the cohort's channel. */
  channel: ChannelName.optional(),
  trainers: z.array(Trainer).max(10),
  place: Text(100),
  startsAt: Instant,
  endsAt: Instant,
  /** What the session is worth when attended whole. */
  minutes: z.int().min(1).max(100_000),
}
export const NewSession = z.strictObject(sessionPlan)
export const SessionChange = z.strictObject(sessionPlan).partial()
export const Session = z.strictObject({
  ...item,
  cohortId: Id,
  stageId: z.string(),
  topic: z.string(),
  module: z.string(),
  channel: ChannelName,
  trainers: z.array(Trainer),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  minutes: z.int(),
  state: SessionState,
  /** Why it was cancelled. */
  note: z.string().nullable(),
})

/** What stands against a timetable; nothing of it forbids anything. `session` counts from 0 in the list that was checked. */
export const TimetableFinding = z.strictObject({
  rule: z.enum(['trainer_clash', 'place_clash', 'own_overlap', 'outside_stage', 'half_day_hours']),
  session: z.int(),
  /** The other session, when there is one. */
  with: z.string().nullable(),
  detail: z.string(),
})
