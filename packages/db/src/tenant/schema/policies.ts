import type { SimulationFigures, SimulationGiven } from '@shixun/domain/credits/simulate-policy'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const shortfalls = sqliteTable(
  'shortfalls',
  {
    policyId: text('policy_id').notNull(),
    teacherId: text('teacher_id').notNull(),
    facet: text('facet').notNull(),
    schoolId: text('school_id').notNull(),
    phase: text('phase').notNull(),
    remaining: integer('remaining').notNull(),
    urgency: integer('urgency').notNull(),
  },
  (t) => [primaryKey({ columns: [t.policyId, t.teacherId, t.facet] })],
)

export const standingCounts = sqliteTable(
  'standing_counts',
  {
    policyId: text('policy_id').notNull(),
    schoolId: text('school_id').notNull(),
    phase: text('phase').notNull(),
    met: integer('met').notNull(),
    onPace: integer('on_pace').notNull(),
    behind: integer('behind').notNull(),
    free: integer('free').notNull(),
    bands: text('bands', { mode: 'json' }).$type<number[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.policyId, t.schoolId, t.phase] })],
)

export const standingMonths = sqliteTable(
  'standing_months',
  {
    policyId: text('policy_id').notNull(),
    month: text('month').notNull(),
    schoolId: text('school_id').notNull(),
    phase: text('phase').notNull(),
    met: integer('met').notNull(),
    onPace: integer('on_pace').notNull(),
    behind: integer('behind').notNull(),
    free: integer('free').notNull(),
  },
  (t) => [primaryKey({ columns: [t.policyId, t.schoolId, t.phase, t.month] })],
)

export const recomputations = sqliteTable('recomputations', {
  policyId: text('policy_id').primaryKey(),
  kind: text('kind', { enum: ['compute', 'clear'] }).notNull(),
  reason: text('reason', { enum: ['published', 'in_force', 'month', 'asked', 'retired'] }).notNull(),
  state: text('state', { enum: ['running', 'paused', 'done'] }).notNull(),
  asOf: text('as_of').notNull(),
  months: text('months', { mode: 'json' }).$type<string[]>().notNull(),
  cursor: text('cursor').notNull(),
  done: integer('done').notNull(),
  total: integer('total').notNull(),
  version: integer('version').notNull(),
  startedAt: text('started_at').notNull(),
  finishedAt: text('finished_at'),
})

export const simulations = sqliteTable('simulations', {
  id: text('id').primaryKey(),
  policyId: text('policy_id').notNull(),
  againstId: text('against_id'),
  policyVersion: integer('policy_version').notNull(),
  given: text('given', { mode: 'json' }).$type<SimulationGiven>().notNull(),
  state: text('state', { enum: ['running', 'done'] }).notNull(),
  asOf: text('as_of').notNull(),
  cursor: text('cursor').notNull(),
  done: integer('done').notNull(),
  total: integer('total').notNull(),
  figures: text('figures', { mode: 'json' }).$type<SimulationFigures>().notNull(),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
})

export const simulationRows = sqliteTable(
  'simulation_rows',
  {
    simulationId: text('simulation_id').notNull(),
    teacherId: text('teacher_id').notNull(),
    schoolId: text('school_id').notNull(),
    outcome: text('outcome', { enum: ['falls', 'short', 'lifted', 'met'] }).notNull(),
    beforeMet: integer('before_met', { mode: 'boolean' }),
    beforeTotal: integer('before_total'),
    beforeShort: integer('before_short'),
    afterMet: integer('after_met', { mode: 'boolean' }).notNull(),
    afterTotal: integer('after_total').notNull(),
    afterShort: integer('after_short').notNull(),
    lacking: text('lacking', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.simulationId, t.teacherId] })],
)
