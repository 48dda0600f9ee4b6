import * as z from 'zod'
import { route } from './route.ts'
import { History, Id, Line, Reasoned } from './shapes.ts'
import { DocumentType, Teacher, TeacherFields, Typed } from './teacher-shapes.ts'

const Numbers = {
  documentType: DocumentType,
  document: Typed,
  certificate: Typed.nullable(),
  phone: Typed.nullable(),
}
const NewTeacher = z.strictObject({ ...TeacherFields, ...Numbers, schoolId: Id })
const EditedTeacher = z.strictObject({ ...TeacherFields, ...Numbers }).partial()

const Purpose = z.strictObject({ purpose: z.string().trim().min(2).max(100) })

/** A file that `POST …/archive` answered: what was signed and by whom, word for word. */
const ArchiveFile = z.strictObject({
  archive: z.record(z.string().max(40), z.unknown()),
  signature: z.string().min(1).max(2000),
})

/** What an archive would bring, before anything is written. */
const ArchivePreview = z.strictObject({
  id: z.string(),
  issuer: z.string(),
  issuedAt: z.string(),
  name: z.string(),
  documentMasked: z.string(),
  schoolName: z.string(),
  phase: z.string(),
  subject: z.string(),
  entries: z.int(),
  newEntries: z.int(),
  minutes: z.int(),
  /** Evidence files of the new entries: they stay with the bureau that judged them. */
  evidence: z.int(),
  certificates: z.int(),
  newCertificates: z.int(),
  /** The teacher of this roster whose document this is. */
  joins: z.strictObject({ id: Id, name: z.string(), schoolName: z.string(), state: z.string() }).nullable(),
  imported: z.boolean(),
})

const base = { part: 'teachers', worker: 'registry' } as const
const T = '/api/districts/:district/teachers'
const A = '/api/districts/:district/teacher-archives'
const move = { method: 'POST', body: Reasoned, out: Teacher, status: 200, ifMatch: 'optional' } as const
const REFUSALS = ['not-found', 'forbidden', 'state-refuses', 'version-stale'] as const

/** One teacher: written by hand, moved through its life, their data shown, handed out and erased. */
export const teacherRecordRoutes = {
  createTeacher: route({
    ...base,
    id: 'createTeacher',
    method: 'POST',
    path: T,
    may: 'teacher.write',
    summary: '登记教师',
    body: NewTeacher,
    out: Teacher,
    status: 201,
    refusals: ['invalid-input', 'already-exists'],
  }),
  editTeacher: route({
    ...base,
    id: 'editTeacher',
    method: 'PATCH',
    path: `${T}/:id`,
    may: 'teacher.write',
    summary: '更正教师信息',
    body: EditedTeacher,
    out: Teacher,
    status: 200,
    refusals: ['not-found', 'invalid-input', 'already-exists', 'state-refuses', 'version-stale'],
    ifMatch: 'required',
  }),
  readTeacherHistory: route({
    ...base,
    id: 'readTeacherHistory',
    method: 'GET',
    path: `${T}/:id/history`,
    may: 'teacher.write',
    summary: '教师信息的变更记录',
    out: History,
    status: 200,
    refusals: ['not-found'],
  }),
  revealNumber: route({
    ...base,
    id: 'revealNumber',
    method: 'POST',
    path: `${T}/:id/reveal`,
    may: 'personal_data.read',
    summary: '显示完整号码（须写明用途，记入审计日志）',
    body: z.strictObject({ ...Purpose.shape, field: z.enum(['document', 'certificate', 'phone']) }),
    out: z.strictObject({ value: z.string().nullable() }),
    status: 200,
    refusals: ['not-found'],
  }),
  readPersonalData: route({
    ...base,
    id: 'readPersonalData',
    method: 'GET',
    path: `${T}/:id/personal-data`,
    may: 'personal_data.read',
    summary: '导出一位教师的全部个人资料（JSON，须写明用途，记入审计日志）',
    query: Purpose,
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found', 'invalid-input'],
  }),
  leaveTeacher: route({
    ...base,
    ...move,
    id: 'leaveTeacher',
    path: `${T}/:id/actions/leave`,
    may: 'teacher.leave',
    summary: '离职、退休',
    refusals: REFUSALS,
  }),
  restoreTeacher: route({
    ...base,
    ...move,
    id: 'restoreTeacher',
    path: `${T}/:id/actions/restore`,
    may: 'teacher.restore',
    summary: '恢复在册',
    refusals: REFUSALS,
  }),
  departTeacher: route({
    ...base,
    ...move,
    id: 'departTeacher',
    path: `${T}/:id/actions/depart`,
    may: 'teacher.depart',
    summary: '调往外区；之后可下载个人档案',
    refusals: [...REFUSALS, 'transfer-open'],
  }),
  lockTeacher: route({
    ...base,
    ...move,
    id: 'lockTeacher',
    path: `${T}/:id/actions/lock`,
    may: 'teacher.lock',
    summary: '封存',
    refusals: REFUSALS,
  }),
  unlockTeacher: route({
    ...base,
    ...move,
    id: 'unlockTeacher',
    path: `${T}/:id/actions/unlock`,
    may: 'teacher.unlock',
    summary: '解除封存',
    refusals: REFUSALS,
  }),
  eraseTeacher: route({
    ...base,
    ...move,
    id: 'eraseTeacher',
    path: `${T}/:id/actions/erase`,
    may: 'teacher.erase',
    summary: '删除个人资料，保留学时台账',
    refusals: REFUSALS,
  }),
  writeArchive: route({
    ...base,
    id: 'writeArchive',
    method: 'POST',
    path: `${T}/:id/archive`,
    may: 'archive.write',
    summary: '下载已调往外区的教师的个人档案（JSON，已签名；须写明用途，记入审计日志）',
    body: Purpose,
    produces: 'bytes',
    out: null,
    status: 200,
    refusals: ['not-found', 'invalid-input', 'state-refuses'],
  }),
  checkArchive: route({
    ...base,
    id: 'checkArchive',
    method: 'POST',
    path: `${A}/check`,
    may: 'archive.write',
    summary: '核验外区转来的个人档案并预览（不写入）',
    body: ArchiveFile,
    out: ArchivePreview,
    status: 200,
    refusals: ['archive-refused'],
  }),
  importArchive: route({
    ...base,
    id: 'importArchive',
    method: 'POST',
    path: A,
    may: 'archive.write',
    summary: '导入外区转来的个人档案',
    body: z.strictObject({ ...ArchiveFile.shape, schoolId: Id, note: Line(500).optional() }),
    out: Teacher,
    status: 201,
    refusals: ['archive-refused', 'invalid-input', 'already-exists', 'state-refuses', 'version-stale'],
  }),
}
