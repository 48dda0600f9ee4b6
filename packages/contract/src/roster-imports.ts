import {
  IMPORT_ROWS,
  ROSTER_IMPORT,
  ROW_OUTCOMES,
  ROW_STAGES,
  STAGED_AT_ONCE,
} from '@shixun/domain/teachers/roster-import'
import * as z from 'zod'
import { route } from './route.ts'
import { Id, Instant, item, Line, pageOf, paging } from './shapes.ts'
import { rosterSheets as SHEETS } from './sheets/rosters.ts'
import { TeacherCells } from './teacher-shapes.ts'

const State = z.enum(Object.keys(ROSTER_IMPORT.states) as [keyof typeof ROSTER_IMPORT.states])

/** Counts are of rows: `staged` of `total` have come and are compared, `applied` of `fresh` + `changed` are written. */
const RosterImport = z.strictObject({
  ...item,
  fileName: z.string(),
  fingerprint: z.string(),
  schoolId: Id.nullable(),
  createdBy: z.string(),
  state: State,
  total: z.int(),
  staged: z.int(),
  fresh: z.int(),
  changed: z.int(),
  same: z.int(),
  wrong: z.int(),
  applied: z.int(),
  reverted: z.int(),
  kept: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
})

/** `no` counts from 1 in the rows as sent, `line` is the number beside the row in the spreadsheet. */
const ImportRow = z.strictObject({
  no: z.int(),
  line: z.int(),
  name: z.string(),
  outcome: z.enum(ROW_OUTCOMES),
  stage: z.enum(ROW_STAGES),
  teacherId: Id.nullable(),
  changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
  problems: z.array(z.strictObject({ column: z.string(), problem: z.string(), limit: z.int().optional() })),
})

const base = { part: 'teachers', worker: 'registry', may: 'teacher.write' } as const
const I = '/api/districts/:district/roster-imports'
const moves = { out: RosterImport, status: 200, body: z.strictObject({}), ifMatch: 'optional', method: 'POST' } as const

/** Imports of the roster: rows are staged and compared first, written step by step after a confirmation, and can be taken back. */
export const rosterImportRoutes = {
  listRosterImports: route({
    ...base,
    id: 'listRosterImports',
    method: 'GET',
    path: I,
    summary: '教师导入记录',
    query: z.strictObject({ ...paging }),
    out: pageOf(RosterImport),
    sheet: SHEETS.rosterImports,
    status: 200,
    refusals: [],
  }),
  createRosterImport: route({
    ...base,
    id: 'createRosterImport',
    method: 'POST',
    path: I,
    summary: '开始一次教师导入（不写入名册）',
    body: z.strictObject({ fileName: Line(200), fingerprint: Line(64), total: z.int().min(1).max(IMPORT_ROWS) }),
    out: RosterImport,
    status: 201,
    refusals: ['invalid-input'],
  }),
  readRosterImport: route({
    ...base,
    id: 'readRosterImport',
    method: 'GET',
    path: `${I}/:id`,
    summary: '一次教师导入',
    out: RosterImport,
    status: 200,
    refusals: ['not-found'],
  }),
  stageRosterRows: route({
    ...base,
    id: 'stageRosterRows',
    method: 'POST',
    path: `${I}/:id/rows`,
    summary: `读入并检查一段表格行（最多 ${STAGED_AT_ONCE} 行，不写入名册）；重复发送同一段没有影响`,
    body: z.strictObject({
      from: z.int().min(1),
      rows: z
        .array(z.strictObject({ line: z.int().min(1).max(1_048_576), cells: TeacherCells }))
        .min(1)
        .max(STAGED_AT_ONCE),
    }),
    out: RosterImport,
    status: 200,
    refusals: ['not-found', 'invalid-input', 'state-refuses', 'version-stale'],
  }),
  listRosterRows: route({
    ...base,
    id: 'listRosterRows',
    method: 'GET',
    path: `${I}/:id/rows`,
    summary: '一次导入的逐行检查结果',
    query: z.strictObject({
      ...paging,
      outcome: z.enum(ROW_OUTCOMES).optional(),
      stage: z.enum(ROW_STAGES).optional(),
    }),
    out: pageOf(ImportRow),
    sheet: SHEETS.rosterRows,
    status: 200,
    refusals: ['not-found'],
  }),
  readRefusedRoster: route({
    ...base,
    id: 'readRefusedRoster',
    method: 'GET',
    path: `${I}/:id/refused`,
    summary: '有错误的行：同一模板，多一列“错误原因”，改好后可再导入',
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found', 'state-refuses'],
  }),
  applyRosterImport: route({
    ...base,
    ...moves,
    id: 'applyRosterImport',
    path: `${I}/:id/actions/apply`,
    may: 'roster_import.apply',
    summary: '确认写入',
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
  stepRosterImport: route({
    ...base,
    id: 'stepRosterImport',
    method: 'POST',
    path: `${I}/:id/steps`,
    summary: '写入或撤回下一段；可以随时停下，以后接着做',
    body: z.strictObject({}),
    out: RosterImport,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
  undoRosterImport: route({
    ...base,
    ...moves,
    id: 'undoRosterImport',
    path: `${I}/:id/actions/undo`,
    may: 'roster_import.undo',
    summary: '撤回最近一次导入',
    refusals: ['not-found', 'state-refuses', 'import-not-last', 'version-stale'],
  }),
  discardRosterImport: route({
    ...base,
    ...moves,
    id: 'discardRosterImport',
    path: `${I}/:id/actions/discard`,
    may: 'roster_import.discard',
    summary: '放弃，不写入',
    refusals: ['not-found', 'state-refuses', 'version-stale'],
  }),
}
