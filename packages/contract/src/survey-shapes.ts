import { GUSKEY_LEVELS, RATING } from '@shixun/domain/delivery/guskey'
import { QUESTION_KINDS, TEXT_LIMIT } from '@shixun/domain/surveys/question'
import { SEGMENT_KEYS, SURVEY_SHOWINGS, SURVEY_SUBJECTS } from '@shixun/domain/surveys/survey'
import * as z from 'zod'
import { Day, Id, Instant, item, Line } from './shapes.ts'

const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const SegmentKey = z.enum(SEGMENT_KEYS)
const Subject = z.enum(SURVEY_SUBJECTS)
export const SurveyState = z.enum(['draft', 'open', 'closed'])
const Month = z.int().min(1).max(36)

const Question = z.strictObject({
  key: Key,
  kind: z.enum(QUESTION_KINDS),
  section: z.string().trim().max(60),
  title: Line(200),
  required: z.boolean(),
  options: z.array(Line(60)).max(20),
  rated: z.boolean(),
})
const SurveyBody = z.strictObject({
  intro: z.string().trim().max(2000),
  questions: z.array(Question).max(60),
  segments: z.array(SegmentKey).max(3),
  showing: z.enum(SURVEY_SHOWINGS),
})
const Segments = z.array(z.strictObject({ key: SegmentKey, values: z.array(z.string()) }))

export const SurveyCard = z.strictObject({
  ...item,
  title: z.string(),
  subject: Subject,
  subjectTitle: z.string(),
  cohortId: Id.nullable(),
  month: Month.nullable(),
  unitName: z.string(),
  state: SurveyState,
  until: Instant,
  invited: z.int(),
  taken: z.int(),
  answered: z.int(),
  /** Answers that the shown results count. */
  released: z.int(),
  least: z.int(),
  /** Of a teacher: whether their token was taken. Whether they answered nobody knows. */
  mine: z.enum(['invited', 'taken']).nullable(),
})
export const Survey = z.strictObject({
  ...SurveyCard.shape,
  body: SurveyBody,
  segments: Segments,
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
})

export const NewSurvey = z.strictObject({
  subject: Subject,
  /** The cohort; a survey of a project asks all who attend any cohort of this one's project. */
  cohortId: Id,
  /** Months after the cohort, of a follow-up survey. */
  month: Month.optional(),
  title: Line(120),
  body: SurveyBody,
  until: Instant,
})
export const SurveyChange = z.strictObject({
  title: Line(120).optional(),
  body: SurveyBody.optional(),
  until: Instant.optional(),
})

/** What a respondent sees, without a session. `publicKey` is the survey's own, by which tokens are blinded and checked. */
export const Paper = z.strictObject({
  id: Id,
  title: z.string(),
  subjectTitle: z.string(),
  unitName: z.string(),
  bureau: z.string(),
  state: z.enum(['open', 'closed']),
  until: Instant,
  least: z.int(),
  intro: z.string(),
  questions: z.array(Question),
  segments: Segments,
  publicKey: z.strictObject({ n: z.string(), e: z.string() }),
})

/** 2048 bits in base64url. */
const Rsa = z.string().regex(/^[A-Za-z0-9_-]{342}$/)
export const BlindedToken = z.strictObject({ blinded: Rsa })
export const BlindSignature = z.strictObject({ signature: Rsa })
/** What a guest of another bureau shows instead of a session: derived at home, here is its SHA-256 alone. */
export const Pass = z.string().trim().min(1).max(120)
/** A survey that a guest may answer. */
export const GuestSurvey = z.strictObject({
  id: Id,
  title: z.string(),
  subjectTitle: z.string(),
  until: Instant,
  /** Whether the token was taken. */
  taken: z.boolean(),
})
export const SentAnswer = z.strictObject({
  /** 256 random bits in base64url, made by the device. */
  serial: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  signature: Rsa,
  values: z.record(Key, z.union([z.int(), z.array(z.int()).max(20), z.string().trim().max(TEXT_LIMIT)])),
  segments: z.partialRecord(SegmentKey, z.string().max(60)),
})

const Counts = z.array(z.int())
const Cell = z.strictObject({ value: z.string(), answered: z.int(), counts: Counts, mean: z.int().nullable() })
export const SurveyResults = z.strictObject({
  id: Id,
  title: z.string(),
  subjectTitle: z.string(),
  state: SurveyState,
  until: Instant,
  least: z.int(),
  showing: z.enum(SURVEY_SHOWINGS),
  invited: z.int(),
  taken: z.int(),
  answered: z.int(),
  /** Answers that the figures count, and answers that came after the last step and can no longer be counted. */
  released: z.int(),
  withheld: z.int(),
  questions: z.array(
    z.strictObject({
      ...Question.shape,
      answered: z.int(),
      /** By option; null while fewer than the minimum answered this question. */
      counts: Counts.nullable(),
      /** Of a scale, hundredths of a point counted from 1. */
      mean: z.int().nullable(),
      opinions: z.array(z.string()),
    }),
  ),
  segments: z.array(
    z.strictObject({
      key: SegmentKey,
      questions: z.array(z.strictObject({ key: Key, cells: z.array(Cell), hidden: z.boolean() })),
    }),
  ),
  /** Hundredths of a percent of the points possible; null while nothing rated is shown. */
  satisfaction: z.int().nullable(),
})

export const Opinion = z.strictObject({
  id: z.string(),
  version: z.int(),
  actions: z.array(z.string()),
  question: z.string(),
  text: z.string(),
  standing: z.enum(['waiting', 'shown', 'hidden']),
  reason: z.string().nullable(),
})

export const SurveySample = z.strictObject({ key: z.string(), subject: Subject, title: z.string(), body: SurveyBody })

const Point = z.int().min(RATING.least).max(RATING.most)
export const Rating = z.strictObject(
  Object.fromEntries(GUSKEY_LEVELS.map((level) => [level, Point])) as Record<
    (typeof GUSKEY_LEVELS)[number],
    typeof Point
  >,
)
export const FollowUpState = z.enum(['waiting', 'submitted', 'rated', 'waived'])
const FollowUpFile = z.strictObject({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
})
export const FollowUpCard = z.strictObject({
  ...item,
  cohortId: Id,
  cohortTitle: z.string(),
  month: Month,
  name: z.string(),
  schoolName: z.string(),
  state: FollowUpState,
  dueOn: Day,
  overdue: z.boolean(),
  submittedAt: Instant.nullable(),
  ratedAt: Instant.nullable(),
})
export const FollowUp = z.strictObject({
  ...FollowUpCard.shape,
  report: z.string(),
  evidence: z.array(FollowUpFile),
  rating: Rating.nullable(),
  ratedBy: z.string().nullable(),
  note: z.string().nullable(),
})
const Levels = z.strictObject(
  Object.fromEntries(GUSKEY_LEVELS.map((level) => [level, z.int().nullable()])) as Record<
    (typeof GUSKEY_LEVELS)[number],
    z.ZodNullable<z.ZodInt>
  >,
)
export const FollowUpOverview = z.strictObject({
  cohortId: Id,
  cohortTitle: z.string(),
  rounds: z.array(
    z.strictObject({
      month: Month,
      opensOn: Day,
      dueOn: Day,
      stage: z.enum(['planned', 'asking', 'asked', 'overdue', 'over']),
      /** Teachers asked, those who handed in, those rated, those let off. */
      due: z.int(),
      submitted: z.int(),
      done: z.int(),
      waived: z.int(),
      /** Mean of each level in hundredths of a point of four; null before anybody is rated. */
      levels: Levels,
    }),
  ),
})
