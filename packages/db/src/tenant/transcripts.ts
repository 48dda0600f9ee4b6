import { desc, eq, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { certificates } from './schema/credits.ts'
import { cohorts } from './schema/delivery.ts'
import { teachers } from './schema/roster.ts'
import { projects } from './schema/training.ts'

/** A teacher as a transcript is headed, with what policies ask of them. */
export const teacherOfTranscript = reading(
  build
    .select({
      id: teachers.id,
      name: teachers.name,
      schoolId: teachers.schoolId,
      schoolName: teachers.schoolName,
      documentTail: teachers.documentTail,
      phase: teachers.phase,
      subject: teachers.subject,
      title: teachers.title,
      education: teachers.education,
      entryDate: teachers.entryDate,
      posts: teachers.posts,
      heldPosts: teachers.heldPosts,
      leaves: teachers.leaves,
      state: teachers.state,
    })
    .from(teachers)
    .where(eq(teachers.id, sql.placeholder('id'))),
)

/** All certificates of a teacher, the newest first. */
export const certificatesOfTeacher = reading(
  build
    .select()
    .from(certificates)
    .where(eq(certificates.teacherId, sql.placeholder('teacherId')))
    .orderBy(desc(certificates.id))
    .limit(500),
)

/** Number of the project that a cohort belongs to. */
export const projectOfCohort = reading(
  build
    .select({ number: projects.number })
    .from(projects)
    .where(eq(projects.id, sql`(SELECT project_id FROM cohorts WHERE id = ${sql.placeholder('cohort')})`)),
)
/** Level of the cohort that a certificate is of, as a code: the paper carries it in words. */
export const levelOfCertificate = reading(
  build
    .select({ level: cohorts.level })
    .from(cohorts)
    .where(eq(cohorts.id, sql`(SELECT cohort_id FROM certificates WHERE id = ${sql.placeholder('id')})`)),
)
