import { PHASES } from '@shixun/domain/calls/call'
import * as z from 'zod'
import { Imported, loose } from './import-shapes.ts'
import { providerRoutes } from './providers.ts'
import { route } from './route.ts'
import { Day, Id, item, Line, pageOf, paging } from './shapes.ts'
import { rosterSheets as SHEETS } from './sheets/rosters.ts'
import { Teacher, TeacherCells, TeacherState } from './teacher-shapes.ts'

const Search = z.strictObject({ ...paging, q: z.string().trim().max(40).optional() })
const Phase = z.enum(PHASES)

const NewSchool = z.strictObject({
  code: z.string().regex(/^\d{10}$/),
  name: Line(60),
  area: z.enum(['urban', 'town', 'rural']),
  phase: Phase,
})
const School = z.strictObject({ ...item, ...NewSchool.shape })

const TeacherSearch = z.strictObject({
  ...Search.shape,
  school: Id.optional(),
  phase: Phase.optional(),
  subject: z.string().trim().min(1).max(20).optional(),
  /** Who is in the roster now, when not given. */
  state: TeacherState.optional(),
})

const NewExpert = z.strictObject({
  name: Line(40),
  schoolId: Id.nullable(),
  subjects: z.array(Line(20)).max(20),
  phases: z.array(Phase).max(6),
  pastSchools: z.array(z.strictObject({ schoolId: Id, until: Day })).max(20),
  ties: z
    .array(z.strictObject({ name: Line(40), kind: z.enum(['kin', 'mentor', 'coworker']), until: Day.optional() }))
    .max(50),
})
const Expert = z.strictObject({ ...item, ...NewExpert.shape })

const base = { part: 'teachers', worker: 'registry' } as const

export const teacherRoutes = {
  listSchools: route({
    ...base,
    id: 'listSchools',
    method: 'GET',
    path: '/api/districts/:district/schools',
    may: 'school.read',
    summary: '学校',
    query: Search,
    out: pageOf(School),
    sheet: SHEETS.schools,
    status: 200,
    refusals: [],
  }),
  createSchool: route({
    ...base,
    id: 'createSchool',
    method: 'POST',
    path: '/api/districts/:district/schools',
    may: 'school.write',
    summary: '新建学校',
    body: NewSchool,
    out: School,
    status: 201,
    refusals: ['invalid-input', 'already-exists'],
  }),
  readSchool: route({
    ...base,
    id: 'readSchool',
    method: 'GET',
    path: '/api/districts/:district/schools/:id',
    may: 'school.read',
    summary: '一所学校',
    out: School,
    status: 200,
    refusals: ['not-found'],
  }),
  editSchool: route({
    ...base,
    id: 'editSchool',
    method: 'PATCH',
    path: '/api/districts/:district/schools/:id',
    may: 'school.write',
    summary: '修改学校',
    body: z.strictObject({ name: Line(60).optional(), area: NewSchool.shape.area.optional() }),
    out: School,
    status: 200,
    refusals: ['not-found', 'version-stale'],
    ifMatch: 'required',
  }),
  importSchools: route({
    ...base,
    id: 'importSchools',
    method: 'POST',
    path: '/api/districts/:district/schools/import',
    may: 'school.write',
    summary: '批量导入学校',
    body: z.strictObject({
      rows: z
        .array(z.strictObject({ code: loose, name: loose, area: loose, phase: loose }))
        .min(1)
        .max(1000),
    }),
    out: Imported,
    status: 200,
    refusals: [],
  }),
  ...providerRoutes,
  listTeachers: route({
    ...base,
    id: 'listTeachers',
    method: 'GET',
    path: '/api/districts/:district/teachers',
    may: 'teacher.read',
    summary: '教师：在册的，或某种状态的',
    query: TeacherSearch,
    out: pageOf(Teacher),
    sheet: SHEETS.teachers,
    status: 200,
    refusals: [],
  }),
  readTeacher: route({
    ...base,
    id: 'readTeacher',
    method: 'GET',
    path: '/api/districts/:district/teachers/:id',
    may: 'teacher.read',
    summary: '一位教师',
    out: Teacher,
    status: 200,
    refusals: ['not-found'],
  }),
  importTeachers: route({
    ...base,
    id: 'importTeachers',
    method: 'POST',
    path: '/api/districts/:district/teachers/import',
    may: 'teacher.write',
    summary: '批量导入教师',
    body: z.strictObject({
      rows: z.array(TeacherCells).min(1).max(1000),
    }),
    out: Imported,
    status: 200,
    refusals: [],
  }),
  listExperts: route({
    ...base,
    part: 'quality',
    id: 'listExperts',
    method: 'GET',
    path: '/api/districts/:district/experts',
    may: 'expert.read',
    summary: '评审专家库',
    query: Search,
    out: pageOf(Expert),
    sheet: SHEETS.experts,
    status: 200,
    refusals: [],
  }),
  createExpert: route({
    ...base,
    part: 'quality',
    id: 'createExpert',
    method: 'POST',
    path: '/api/districts/:district/experts',
    may: 'expert.write',
    summary: '专家入库',
    body: NewExpert,
    out: Expert,
    status: 201,
    refusals: ['invalid-input'],
  }),
  importExperts: route({
    ...base,
    part: 'quality',
    id: 'importExperts',
    method: 'POST',
    path: '/api/districts/:district/experts/import',
    may: 'expert.write',
    summary: '批量导入专家',
    body: z.strictObject({
      rows: z
        .array(z.strictObject({ name: loose, schoolCode: loose, subjects: loose, phases: loose, pastSchools: loose }))
        .min(1)
        .max(1000),
    }),
    out: Imported,
    status: 200,
    refusals: [],
  }),
  editExpert: route({
    ...base,
    id: 'editExpert',
    method: 'PATCH',
    path: '/api/districts/:district/experts/:id',
    may: 'expert.write',
    summary: '修改评审专家',
    body: NewExpert.partial(),
    out: Expert,
    status: 200,
    refusals: ['not-found', 'version-stale', 'invalid-input'],
    ifMatch: 'required',
  }),
  readExpert: route({
    ...base,
    part: 'quality',
    id: 'readExpert',
    method: 'GET',
    path: '/api/districts/:district/experts/:id',
    may: 'expert.read',
    summary: '一位专家',
    out: Expert,
    status: 200,
    refusals: ['not-found'],
  }),
}
