import { PHASES } from '@shixun/domain/calls/design/call'
import { OUTCOMES } from '@shixun/domain/credits/simulate-policy'
import * as z from 'zod'
import { CreditUnit } from './policy-shape.ts'
import { route } from './route.ts'
import { Day, Id, Instant, pageOf, paging, Version } from './shapes.ts'
import { creditSheets as SHEETS } from './sheets/credits.ts'

const Count = z.int().min(0)
const Group = z.strictObject({
  key: z.string(),
  name: z.string(),
  teachers: Count,
  metBefore: Count,
  metAfter: Count,
  lifted: Count,
  falls: Count,
})
const Lacking = z.strictObject({ id: z.string(), title: z.string(), before: Count.nullable(), after: Count.nullable() })
/** Teachers by tenths of the main amount: nothing yet, ten tenths, that amount or more. */
const Bands = z.strictObject({ unit: CreditUnit, amount: z.number(), counts: z.array(Count) })

const SimulationCard = z.strictObject({
  id: Id,
  policyId: Id,
  againstId: Id.nullable(),
  againstTitle: z.string().nullable(),
  state: z.enum(['running', 'done']),
  asOf: Day,
  done: Count,
  total: Count,
  version: Version,
  createdAt: Instant,
  /** The draft was changed since: the result is of an older text. */
  outdated: z.boolean(),
})
const Simulation = z.strictObject({
  ...SimulationCard.shape,
  policyTitle: z.string(),
  all: Group,
  schools: z.array(Group),
  posts: z.array(Group),
  phases: z.array(Group),
  requirements: z.array(Lacking),
  before: Bands.nullable(),
  after: Bands,
})
const Side = z.strictObject({ met: z.boolean(), total: z.number(), short: z.number() })
const SimulatedTeacher = z.strictObject({
  /** Of the teacher. */
  id: Id,
  name: z.string(),
  schoolId: Id,
  schoolName: z.string(),
  phase: z.enum(PHASES),
  outcome: z.enum(OUTCOMES),
  before: Side.nullable(),
  after: Side,
  /** Titles of the requirements not met. */
  lacking: z.array(z.string()),
})

const base = { part: 'credits', worker: 'registry' } as const
const D = '/api/districts/:district'

/** A policy tried against the ledger of the district before it is published: nothing but the result is kept. */
export const simulationRoutes = {
  listSimulations: route({
    ...base,
    id: 'listSimulations',
    method: 'GET',
    path: `${D}/policies/:id/simulations`,
    may: 'policy.write',
    summary: '这份办法的测算',
    out: z.strictObject({ items: z.array(SimulationCard) }),
    status: 200,
    refusals: ['not-found'],
  }),
  createSimulation: route({
    ...base,
    id: 'createSimulation',
    method: 'POST',
    path: `${D}/policies/:id/simulations`,
    may: 'policy.write',
    summary: '用全区真实学时测算这份办法',
    body: z.strictObject({
      /** Today unless given. */
      asOf: Day.optional(),
      /** The version to compare with; what is in force unless given, null for none. */
      against: Id.nullable().optional(),
    }),
    out: SimulationCard,
    status: 201,
    refusals: ['not-found', 'invalid-input', 'policy-contradicts'],
  }),
  readSimulation: route({
    ...base,
    id: 'readSimulation',
    method: 'GET',
    path: `${D}/simulations/:id`,
    may: 'policy.write',
    summary: '测算结果：谁会不达标，谁会因此达标，按学校、岗位、学段',
    out: Simulation,
    status: 200,
    refusals: ['not-found'],
  }),
  stepSimulation: route({
    ...base,
    id: 'stepSimulation',
    method: 'POST',
    path: `${D}/simulations/:id/steps`,
    may: 'policy.write',
    summary: '测算下一批教师；可随时中断，从断点继续',
    body: z.strictObject({}),
    out: SimulationCard,
    status: 200,
    refusals: ['not-found', 'version-stale'],
  }),
  listSimulatedTeachers: route({
    ...base,
    id: 'listSimulatedTeachers',
    method: 'GET',
    path: `${D}/simulations/:id/teachers`,
    may: 'policy.write',
    summary: '测算前后逐人对照',
    query: z.strictObject({
      ...paging,
      outcome: z.enum(OUTCOMES).optional(),
      school: Id.optional(),
      /** The beginning of a name. */
      name: z.string().trim().min(1).max(40).optional(),
    }),
    out: pageOf(SimulatedTeacher),
    sheet: SHEETS.simulated,
    status: 200,
    refusals: ['not-found', 'invalid-input'],
  }),
}
