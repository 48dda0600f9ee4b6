import * as z from 'zod'
import { Imported, loose } from './import-shapes.ts'
import { route } from './route.ts'
import { Day, Id, Instant, item, Line, pageOf, paging, Reasoned } from './shapes.ts'
import { rosterSheets as SHEETS } from './sheets/rosters.ts'

const EthicsRecord = z.strictObject({
  ...item,
  subjectKind: z.enum(['teacher', 'school', 'provider']),
  subjectId: Id,
  unitId: Id,
  unitName: z.string(),
  name: z.string(),
  year: z.int(),
  result: z.enum(['pass', 'fail']),
  until: Day.nullable(),
  reason: z.string(),
  state: z.enum(['standing', 'revoked']),
  createdAt: Instant,
})
const EthicsRecordBody = z.strictObject({
  subjectId: Id,
  year: z.int().min(2000).max(2100),
  result: z.enum(['pass', 'fail']),
  until: Day.nullable().default(null),
  reason: Line(500),
})

const base = { part: 'teachers', worker: 'registry' } as const
const D = '/api/districts/:district'

/** Ethics records (师德考核结论): a failing one in force vetoes nominations and honours. */
export const ethicsRoutes = {
  listEthicsRecords: route({
    ...base,
    id: 'listEthicsRecords',
    method: 'GET',
    path: `${D}/ethics-records`,
    may: 'ethics.read',
    summary: '师德考核结论',
    query: z.strictObject({ ...paging, result: z.enum(['pass', 'fail']).optional() }),
    out: pageOf(EthicsRecord),
    sheet: SHEETS.ethics,
    status: 200,
    refusals: [],
  }),
  createEthicsRecord: route({
    ...base,
    id: 'createEthicsRecord',
    method: 'POST',
    path: `${D}/ethics-records`,
    may: 'ethics.write',
    summary: '登记师德考核结论',
    body: EthicsRecordBody,
    out: EthicsRecord,
    status: 201,
    refusals: ['invalid-input', 'already-exists'],
  }),
  importEthicsRecords: route({
    ...base,
    id: 'importEthicsRecords',
    method: 'POST',
    path: `${D}/ethics-records/import`,
    may: 'ethics.write',
    summary: '批量登记师德考核结论',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            schoolCode: loose,
            name: loose,
            document: loose,
            year: loose,
            result: loose,
            until: loose,
            reason: loose,
          }),
        )
        .min(1)
        .max(1000),
    }),
    out: Imported,
    status: 200,
    refusals: [],
  }),
  revokeEthicsRecord: route({
    ...base,
    id: 'revokeEthicsRecord',
    method: 'POST',
    path: `${D}/ethics-records/:id/actions/revoke`,
    may: 'ethics_record.revoke',
    summary: '撤销师德考核结论',
    body: Reasoned,
    out: EthicsRecord,
    status: 200,
    refusals: ['not-found', 'forbidden', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
}
