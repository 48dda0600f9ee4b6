import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { certificates, issuances } from './schema/credits.ts'
import { enrolments } from './schema/delivery.ts'

const { id, cohortId, schoolId, unitId, teacherId, state, number, name } = certificates
const STATE = eq(state, sql.placeholder('state'))
const COHORT = eq(cohortId, sql.placeholder('cohort'))
const SCHOOL = eq(schoolId, sql.placeholder('school'))
const UNIT = eq(unitId, sql.placeholder('unit'))
const TEACHER = eq(teacherId, sql.placeholder('teacher'))
const Q = sql.placeholder('q')
const TO = sql.placeholder('to')
/** Looked at in rows that an index has found, not searched by (`+`); a null lets every row pass. */
const inState = sql`(${sql.placeholder('state')} IS NULL OR +${state} = ${sql.placeholder('state')})`
/** Of a school's teachers or of a unit's own cohorts. */
const ofUnit = sql`(${sql.placeholder('unit')} IS NULL OR +${schoolId} = ${sql.placeholder('unit')} OR +${unitId} = ${sql.placeholder('unit')})`
const begins = sql`((+${number} >= ${Q} AND +${number} < ${TO}) OR (+${name} >= ${Q} AND +${name} < ${TO}))`

export const certificateById = reading(
  build
    .select()
    .from(certificates)
    .where(eq(id, sql.placeholder('id'))),
)
export type CertificateRow = ReturnType<ReturnType<typeof certificateById>['decode']>

/** What a QR code names. */
export const certificateByCode = reading(
  build
    .select()
    .from(certificates)
    .where(eq(certificates.code, sql.placeholder('code'))),
)
/** The certificate that took the place of the one that a QR code names. */
export const successorByCode = reading(
  build
    .select()
    .from(certificates)
    .where(eq(id, sql`(SELECT superseded_by FROM certificates WHERE code = ${sql.placeholder('code')})`)),
)

/** Newest first, by an index that carries the first condition and then the id. */
const newest = (...conditions: SQL[]) =>
  build
    .select()
    .from(certificates)
    .where(and(...conditions, lt(id, AFTER)))
    .orderBy(desc(id))
    .limit(LIMIT)

export const certificatePage = reading(newest())
export const certificatePageByState = reading(newest(STATE))
export const certificatePageOfCohort = reading(newest(COHORT, ofUnit, inState, sql`(${Q} IS NULL OR ${begins})`))
export const certificatePageOfTeacher = reading(newest(TEACHER, ofUnit, inState))
export const certificatePageOfSchool = reading(newest(SCHOOL, inState))
export const certificatePageOfUnit = reading(newest(UNIT, inState))
export const certificatesOfSchoolByText = reading(newest(SCHOOL, begins, inState))
export const certificatesOfUnitByText = reading(newest(UNIT, begins, inState))

/** Certificates whose number begins with a text, in the order of numbers after (number, id). */
export const certificatesByNumber = reading(
  build
    .select()
    .from(certificates)
    .where(
      and(sql`(${number}, ${id}) > (${sql.placeholder('key')}, ${sql.placeholder('id')})`, lt(number, TO), inState),
    )
    .orderBy(number, id)
    .limit(LIMIT),
)
/** Certificates of people whose name begins with a text, in the order of names after (name, id). */
export const certificatesByName = reading(
  build
    .select()
    .from(certificates)
    .where(and(sql`(${name}, ${id}) > (${sql.placeholder('key')}, ${sql.placeholder('id')})`, lt(name, TO), inState))
    .orderBy(name, id)
    .limit(LIMIT),
)

export const issuanceOfCohort = reading(
  build
    .select()
    .from(issuances)
    .where(eq(issuances.cohortId, sql.placeholder('cohort'))),
)

/** Who completed a cohort and has never had a certificate of it: a revoked one is not issued again by itself. */
export const completedWithoutCertificate = reading(
  build
    .select({
      id: enrolments.id,
      teacherId: enrolments.teacherId,
      homeSlug: enrolments.homeSlug,
      name: enrolments.name,
      schoolId: enrolments.schoolId,
      schoolName: enrolments.schoolName,
      minutesAttended: enrolments.minutesAttended,
    })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.cohortId, sql.placeholder('cohort')),
        sql`+${enrolments.state} = 'completed'`,
        sql`NOT EXISTS (SELECT 1 FROM certificates c WHERE c.enrolment_id = ${enrolments.id})`,
      ),
    )
    .orderBy(enrolments.id),
)
export type CompletedRow = ReturnType<ReturnType<typeof completedWithoutCertificate>['decode']>
