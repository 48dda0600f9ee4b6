import * as z from 'zod'
import { Cohort, NewSession, Session, SessionChange, TimetableFinding } from './cohort-shapes.ts'
import { Imported, loose } from './import-shapes.ts'
import { route } from './route.ts'
import { Id, pageOf, paging, Reasoned } from './shapes.ts'
import { deliverySheets as SHEETS } from './sheets/delivery.ts'

const base = { part: 'delivery', worker: 'delivery' } as const
const C = '/api/districts/:district/cohorts/:id'

/** A timetable that was written or only checked, with what stands against it. */
const Written = z.strictObject({
  sessions: z.array(Session),
  findings: z.array(TimetableFinding),
  cohort: Cohort,
})
/** The timetable of a cohort, session by session. */
export const timetableRoutes = {
  listSessions: route({
    ...base,
    id: 'listSessions',
    method: 'GET',
    path: `${C}/sessions`,
    may: 'cohort.read',
    summary: '班次的课表，按时间排列',
    query: z.strictObject({ ...paging, limit: z.coerce.number().int().min(1).max(200).default(200) }),
    out: pageOf(Session),
    sheet: SHEETS.sessions,
    status: 200,
    refusals: ['not-found'],
  }),
  checkTimetable: route({
    ...base,
    id: 'checkTimetable',
    method: 'GET',
    path: `${C}/timetable-findings`,
    may: 'cohort.write',
    summary: '课表检查：授课人、地点冲突，半天学时，超出阶段',
    out: z.strictObject({ findings: z.array(TimetableFinding.extend({ sessionId: Id })) }),
    status: 200,
    refusals: ['not-found'],
  }),
  addSessions: route({
    ...base,
    id: 'addSessions',
    method: 'POST',
    path: `${C}/sessions`,
    may: 'cohort.write',
    summary: '排课：一次一节或整张课表；dryRun 只检查不写入',
    body: z.strictObject({ sessions: z.array(NewSession).min(1).max(200), dryRun: z.boolean().default(false) }),
    out: Written,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'version-stale'],
    ifMatch: 'optional',
  }),
  importSessions: route({
    ...base,
    id: 'importSessions',
    method: 'POST',
    path: `${C}/sessions/import`,
    may: 'cohort.write',
    summary: '导入课表：从表格粘贴或上传，逐行检查；dryRun 只检查不写入',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            day: loose,
            from: loose,
            to: loose,
            topic: loose,
            module: loose,
            trainers: loose,
            place: loose,
            channel: loose,
            minutes: loose,
            stage: loose,
          }),
        )
        .min(1)
        .max(200),
      dryRun: z.boolean().default(false),
    }),
    out: Imported.extend({ findings: z.array(TimetableFinding) }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'version-stale'],
    ifMatch: 'optional',
  }),
  editSession: route({
    ...base,
    id: 'editSession',
    method: 'PATCH',
    path: `${C}/sessions/:session`,
    may: 'cohort.write',
    summary: '修改一节课；订阅的日历随之更新',
    body: SessionChange,
    out: Written,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'version-stale'],
    ifMatch: 'required',
  }),
  cancelSession: route({
    ...base,
    id: 'cancelSession',
    method: 'POST',
    path: `${C}/sessions/:session/actions/cancel`,
    may: 'session.cancel',
    summary: '取消一节课',
    body: Reasoned,
    out: Written,
    status: 200,
    refusals: ['not-found', 'forbidden', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
  removeSession: route({
    ...base,
    id: 'removeSession',
    method: 'DELETE',
    path: `${C}/sessions/:session`,
    may: 'cohort.write',
    summary: '删除一节课（只在课表公布以前；公布后请取消）',
    out: null,
    status: 204,
    refusals: ['not-found', 'state-refuses', 'version-stale'],
    ifMatch: 'optional',
  }),
}
