import { and, desc, eq, getTableColumns, gt, inArray, lt, lte, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications, notices, objections } from './schema/calls.ts'
import { files } from './schema/files.ts'
import { district } from './schema/house.ts'

const ID = sql.placeholder('id')
const TODAY = sql.placeholder('today')

export const noticeById = reading(build.select().from(notices).where(eq(notices.id, ID)))

/** A notice in a list: without its text and its items, which can be long. */
const card = {
  id: notices.id,
  callId: notices.callId,
  title: notices.title,
  state: notices.state,
  startsOn: notices.startsOn,
  endsOn: notices.endsOn,
  workingDays: notices.workingDays,
  openObjections: notices.openObjections,
  replaces: notices.replaces,
  settledAt: notices.settledAt,
  version: notices.version,
  createdAt: notices.createdAt,
  itemsTotal: sql<number>`json_array_length(${notices.items})`.as('items_total'),
}
export const noticePage = reading(
  build.select(card).from(notices).where(lt(notices.id, AFTER)).orderBy(desc(notices.id)).limit(LIMIT),
)

const begun = and(lt(notices.id, AFTER), lte(notices.startsOn, TODAY))
/** Notices that the public may see: those whose first day has come. */
export const noticesShown = reading(
  build.select(card).from(notices).where(begun).orderBy(desc(notices.id)).limit(LIMIT),
)
/** The same with their texts, for a feed. */
export const noticesFed = reading(build.select().from(notices).where(begun).orderBy(desc(notices.id)).limit(LIMIT))

/** The notice that stands in the place of a revoked one. */
export const noticeReplacing = reading(
  build.select({ id: notices.id, startsOn: notices.startsOn }).from(notices).where(eq(notices.replaces, ID)),
)
export const noticesDue = reading(
  build
    .select({ id: notices.id, version: notices.version })
    .from(notices)
    .where(and(eq(notices.state, 'standing'), lt(notices.endsOn, TODAY), eq(notices.openObjections, 0)))
    .limit(20),
)

const noticed = {
  id: applications.id,
  title: applications.title,
  version: applications.version,
  state: applications.state,
}
const among = (notice: ReturnType<typeof sql>) =>
  build
    .select(noticed)
    .from(applications)
    .where(
      inArray(
        applications.id,
        sql`(SELECT json_extract(value, '$.applicationId') FROM notices, json_each(notices.items) WHERE notices.id = ${notice})`,
      ),
    )
export const applicationsOfNotice = reading(among(sql`${ID}`))

/** Cards of the evidence of an objection as JSON: one read with the objection itself. */
const evidence = sql<string>`(SELECT json_group_array(json_object('id', files.id, 'name', files.name, 'mediaType', files.media_type, 'size', files.size, 'sha256', files.sha256)) FROM files WHERE files.owner = objections.id)`
/** Objections to a notice with their evidence, page by page, the oldest first. */
export const objectionsOf = reading(
  build
    .select({ ...getTableColumns(objections), evidence: evidence.as('evidence') })
    .from(objections)
    .where(and(eq(objections.noticeId, ID), gt(objections.id, AFTER)))
    .orderBy(objections.id)
    .limit(LIMIT),
)
export const objectionById = reading(build.select().from(objections).where(eq(objections.id, ID)))
export const objectionByReceipt = reading(
  build
    .select()
    .from(objections)
    .where(eq(objections.receipt, sql.placeholder('receipt'))),
)
const NOTICE_OF_OBJECTION = sql`(SELECT notice_id FROM objections WHERE objections.id = ${ID})`
export const noticeOfObjection = reading(build.select().from(notices).where(eq(notices.id, NOTICE_OF_OBJECTION)))
export const applicationsOfObjection = reading(among(NOTICE_OF_OBJECTION))

const NOTICE_OF_RECEIPT = sql`(SELECT notice_id FROM objections WHERE objections.receipt = ${sql.placeholder('receipt')})`
export const noticeOfReceipt = reading(build.select().from(notices).where(eq(notices.id, NOTICE_OF_RECEIPT)))
export const noticeReplacingOfReceipt = reading(
  build
    .select({ id: notices.id, startsOn: notices.startsOn })
    .from(notices)
    .where(eq(notices.replaces, NOTICE_OF_RECEIPT)),
)

export const evidenceOfReceipt = reading(
  build
    .select({ id: files.id })
    .from(files)
    .where(eq(files.owner, sql`(SELECT id FROM objections WHERE objections.receipt = ${sql.placeholder('receipt')})`)),
)

/** Since when the district is here: the age of a feed without entries. */
export const districtFounded = reading(build.select({ foundedAt: district.foundedAt }).from(district).limit(1))
