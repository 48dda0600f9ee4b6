import { and, desc, eq, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { applicationCard, ofExtension } from './calls.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications, calls, extensions } from './schema/calls.ts'

const { id, callId, unitId, state, title, number } = applications
const STATE = eq(state, sql.placeholder('state'))
const CALL = eq(callId, sql.placeholder('call'))
const UNIT = eq(unitId, sql.placeholder('unit'))

const cards = () =>
  build
    .select(applicationCard)
    .from(applications)
    .leftJoin(calls, eq(calls.id, callId))
    .leftJoin(extensions, ofExtension)

/** Newest first, by an index that carries every condition and then the id: nothing is read that is not shown. */
const newest = (...conditions: SQL[]) =>
  cards()
    .where(and(...conditions, lt(id, AFTER)))
    .orderBy(desc(id))
    .limit(LIMIT)

export const applicationPage = reading(newest())
export const applicationPageByState = reading(newest(STATE))
export const applicationPageOfCall = reading(newest(CALL))
export const applicationPageOfCallByState = reading(newest(CALL, STATE))
export const applicationPageOfUnit = reading(newest(UNIT))
export const applicationPageOfUnitByState = reading(newest(UNIT, STATE))
export const applicationPageOfUnitInCall = reading(newest(UNIT, CALL))
/** A unit has no more in one call than its quota and a few drafts: the state is looked at, not searched by (`+`). */
export const applicationPageOfUnitInCallByState = reading(
  newest(UNIT, CALL, sql`+${state} = ${sql.placeholder('state')}`),
)

const Q = sql.placeholder('q')
const TO = sql.placeholder('to')
const ID = sql.placeholder('id')
/** Where the page begins: the title of the last application shown, or the text itself; the key stays short. */
const PASSED = sql`coalesce((SELECT title FROM applications WHERE id = ${ID}), ${Q})`
/** Applications whose title begins with a text, in the order of titles. */
export const applicationsByTitle = reading(
  cards()
    .where(and(sql`(${title}, ${id}) > (${PASSED}, ${ID})`, lt(title, TO)))
    .orderBy(title, id)
    .limit(LIMIT),
)
/** Applications whose number begins with a text, in the order of numbers. A number is one application's own. */
export const applicationsByNumber = reading(
  cards()
    .where(and(isNotNull(number), sql`${number} >= ${Q}`, sql`${number} > ${AFTER}`, lt(number, TO)))
    .orderBy(number)
    .limit(LIMIT),
)
/** The same of one unit, newest first: its few rows are looked through. */
export const applicationsOfUnitByText = reading(
  newest(UNIT, sql`((+${title} >= ${Q} AND +${title} < ${TO}) OR (+${number} >= ${Q} AND +${number} < ${TO}))`),
)
