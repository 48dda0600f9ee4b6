import type { GuskeyLevel, GuskeyRating } from '@shixun/domain/delivery/guskey'
import type { SurveyFigures } from '@shixun/domain/surveys/figures'
import type { SurveyBody } from '@shixun/domain/surveys/question'
import type { Segment } from '@shixun/domain/surveys/survey'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** An RSA public key: modulus and exponent in base64url, as in a JWK. */
export type TokenKey = { n: string; e: string }

export const surveys = sqliteTable('surveys', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  subject: text('subject', { enum: ['cohort', 'project', 'follow_up'] }).notNull(),
  projectId: text('project_id').notNull(),
  cohortId: text('cohort_id'),
  month: integer('month'),
  subjectTitle: text('subject_title').notNull(),
  unitId: text('unit_id').notNull(),
  unitName: text('unit_name').notNull(),
  state: text('state', { enum: ['draft', 'open', 'closed'] }).notNull(),
  body: text('body', { mode: 'json' }).$type<SurveyBody>().notNull(),
  least: integer('least').notNull(),
  segments: text('segments', { mode: 'json' }).$type<Segment[]>().notNull(),
  publicKey: text('public_key', { mode: 'json' }).$type<TokenKey>(),
  privateKey: text('private_key'),
  until: text('until').notNull(),
  invited: integer('invited').notNull(),
  taken: integer('taken').notNull(),
  answered: integer('answered').notNull(),
  released: integer('released').notNull(),
  release: integer('release').notNull(),
  figures: text('figures', { mode: 'json' }).$type<SurveyFigures>(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  openedAt: text('opened_at'),
  closedAt: text('closed_at'),
})

export const surveyInvitations = sqliteTable(
  'survey_invitations',
  {
    surveyId: text('survey_id').notNull(),
    teacherId: text('teacher_id').notNull(),
    taken: integer('taken', { mode: 'boolean' }).notNull(),
    blindedHash: text('blinded_hash'),
    blindSignature: text('blind_signature'),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.teacherId] })],
)

export const surveyTokens = sqliteTable(
  'survey_tokens',
  { surveyId: text('survey_id').notNull(), tokenHash: text('token_hash').notNull() },
  (t) => [primaryKey({ columns: [t.surveyId, t.tokenHash] })],
)

export const surveyAnswers = sqliteTable(
  'survey_answers',
  {
    surveyId: text('survey_id').notNull(),
    id: text('id').notNull(),
    sealed: text('sealed').notNull(),
    release: integer('release').notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.id] })],
)

export const surveyOpinions = sqliteTable(
  'survey_opinions',
  {
    surveyId: text('survey_id').notNull(),
    id: text('id').notNull(),
    question: text('question').notNull(),
    sealed: text('sealed').notNull(),
    release: integer('release').notNull(),
    standing: text('standing', { enum: ['waiting', 'shown', 'hidden'] }).notNull(),
    reason: text('reason'),
    version: integer('version').notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.id] })],
)

/** A file that shows what became of a training. */
export type FollowUpFile = {
  id: string
  name: string
  mediaType: string
  size: number
  sha256: string
  objectKey: string
}

export const followUpRounds = sqliteTable(
  'follow_up_rounds',
  {
    id: text('id').notNull(),
    cohortId: text('cohort_id').notNull(),
    month: integer('month').notNull(),
    projectId: text('project_id').notNull(),
    unitId: text('unit_id').notNull(),
    title: text('title').notNull(),
    opensOn: text('opens_on').notNull(),
    dueOn: text('due_on').notNull(),
    stage: text('stage', { enum: ['planned', 'asking', 'asked', 'overdue', 'over'] }).notNull(),
    reached: text('reached').notNull(),
    due: integer('due').notNull(),
    submitted: integer('submitted').notNull(),
    done: integer('done').notNull(),
    waived: integer('waived').notNull(),
    levels: text('levels', { mode: 'json' }).$type<Partial<Record<GuskeyLevel, number>>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.cohortId, t.month] })],
)

export const followUps = sqliteTable('follow_ups', {
  id: text('id').primaryKey(),
  cohortId: text('cohort_id').notNull(),
  cohortTitle: text('cohort_title').notNull(),
  projectId: text('project_id').notNull(),
  unitId: text('unit_id').notNull(),
  month: integer('month').notNull(),
  enrolmentId: text('enrolment_id').notNull(),
  teacherId: text('teacher_id').notNull(),
  name: text('name').notNull(),
  schoolId: text('school_id').notNull(),
  schoolName: text('school_name').notNull(),
  state: text('state', { enum: ['waiting', 'submitted', 'rated', 'waived'] }).notNull(),
  opensOn: text('opens_on').notNull(),
  dueOn: text('due_on').notNull(),
  report: text('report').notNull(),
  evidence: text('evidence', { mode: 'json' }).$type<FollowUpFile[]>().notNull(),
  rating: text('rating', { mode: 'json' }).$type<GuskeyRating>(),
  ratedBy: text('rated_by'),
  note: text('note'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  submittedAt: text('submitted_at'),
  ratedAt: text('rated_at'),
})
