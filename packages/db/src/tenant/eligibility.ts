import { and, eq, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { ethicsRecords } from './schema/ethics.ts'
import { providers, schools } from './schema/roster.ts'

const UNIT = sql`${sql.placeholder('unit')}`
/** The unit of an application, of which a verb knows no more than the id before its batch. */
const UNIT_OF_APPLICATION = sql`(SELECT unit_id FROM applications WHERE applications.id = ${sql.placeholder('id')})`

const schoolFacts = (unit: SQL) => build.select({ phase: schools.phase }).from(schools).where(eq(schools.id, unit))
const providerFacts = (unit: SQL) =>
  build.select({ periods: providers.periods }).from(providers).where(eq(providers.id, unit))
const failingRecords = (unit: SQL) =>
  build
    .select({
      subjectKind: ethicsRecords.subjectKind,
      name: ethicsRecords.name,
      result: ethicsRecords.result,
      until: ethicsRecords.until,
    })
    .from(ethicsRecords)
    .where(and(eq(ethicsRecords.unitId, unit), eq(ethicsRecords.state, 'standing'), eq(ethicsRecords.result, 'fail')))

export const schoolFactsOfUnit = reading(schoolFacts(UNIT))
export const providerFactsOfUnit = reading(providerFacts(UNIT))
export const failingRecordsOfUnit = reading(failingRecords(UNIT))
export const schoolFactsOfApplication = reading(schoolFacts(UNIT_OF_APPLICATION))
export const providerFactsOfApplication = reading(providerFacts(UNIT_OF_APPLICATION))
export const failingRecordsOfApplication = reading(failingRecords(UNIT_OF_APPLICATION))
