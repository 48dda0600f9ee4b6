import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { experts, expertWords, schools } from './schema/roster.ts'

/** What narrows a list of experts; null lets everybody pass. `state` is that of the day `today`. */
export type ExpertFilters = { subject: string | null; phase: string | null; state: string | null; today: string }

export const expertById = reading(
  build
    .select()
    .from(experts)
    .where(eq(experts.id, sql.placeholder('id'))),
)
export const expertsByIds = reading(
  build
    .select()
    .from(experts)
    .where(inArray(experts.id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)),
)
/** Experts who bear one of these names, for the rows of an import that tell an expert by name and school. */
export const expertsByNames = reading(
  build
    .select({ name: experts.name, schoolId: experts.schoolId })
    .from(experts)
    .where(inArray(experts.name, sql`(SELECT value FROM json_each(${sql.placeholder('names')}))`)),
)

/** The schools that an expert's record names. */
export const schoolsOfExpert = reading(
  build
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(
      inArray(
        schools.id,
        sql`(SELECT school_id FROM experts WHERE experts.id = ${sql.placeholder('id')}
          UNION ALL SELECT json_each.value ->> 'schoolId' FROM experts AS e, json_each(e.past_schools) WHERE e.id = ${sql.placeholder('id')}
          UNION ALL SELECT json_each.value ->> 'unitId' FROM experts AS e, json_each(e.units) WHERE e.id = ${sql.placeholder('id')})`,
      ),
    ),
)

const TODAY = sql.placeholder('today')
const has = (column: SQL | typeof experts.subjects, name: string): SQL =>
  sql`(${sql.placeholder(name)} IS NULL OR EXISTS (SELECT 1 FROM json_each(${column}) WHERE json_each.value = ${sql.placeholder(name)}))`
/** As `standingOf` says it in the domain, of rows that an index has found. */
const STANDING = sql`CASE WHEN ${experts.leftOn} <= ${TODAY} THEN 'left'
  WHEN EXISTS (SELECT 1 FROM json_each(${experts.pauses})
    WHERE json_each.value ->> 'from' <= ${TODAY} AND coalesce(json_each.value ->> 'to', '9999') >= ${TODAY}) THEN 'paused'
  ELSE 'active' END`
const PASSING = [
  has(experts.subjects, 'subject'),
  has(sql`${experts.phases}`, 'phase'),
  sql`(${sql.placeholder('state')} IS NULL OR ${STANDING} = ${sql.placeholder('state')})`,
]

/** Experts, the newest first, of those that pass. */
export const expertPage = reading(
  build
    .select()
    .from(experts)
    .where(and(lt(experts.id, AFTER), ...PASSING))
    .orderBy(desc(experts.id))
    .limit(LIMIT),
)
/** An expert whole, for reads that join. */
export const WHOLE_EXPERT = {
  id: experts.id,
  name: experts.name,
  schoolId: experts.schoolId,
  subjects: experts.subjects,
  phases: experts.phases,
  pastSchools: experts.pastSchools,
  ties: experts.ties,
  title: experts.title,
  units: experts.units,
  pauses: experts.pauses,
  leftOn: experts.leftOn,
  version: experts.version,
  createdAt: experts.createdAt,
}
/** The same found by a subject, a phase, or the mark of those who paused or left. */
export const expertPageByWord = reading(
  build
    .select(WHOLE_EXPERT)
    .from(expertWords)
    .innerJoin(experts, eq(experts.id, expertWords.expertId))
    .where(
      and(
        eq(expertWords.kind, sql.placeholder('kind')),
        eq(expertWords.word, sql.placeholder('word')),
        lt(expertWords.expertId, AFTER),
        ...PASSING,
      ),
    )
    .orderBy(desc(expertWords.expertId))
    .limit(LIMIT),
)
/** Experts whose name begins with a prefix, in the order of names after the key (name, id). */
export const expertsByPrefixFiltered = reading(
  build
    .select()
    .from(experts)
    .where(
      and(
        sql`(${experts.name}, ${experts.id}) > (${sql.placeholder('name')}, ${sql.placeholder('id')}) AND ${experts.name} < ${sql.placeholder('to')}`,
        ...PASSING,
      ),
    )
    .orderBy(experts.name, experts.id)
    .limit(LIMIT),
)
/** Nobody is passed over. */
export const EVERY_EXPERT: ExpertFilters = { subject: null, phase: null, state: null, today: '' }
