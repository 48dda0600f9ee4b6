import type { BodyOf } from '@shixun/contract/route'
import type { Routes } from '@shixun/contract/routes'
import type { OutputOf } from '../../call.ts'
import type { leaveKinds, posts } from '../../frame/credit-codes.ts'
import type { Choice } from '../../ui/select.tsx'
import type { documentTypes } from './identity-documents.ts'
import type { SpanRow } from './span-rows.tsx'

export type Teacher = OutputOf<'readTeacher'>
type NewTeacherBody = BodyOf<Routes['createTeacher']>

/** A teacher as the form holds one. Numbers of a teacher who is there already start empty: empty keeps them. */
export interface TeacherDraft {
  name: string
  school: Choice | null
  documentType: (typeof documentTypes)[number]
  document: string
  certificate: string
  phone: string
  phase: NewTeacherBody['phase']
  subject: string
  title: string
  education: string
  entryDate: string
  frontLine: boolean
  otherPosts: string
  heldPosts: SpanRow<(typeof posts)[number]>[]
  leaves: SpanRow<(typeof leaveKinds)[number]>[]
}

export const emptyDraft: TeacherDraft = {
  name: '',
  school: null,
  documentType: 'resident-identity-card',
  document: '',
  certificate: '',
  phone: '',
  phase: 'primary',
  subject: '',
  title: '',
  education: '',
  entryDate: '',
  frontLine: true,
  otherPosts: '',
  heldPosts: [],
  leaves: [],
}

/** The words of posts that have dates: they are not written a second time among the others. */
export type PostWord = (post: string) => string

export function draftOf(
  teacher: Teacher,
  known: readonly (typeof documentTypes)[number][],
  word: PostWord,
): TeacherDraft {
  const dated = new Set(teacher.heldPosts.map(({ post }) => word(post)))
  return {
    ...emptyDraft,
    name: teacher.name,
    school: { value: teacher.schoolId, label: teacher.schoolName },
    documentType: known.find((one) => one === teacher.documentType) ?? 'resident-identity-card',
    phase: teacher.phase,
    subject: teacher.subject,
    title: teacher.title ?? '',
    education: teacher.education ?? '',
    entryDate: teacher.entryDate ?? '',
    frontLine: teacher.frontLine,
    otherPosts: teacher.posts.filter((post) => !dated.has(post)).join('、'),
    heldPosts: teacher.heldPosts.map(({ post, from, to }) => ({ code: post, from, to: to ?? '' })),
    leaves: teacher.leaves.map(({ kind, from, to }) => ({ code: kind, from, to })),
  }
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** What the form says besides the numbers; posts held now come first, then those without dates. */
export function factsOf(draft: TeacherDraft, word: PostWord) {
  const held = draft.heldPosts.filter(({ to }) => to === '').map(({ code }) => word(code))
  const others = draft.otherPosts.split(/[\s、,，;；]+/).filter((one) => one !== '')
  return {
    name: draft.name.trim(),
    phase: draft.phase,
    subject: draft.subject.trim(),
    title: orNull(draft.title),
    education: orNull(draft.education),
    entryDate: orNull(draft.entryDate),
    frontLine: draft.frontLine,
    posts: [...new Set([...held, ...others])],
    heldPosts: draft.heldPosts.map(({ code, from, to }) => ({ post: code, from, to: orNull(to) })),
    leaves: draft.leaves.map(({ code, from, to }) => ({ kind: code, from, to })),
  }
}

/** Whether everything that must be there is. */
export function isWhole(draft: TeacherDraft, isNew: boolean): boolean {
  const spans = draft.heldPosts.every(({ from }) => from !== '') && draft.leaves.every(({ from, to }) => from && to)
  const required = [draft.name, draft.subject, ...(isNew ? [draft.document] : [])]
  return required.every((text) => text.trim() !== '') && draft.school !== null && spans
}
