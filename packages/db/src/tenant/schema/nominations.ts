import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const RULES = ['session_clash', 'same_line', 'same_topic_and_level', 'similar_title', 'elsewhere'] as const
const OUTCOMES = ['warned', 'blocked', 'waived', 'avoided'] as const

export const trainingRepeats = sqliteTable('training_repeats', {
  id: text('id').primaryKey(),
  enrolmentId: text('enrolment_id').notNull(),
  cohortId: text('cohort_id').notNull(),
  cohortTitle: text('cohort_title').notNull(),
  startsOn: text('starts_on').notNull(),
  schoolId: text('school_id').notNull(),
  schoolName: text('school_name').notNull(),
  name: text('name').notNull(),
  rule: text('rule', { enum: RULES }).notNull(),
  outcome: text('outcome', { enum: OUTCOMES }).notNull(),
  otherId: text('other_id').notNull(),
  otherTitle: text('other_title').notNull(),
  otherFrom: text('other_from').notNull(),
  otherTo: text('other_to').notNull(),
  detail: text('detail').notNull(),
  createdAt: text('created_at').notNull(),
})

export const repeatCounts = sqliteTable(
  'repeat_counts',
  {
    month: text('month').notNull(),
    schoolId: text('school_id').notNull(),
    rule: text('rule').notNull(),
    outcome: text('outcome').notNull(),
    schoolName: text('school_name').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.schoolId, t.rule, t.outcome] })],
)
