import * as z from 'zod'
import { calendarRoutes } from './calendars.ts'
import { postRoutes } from './cohort-posts.ts'
import { Cohort, CohortCard, CohortChange, CohortState, NewCohort, Session } from './cohort-shapes.ts'
import { loose } from './import-shapes.ts'
import { route } from './route.ts'
import { History, Id, Instant, Noted, pageOf, paging, Reasoned } from './shapes.ts'
import { deliverySheets as SHEETS } from './sheets/delivery.ts'
import { timetableRoutes } from './timetables.ts'

const base = { part: 'delivery', worker: 'delivery' } as const
const D = '/api/districts/:district'
const C = `${D}/cohorts/:id` as const
const moved = { ...base, method: 'POST', status: 200, ifMatch: 'optional', out: Cohort } as const
const moveRefusals = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

const Quota = z.strictObject({ schoolId: Id, schoolName: z.string(), places: z.int() })

/** A cohort as a teacher finds it among their own: nothing of the project behind it. */
const MyCohort = CohortCard.pick({
  id: true,
  title: true,
  state: true,
  topic: true,
  unitName: true,
  minutes: true,
  startsOn: true,
  endsOn: true,
})

/** Cohorts (班次) and their timetables. A unit writes its own; what is published all of the district may read. */
export const cohortRoutes = {
  listCohorts: route({
    ...base,
    id: 'listCohorts',
    method: 'GET',
    path: `${D}/cohorts`,
    may: 'cohort.read',
    summary: '班次：本单位承办的，或已公布的',
    query: z.strictObject({
      ...paging,
      state: CohortState.optional(),
      /** 2026-spring is February to July, 2026-autumn August to January: the term in which a cohort begins. */
      term: z
        .string()
        .regex(/^\d{4}-(spring|autumn)$/)
        .optional(),
      project: Id.optional(),
      /** A unit's own cohorts, or all that are published; the office sees all either way. */
      of: z.enum(['own', 'published']).default('published'),
    }),
    out: pageOf(CohortCard),
    sheet: SHEETS.cohorts,
    status: 200,
    refusals: [],
  }),
  draftCohort: route({
    ...base,
    id: 'draftCohort',
    method: 'GET',
    path: `${D}/projects/:id/cohort-draft`,
    may: 'cohort.write',
    summary: '新班次的初稿：取自项目的申报表和任务书',
    out: z.strictObject({
      cohort: NewCohort,
      /** The courses of the application, for the timetable. */
      courses: z.array(
        z.strictObject({ topic: z.string(), module: z.string(), trainer: z.string(), hours: z.number().nullable() }),
      ),
      /** What the agreement promises, null when it says nothing. */
      promised: z.strictObject({ persons: z.int().nullable(), hours: z.number().nullable() }),
    }),
    status: 200,
    refusals: ['not-found', 'state-refuses'],
  }),
  readCohortFigures: route({
    ...base,
    id: 'readCohortFigures',
    method: 'GET',
    path: `${D}/projects/:id/cohort-figures`,
    may: 'cohort.write',
    summary: '从班次汇总的实施数据，供填报时取用',
    out: z.strictObject({
      cohorts: z.int(),
      /** Persons; person-hours; hours in quarters. What the cohorts do not tell yet is absent. */
      figures: z.strictObject({
        enrolled: z.int().optional(),
        completed: z.int().optional(),
        attendanceDue: z.int().optional(),
        attendanceActual: z.int().optional(),
        hoursDelivered: z.number().optional(),
      }),
    }),
    status: 200,
    refusals: ['not-found'],
  }),
  createCohort: route({
    ...base,
    id: 'createCohort',
    method: 'POST',
    path: `${D}/cohorts`,
    may: 'cohort.write',
    summary: '新建班次',
    body: NewCohort,
    out: Cohort,
    status: 201,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'version-stale'],
  }),
  readCohort: route({
    ...base,
    id: 'readCohort',
    method: 'GET',
    path: C,
    may: 'cohort.read',
    summary: '一个班次',
    out: Cohort,
    status: 200,
    refusals: ['not-found'],
  }),
  readCohortHistory: route({
    ...base,
    id: 'readCohortHistory',
    method: 'GET',
    path: `${C}/history`,
    may: 'cohort.write',
    summary: '班次的流转记录',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  editCohort: route({
    ...base,
    id: 'editCohort',
    method: 'PATCH',
    path: C,
    may: 'cohort.write',
    summary: '修改班次：主题、名额、阶段、推荐条件',
    body: CohortChange,
    out: Cohort,
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'version-stale'],
    ifMatch: 'required',
  }),
  openCohort: route({
    ...moved,
    id: 'openCohort',
    path: `${C}/actions/open`,
    may: 'cohort.open',
    summary: '公布课表，开始推荐学员',
    body: Noted,
    refusals: [...moveRefusals, 'cohort-without-sessions'],
  }),
  closeCohort: route({
    ...moved,
    id: 'closeCohort',
    path: `${C}/actions/close`,
    may: 'cohort.close',
    summary: '截止推荐',
    body: Noted,
    refusals: moveRefusals,
  }),
  reopenCohort: route({
    ...moved,
    id: 'reopenCohort',
    path: `${C}/actions/reopen`,
    may: 'cohort.reopen',
    summary: '重新开放推荐',
    body: Noted,
    refusals: moveRefusals,
  }),
  beginCohort: route({
    ...moved,
    id: 'beginCohort',
    path: `${C}/actions/begin`,
    may: 'cohort.begin',
    summary: '开班',
    body: Noted,
    refusals: moveRefusals,
  }),
  cancelCohort: route({
    ...moved,
    id: 'cancelCohort',
    path: `${C}/actions/cancel`,
    may: 'cohort.cancel',
    summary: '取消班次',
    body: Reasoned,
    refusals: moveRefusals,
  }),
  ...timetableRoutes,
  listQuotas: route({
    ...base,
    id: 'listQuotas',
    method: 'GET',
    path: `${C}/quotas`,
    may: 'cohort.read',
    summary: '各校名额；学校只看到本校的',
    query: z.strictObject(paging),
    out: pageOf(Quota),
    sheet: SHEETS.quotas,
    status: 200,
    refusals: ['not-found'],
  }),
  putQuotas: route({
    ...base,
    id: 'putQuotas',
    method: 'PUT',
    path: `${C}/quotas`,
    may: 'cohort.write',
    summary: '填写各校名额：学校写代码或全称；replace 时没有列出的学校恢复统一名额',
    body: z.strictObject({
      rows: z.array(z.strictObject({ school: loose, places: loose })).max(1000),
      replace: z.boolean().default(false),
      dryRun: z.boolean().default(false),
    }),
    out: z.strictObject({
      accepted: z.array(Quota),
      rejected: z.array(
        z.strictObject({ row: z.int(), column: z.string(), problem: z.string(), limit: z.int().optional() }),
      ),
      places: z.int(),
    }),
    status: 200,
    refusals: ['not-found', 'state-refuses', 'invalid-input', 'version-stale'],
    ifMatch: 'optional',
  }),
  readMyTraining: route({
    ...base,
    id: 'readMyTraining',
    method: 'GET',
    path: `${D}/my-training`,
    may: 'my_training.read',
    summary: '我的培训：报名和课程',
    out: z.strictObject({
      enrolments: z.array(
        z.strictObject({
          id: Id,
          state: z.string(),
          reason: z.string().nullable(),
          cohort: MyCohort,
        }),
      ),
      /** Sessions of today and later, with what they belong to. */
      sessions: z.array(Session.extend({ cohortTitle: z.string() })),
      announcements: z.array(
        z.strictObject({
          id: Id,
          cohortId: Id,
          cohortTitle: z.string(),
          title: z.string(),
          body: z.string(),
          author: z.string(),
          createdAt: Instant,
          unread: z.boolean(),
        }),
      ),
    }),
    status: 200,
    refusals: [],
  }),
  ...postRoutes,
  ...calendarRoutes,
}
