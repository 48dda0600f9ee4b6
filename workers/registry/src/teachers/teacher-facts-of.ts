import type { TeacherFacts } from '@shixun/domain/teachers/teacher-facts'
import type { TeacherRow } from './teacher-rows.ts'

/** What stands in a roster of a teacher of whom only the required columns are known. */
const BLANK = {
  title: null,
  posts: [],
  entryDate: null,
  education: null,
  heldPosts: [],
  leaves: [],
  frontLine: true,
} satisfies Partial<TeacherFacts>

/** What a row makes of a teacher: what it leaves blank stays as it was. */
export function factsOfRow(
  row: TeacherRow,
  school: { id: string; name: string },
  before: TeacherFacts | null,
): TeacherFacts {
  const { title, posts, entryDate, education, heldPosts, leaves, frontLine } = before ?? BLANK
  return {
    ...{ title, posts, entryDate, education, heldPosts, leaves, frontLine },
    ...row.given,
    name: row.name,
    schoolId: school.id,
    schoolName: school.name,
    phase: row.phase,
    subject: row.subject,
  }
}

/** The facts of a row of the roster, without what is sealed. */
export function factsOfRecord(record: TeacherFacts): TeacherFacts {
  const {
    name,
    schoolId,
    schoolName,
    phase,
    subject,
    title,
    posts,
    entryDate,
    education,
    heldPosts,
    leaves,
    frontLine,
  } = record
  return {
    name,
    schoolId,
    schoolName,
    phase,
    subject,
    title,
    posts,
    entryDate,
    education,
    heldPosts,
    leaves,
    frontLine,
  }
}
