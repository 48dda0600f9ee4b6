import { and, desc, eq, gt, lt, lte, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { calls } from './schema/calls.ts'
import { chores, dispatches, robots } from './schema/robots.ts'

const ID = sql.placeholder('id')

export const robotPage = reading(
  build.select().from(robots).where(lt(robots.id, AFTER)).orderBy(desc(robots.id)).limit(LIMIT),
)
export const robotById = reading(build.select().from(robots).where(eq(robots.id, ID)))

export const dispatchById = reading(build.select().from(dispatches).where(eq(dispatches.id, ID)))

export const dispatchesOfRobot = reading(
  build
    .select()
    .from(dispatches)
    .where(and(eq(dispatches.robotId, sql.placeholder('robot')), lt(dispatches.id, AFTER)))
    .orderBy(desc(dispatches.id))
    .limit(LIMIT),
)

/** What is to be sent by now, with the robot that sends it and is on: the longest due first. */
export const dispatchesDue = reading(
  build
    .select({
      id: dispatches.id,
      robotId: dispatches.robotId,
      event: dispatches.event,
      title: dispatches.title,
      body: dispatches.body,
      state: dispatches.state,
      attempts: dispatches.attempts,
      version: dispatches.version,
      kind: robots.kind,
      name: robots.name,
      addressCipher: robots.addressCipher,
      secretCipher: robots.secretCipher,
    })
    .from(dispatches)
    .innerJoin(robots, eq(robots.id, dispatches.robotId))
    .where(
      and(
        eq(dispatches.state, sql`'waiting'`),
        lte(dispatches.nextAt, sql.placeholder('wall')),
        eq(robots.state, sql`'on'`),
      ),
    )
    .orderBy(dispatches.nextAt, dispatches.id)
    .limit(LIMIT),
)

export const choresDone = reading(build.select().from(chores).where(gt(chores.name, sql`''`)))

/** Open calls with the end of their window in a stretch of time, and what a reminder needs of them. */
export const callsClosing = reading(
  build
    .select({
      id: calls.id,
      title: calls.title,
      level: calls.level,
      closesAt: calls.closesAt,
      quotaPerUnit: calls.quotaPerUnit,
      unitKinds: calls.unitKinds,
      eligibility: calls.eligibility,
    })
    .from(calls)
    .where(
      and(
        eq(calls.state, sql`'open'`),
        gt(calls.closesAt, sql.placeholder('from')),
        lt(calls.closesAt, sql.placeholder('to')),
        lte(calls.opensAt, sql.placeholder('from')),
      ),
    )
    .orderBy(calls.id)
    .limit(50),
)

/** How many applications of a call are in, and how many of the reminded units have handed in none. */
export const handedIn = reading(
  build
    .select({
      submitted: sql<number>`(SELECT count(*) FROM applications AS a WHERE a.call_id = calls.id
        AND a.state NOT IN ('draft', 'withdrawn'))`.as('submitted'),
      missing: sql<number>`(SELECT count(*) FROM tasks AS t WHERE t.entity = calls.id AND t.done_at IS NULL
        AND t.kind = 'call.closing' AND NOT EXISTS (SELECT 1 FROM applications AS b
          WHERE b.unit_id = t.unit AND b.call_id = calls.id AND b.state NOT IN ('draft', 'withdrawn')))`.as('missing'),
    })
    .from(calls)
    .where(eq(calls.id, ID)),
)
