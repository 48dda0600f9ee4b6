import { PHASES } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { Imported, loose } from './import-shapes.ts'
import { route } from './route.ts'
import { Day, Id, Instant, item, Line, pageOf, paging } from './shapes.ts'
import { rosterSheets as SHEETS } from './sheets/rosters.ts'

const Phase = z.enum(PHASES)

/** A unit beside the schools of the bureau, or a second post at one of them; `until` null: still there. */
const Unit = z.strictObject({
  unitId: Id.nullable().default(null),
  name: z.string().trim().max(60).default(''),
  title: z.string().trim().max(40).default(''),
  since: Day.nullable().default(null),
  until: Day.nullable().default(null),
})
const Pause = z.strictObject({ from: Day, to: Day.nullable().default(null), reason: z.string().trim().max(100) })
const Tie = z.strictObject({
  name: Line(40),
  kind: z.enum(['kin', 'mentor', 'coworker']),
  since: Day.optional(),
  until: Day.optional(),
})

const profile = {
  name: Line(40),
  schoolId: Id.nullable(),
  title: z.string().trim().max(40),
  subjects: z.array(Line(20)).max(20),
  phases: z.array(Phase).max(6),
  pastSchools: z.array(z.strictObject({ schoolId: Id, until: Day })).max(20),
  units: z.array(Unit).max(20),
  ties: z.array(Tie).max(50),
  /** When the expert takes no sheets; days included. */
  pauses: z.array(Pause).max(20),
  /** From this day on no longer in the library. */
  leftOn: Day.nullable(),
}
const NewExpert = z.strictObject({
  ...profile,
  title: profile.title.default(''),
  units: profile.units.default([]),
  pauses: profile.pauses.default([]),
  leftOn: profile.leftOn.default(null),
})
const ExpertState = z.enum(['active', 'paused', 'left'])
const Expert = z.strictObject({
  ...item,
  ...profile,
  state: ExpertState,
  /** Of a single expert: the names of the schools that the record names, by their ids. */
  schoolNames: z.record(Id, z.string()).optional(),
})

const base = { part: 'quality', worker: 'registry' } as const
const E = '/api/districts/:district/experts'

/** The library of experts (评审专家库). */
export const expertRoutes = {
  listExperts: route({
    ...base,
    id: 'listExperts',
    method: 'GET',
    path: E,
    may: 'expert.read',
    summary: '评审专家库',
    query: z.strictObject({
      ...paging,
      q: z.string().trim().max(40).optional(),
      subject: z.string().trim().min(1).max(20).optional(),
      phase: Phase.optional(),
      state: ExpertState.optional(),
    }),
    out: pageOf(Expert),
    sheet: SHEETS.experts,
    status: 200,
    refusals: [],
  }),
  createExpert: route({
    ...base,
    id: 'createExpert',
    method: 'POST',
    path: E,
    may: 'expert.write',
    summary: '专家入库',
    body: NewExpert,
    out: Expert,
    status: 201,
    refusals: ['invalid-input'],
  }),
  importExperts: route({
    ...base,
    id: 'importExperts',
    method: 'POST',
    path: `${E}/import`,
    may: 'expert.write',
    summary: '批量导入专家',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            name: loose,
            schoolCode: loose,
            title: loose,
            subjects: loose,
            phases: loose,
            pastSchools: loose,
            units: loose,
          }),
        )
        .min(1)
        .max(1000),
    }),
    out: Imported,
    status: 200,
    refusals: [],
  }),
  readExpert: route({
    ...base,
    id: 'readExpert',
    method: 'GET',
    path: `${E}/:id`,
    may: 'expert.read',
    summary: '一位专家',
    out: Expert,
    status: 200,
    refusals: ['not-found'],
  }),
  editExpert: route({
    ...base,
    id: 'editExpert',
    method: 'PATCH',
    path: `${E}/:id`,
    may: 'expert.amend',
    summary: '修改专家资料；专家本人可以更正任职、利益关系和暂停时间',
    body: z.strictObject(profile).partial(),
    out: Expert,
    status: 200,
    refusals: ['not-found', 'version-stale', 'invalid-input', 'forbidden'],
    ifMatch: 'required',
  }),
  listExpertPanels: route({
    ...base,
    id: 'listExpertPanels',
    method: 'GET',
    path: `${E}/:id/panels`,
    may: 'expert_history.read',
    summary: '一位专家参加过的评审组：分到多少、完成多少、逾期多少',
    query: z.strictObject(paging),
    out: pageOf(
      z.strictObject({
        id: Id,
        callTitle: z.string(),
        state: z.enum(['scoring', 'concluded']),
        dueOn: z.string().nullable(),
        unfinished: z.int(),
        submitted: z.int(),
        recused: z.int(),
        replaced: z.int(),
        voided: z.int(),
        late: z.int(),
        /**
         * In a concluded panel, points: `lean` is the mean difference from the others on the same items, `severity` the corrected one,
         * about 95 % certain between `from` and `to`. Null before, and for the expert.
         */
        leaning: z
          .strictObject({
            sheets: z.int(),
            mean: z.number(),
            calibrated: z.boolean(),
            lean: z.number().nullable(),
            severity: z.number().nullable(),
            from: z.number().nullable(),
            to: z.number().nullable(),
          })
          .nullable(),
        lastAt: Instant.nullable(),
        createdAt: Instant,
      }),
    ),
    sheet: SHEETS.expertPanels,
    status: 200,
    refusals: ['not-found'],
  }),
}
