import { and, eq, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { calls } from './schema/calls.ts'
import { panelsToCheck } from './schema/conflicts.ts'
import { panels } from './schema/quality.ts'

const PANEL = sql.placeholder('panel')
const bare = (column: string) => sql.raw(`lower(replace(replace(${column}, ' ', ''), '　', ''))`)

/** By what the experts of a panel may be met today: their names, schools, units in time and ties. */
const keys = (): SQL => sql`
  SELECT e.id AS owner, 'person/' || ${bare('e.name')} AS key, 'self' AS what, e.name AS name, NULL AS since, NULL AS until FROM e
  UNION ALL SELECT e.id, e.school_id, 'unit', '', NULL, NULL FROM e WHERE e.school_id IS NOT NULL
  UNION ALL SELECT e.id, json_extract(j.value, '$.schoolId'), 'unit', '', NULL, json_extract(j.value, '$.until') FROM e, json_each(e.past_schools) j
  UNION ALL SELECT e.id, json_extract(j.value, '$.unitId'), 'unit', json_extract(j.value, '$.name'), json_extract(j.value, '$.since'), json_extract(j.value, '$.until')
    FROM e, json_each(e.units) j WHERE json_extract(j.value, '$.unitId') IS NOT NULL`
const moreKeys = (): SQL => sql`
  SELECT e.id, 'unit/' || ${bare("json_extract(j.value, '$.name')")}, 'unit', json_extract(j.value, '$.name'),
      json_extract(j.value, '$.since'), json_extract(j.value, '$.until') FROM e, json_each(e.units) j WHERE json_extract(j.value, '$.name') <> ''
  UNION ALL SELECT e.id, 'person/' || ${bare("json_extract(j.value, '$.name')")}, json_extract(j.value, '$.kind'), json_extract(j.value, '$.name'),
      json_extract(j.value, '$.since'), json_extract(j.value, '$.until') FROM e, json_each(e.ties) j`

/** The applications where those keys lead. */
const met = (): SQL => sql`
  SELECT a.id AS application_id, 'unit' AS via, k.* FROM k CROSS JOIN applications a ON a.unit_id = k.key WHERE k.what = 'unit'
  UNION ALL SELECT p.application_id, 'unit', k.* FROM k CROSS JOIN parties p ON p.key = k.key WHERE k.what = 'unit'
  UNION ALL SELECT p.application_id, 'people_unit', k.* FROM k CROSS JOIN parties p ON p.key = 'of/' || substr(k.key, 6)
    WHERE k.what = 'unit' AND k.key LIKE 'unit/%'
  UNION ALL SELECT p.application_id, 'people', k.* FROM k CROSS JOIN parties p ON p.key = k.key WHERE k.what <> 'unit'`

/**
 * Sheets of a panel that still count and whose expert, as known today, meets a party of the item: by what. Whether it binds is for
 * the rules. Parameters: panel.
 */
export const sheetsMetInPanel = reading(
  build
    .select({
      sheetId: sql<string>`s.id`.as('sheet_id'),
      sheetVersion: sql<number>`s.version`.as('sheet_version'),
      state: sql<'assigned' | 'declared' | 'submitted'>`s.state`.as('state'),
      sealedAt: sql<string | null>`s.sealed_at`.as('sealed_at'),
      conflicts: sql<string>`s.conflicts`.as('conflicts'),
      expertId: sql<string>`s.expert_id`.as('expert_id'),
      applicationId: sql<string>`s.application_id`.as('application_id'),
      via: sql<'unit' | 'people' | 'people_unit'>`m.via`.as('via'),
      key: sql<string>`m.key`.as('key'),
      what: sql<'unit' | 'self' | 'kin' | 'mentor' | 'coworker'>`m.what`.as('what'),
      name: sql<string>`m.name`.as('name'),
      since: sql<string | null>`m.since`.as('since'),
      until: sql<string | null>`m.until`.as('until'),
      expertName: sql<string>`(SELECT name FROM experts WHERE id = s.expert_id)`.as('expert_name'),
      title: sql<string>`a.title`.as('title'),
      unitName: sql<string>`a.unit_name`.as('unit_name'),
    })
    .from(
      sql`(WITH e AS (SELECT * FROM experts WHERE id IN (SELECT expert_id FROM panel_experts WHERE panel_id = ${PANEL})),
        named AS (${keys()}), k AS MATERIALIZED (SELECT * FROM named UNION ALL SELECT * FROM (${moreKeys()})) ${met()}) AS m
      CROSS JOIN scoresheets s ON s.panel_id = ${PANEL} AND s.application_id = m.application_id AND s.expert_id = m.owner
      CROSS JOIN applications a ON a.id = s.application_id`,
    )
    .where(sql`s.state IN ('assigned', 'declared', 'submitted')`)
    .orderBy(sql`s.id`),
)
export type MetSheetRow = ReturnType<ReturnType<typeof sheetsMetInPanel>['decode']>

/** The next panel that is to be checked again, if any. */
export const panelToCheck = reading(
  build
    .select({ panelId: panelsToCheck.panelId, title: calls.title })
    .from(panelsToCheck)
    // in this order, whatever the planner thinks of the size of the queue
    .crossJoin(panels)
    .crossJoin(calls)
    .where(and(eq(panels.id, panelsToCheck.panelId), eq(calls.id, panels.callId)))
    .orderBy(panelsToCheck.panelId)
    .limit(1),
)
