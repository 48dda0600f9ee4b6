import type { FactChange } from '@shixun/domain/teachers/teacher-facts'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { teachers } from './roster.ts'

export type RowProblem = { column: string; problem: string; limit?: number }
/** The columns of a teacher as they stood before an import changed them, ciphers included. */
export type TeacherImage = Omit<typeof teachers.$inferSelect, 'id' | 'version' | 'createdAt'>

export const rosterImports = sqliteTable('roster_imports', {
  id: text('id').primaryKey(),
  fileName: text('file_name').notNull(),
  fingerprint: text('fingerprint').notNull(),
  schoolId: text('school_id').notNull(),
  createdBy: text('created_by').notNull(),
  state: text('state', {
    enum: ['staging', 'checked', 'applying', 'done', 'undoing', 'undone', 'discarded'],
  }).notNull(),
  total: integer('total').notNull(),
  staged: integer('staged').notNull(),
  fresh: integer('fresh').notNull(),
  changed: integer('changed').notNull(),
  same: integer('same').notNull(),
  wrong: integer('wrong').notNull(),
  applied: integer('applied').notNull(),
  reverted: integer('reverted').notNull(),
  kept: integer('kept').notNull(),
  swept: integer('swept', { mode: 'boolean' }).notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const rosterImportRows = sqliteTable(
  'roster_import_rows',
  {
    importId: text('import_id').notNull(),
    no: integer('no').notNull(),
    line: integer('line').notNull(),
    name: text('name').notNull(),
    outcome: text('outcome', { enum: ['new', 'changed', 'same', 'wrong'] }).notNull(),
    stage: text('stage', { enum: ['idle', 'waiting', 'applied', 'reverted', 'kept'] }).notNull(),
    mac: text('mac'),
    schoolId: text('school_id'),
    teacherId: text('teacher_id'),
    teacherVersion: integer('teacher_version'),
    changes: text('changes', { mode: 'json' }).$type<FactChange[]>().notNull(),
    problems: text('problems', { mode: 'json' }).$type<RowProblem[]>().notNull(),
    sealed: text('sealed').notNull(),
    beforeImage: text('before_image', { mode: 'json' }).$type<TeacherImage>(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.no] })],
)

export const transfers = sqliteTable('transfers', {
  id: text('id').primaryKey(),
  teacherId: text('teacher_id').notNull(),
  teacherName: text('teacher_name').notNull(),
  fromSchoolId: text('from_school_id').notNull(),
  fromSchoolName: text('from_school_name').notNull(),
  toSchoolId: text('to_school_id').notNull(),
  toSchoolName: text('to_school_name').notNull(),
  state: text('state', { enum: ['proposed', 'accepted', 'refused', 'withdrawn'] }).notNull(),
  reason: text('reason').notNull(),
  note: text('note'),
  proposedBy: text('proposed_by').notNull(),
  settledBy: text('settled_by'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
  settledAt: text('settled_at'),
})
