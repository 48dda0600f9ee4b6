import { PHASES } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { expertRoutes } from './experts.ts'
import { Imported, loose } from './import-shapes.ts'
import { providerRoutes } from './providers.ts'
import { route } from './route.ts'
import { Id, item, Line, pageOf, paging } from './shapes.ts'
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
  ...expertRoutes,
}
