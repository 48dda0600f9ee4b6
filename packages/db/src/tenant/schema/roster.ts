import type { CreditTeacher } from '@shixun/domain/credits/entry'
import type { ExpertUnit, PastSchool, Pause, Tie } from '@shixun/domain/quality/panels/expert'
import type { AccreditationPeriod } from '@shixun/domain/teachers/accreditation'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const schools = sqliteTable('schools', {
  id: text('id').primaryKey(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  area: text('area', { enum: ['urban', 'town', 'rural'] }).notNull(),
  phase: text('phase', { enum: ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special'] }).notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const providers = sqliteTable('providers', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  levels: text('levels', { mode: 'json' }).$type<string[]>().notNull(),
  accreditedFrom: text('accredited_from').notNull(),
  accreditedTo: text('accredited_to').notNull(),
  periods: text('periods', { mode: 'json' }).$type<AccreditationPeriod[]>().notNull(),
  warnOn: text('warn_on'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const teachers = sqliteTable('teachers', {
  id: text('id').primaryKey(),
  schoolId: text('school_id').notNull(),
  schoolName: text('school_name').notNull(),
  name: text('name').notNull(),
  documentType: text('document_type').notNull(),
  documentCipher: text('document_cipher').notNull(),
  documentMac: text('document_mac').notNull(),
  documentTail: text('document_tail').notNull(),
  phase: text('phase').notNull(),
  subject: text('subject').notNull(),
  title: text('title'),
  posts: text('posts', { mode: 'json' }).$type<string[]>().notNull(),
  entryDate: text('entry_date'),
  education: text('education'),
  heldPosts: text('held_posts', { mode: 'json' }).$type<CreditTeacher['posts']>().notNull(),
  leaves: text('leaves', { mode: 'json' }).$type<CreditTeacher['leaves']>().notNull(),
  frontLine: integer('front_line', { mode: 'boolean' }).notNull(),
  phoneCipher: text('phone_cipher'),
  phoneTail: text('phone_tail'),
  certificateCipher: text('certificate_cipher'),
  certificateTail: text('certificate_tail'),
  state: text('state', { enum: ['active', 'moved', 'left', 'locked', 'erased'] }).notNull(),
  updatedAt: text('updated_at'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const experts = sqliteTable('experts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  schoolId: text('school_id'),
  subjects: text('subjects', { mode: 'json' }).$type<string[]>().notNull(),
  phases: text('phases', { mode: 'json' }).$type<string[]>().notNull(),
  pastSchools: text('past_schools', { mode: 'json' }).$type<PastSchool[]>().notNull(),
  ties: text('ties', { mode: 'json' }).$type<Tie[]>().notNull(),
  title: text('title').notNull(),
  units: text('units', { mode: 'json' }).$type<ExpertUnit[]>().notNull(),
  pauses: text('pauses', { mode: 'json' }).$type<Pause[]>().notNull(),
  leftOn: text('left_on'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

/** Subjects and phases of experts, and marks (`paused`, `left`), kept by triggers. */
export const expertWords = sqliteTable(
  'expert_words',
  {
    kind: text('kind', { enum: ['subject', 'phase', 'mark'] }).notNull(),
    word: text('word').notNull(),
    expertId: text('expert_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.word, table.expertId] })],
)
