import { PHASES } from '@shixun/domain/calls/design/call'
import { LEAVE_KINDS, POSTS } from '@shixun/domain/credits/policy'
import { identityDocumentKinds } from '@shixun/domain/teachers/identity-document'
import { TEACHER_STATES } from '@shixun/domain/teachers/teacher-states'
import * as z from 'zod'
import { loose } from './import-shapes.ts'
import { Day, Id, Instant, item, Line } from './shapes.ts'

const Phase = z.enum(PHASES)
export const TeacherState = z.enum(TEACHER_STATES)

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  z.enum(Object.keys(words) as [Key, ...Key[]])

/** A post that policies speak of, with its days; `to` null: still held. */
const HeldPost = z.strictObject({ post: keysOf(POSTS), from: Day, to: Day.nullable() })
const Leave = z.strictObject({ kind: keysOf(LEAVE_KINDS), from: Day, to: Day })

/** What a bureau or a school writes of a teacher; the numbers are sealed as soon as they arrive. */
export const TeacherFields = {
  name: Line(40),
  phase: Phase,
  subject: Line(20),
  title: Line(40).nullable(),
  posts: z.array(Line(20)).max(10),
  entryDate: Day.nullable(),
  education: Line(40).nullable(),
  heldPosts: z.array(HeldPost).max(30),
  leaves: z.array(Leave).max(30),
  frontLine: z.boolean(),
}

export const DocumentType = z.enum(identityDocumentKinds)
/** A number as it is typed; the verb reads it by its kind. */
export const Typed = z.string().trim().min(1).max(40)

/** A teacher as the API shows them: of every number its end alone. */
export const Teacher = z.strictObject({
  ...item,
  ...TeacherFields,
  name: z.string(),
  subject: z.string(),
  title: z.string().nullable(),
  education: z.string().nullable(),
  posts: z.array(z.string()),
  heldPosts: z.array(z.strictObject({ ...HeldPost.shape, to: z.string().nullable() })),
  leaves: z.array(z.strictObject({ ...Leave.shape, to: z.string() })),
  state: TeacherState,
  schoolId: Id,
  schoolName: z.string(),
  documentType: z.string(),
  documentMasked: z.string(),
  phoneMasked: z.string().nullable(),
  certificateMasked: z.string().nullable(),
  updatedAt: Instant.nullable(),
})

/** The columns of the roster's template, as cells of a spreadsheet. */
export const TeacherCells = z.strictObject({
  name: loose,
  document: loose,
  documentType: loose,
  certificate: loose,
  schoolCode: loose,
  phase: loose,
  subject: loose,
  title: loose,
  posts: loose,
  education: loose,
  entryDate: loose,
  phone: loose,
  frontLine: loose,
  leaves: loose,
})
