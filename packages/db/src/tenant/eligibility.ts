import { and, eq, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { ethicsRecords } from './schema/ethics.ts'
import { providers, schools } from './schema/roster.ts'

/** What the rosters and the ethics records say of one unit; a unit that is no school is no row of `schools`. */
function factsOf(unit: SQL) {
  return {
    school: reading(build.select({ phase: schools.phase }).from(schools).where(eq(schools.id, unit))),
    provider: reading(
      build
        .select({
          levels: providers.levels,
          accreditedFrom: providers.accreditedFrom,
          accreditedTo: providers.accreditedTo,
        })
        .from(providers)
        .where(eq(providers.id, unit)),
    ),
    failing: reading(
      build
        .select({
          subjectKind: ethicsRecords.subjectKind,
          name: ethicsRecords.name,
          result: ethicsRecords.result,
          until: ethicsRecords.until,
        })
        .from(ethicsRecords)
        .where(
          and(eq(ethicsRecords.unitId, unit), eq(ethicsRecords.state, 'standing'), eq(ethicsRecords.result, 'fail')),
        ),
    ),
  }
}

const ofUnit = factsOf(sql`${sql.placeholder('unit')}`)
const ofApplication = factsOf(sql`(SELECT unit_id FROM applications WHERE applications.id = ${sql.placeholder('id')})`)

export const schoolFactsOfUnit = ofUnit.school
export const providerFactsOfUnit = ofUnit.provider
export const failingRecordsOfUnit = ofUnit.failing
export const schoolFactsOfApplication = ofApplication.school
export const providerFactsOfApplication = ofApplication.provider
export const failingRecordsOfApplication = ofApplication.failing
