import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { WHOLE_EXPERT } from './experts.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications, callForms, calls } from './schema/calls.ts'
import { panelExperts } from './schema/panels.ts'
import { panels, rubrics, scoresheets } from './schema/quality.ts'
import { experts } from './schema/roster.ts'

const PANEL = sql.placeholder('panel')
const CALL_OF_PANEL = sql`(SELECT call_id FROM panels WHERE panels.id = ${PANEL})`

const GIVEN_UP = sql`${scoresheets.state} IN ('recused', 'voided') AND ${scoresheets.version} > 1`
const NOT_FILLED = sql`NOT EXISTS (SELECT 1 FROM scoresheets AS r WHERE r.replaces = ${scoresheets.id})`
const UNFINISHED = sql`${scoresheets.state} IN ('assigned', 'declared')`
const BARRED = sql`${scoresheets.state} = 'recused' AND ${scoresheets.version} = 1`
/** Applications by their ids (`ids`), of one sheet, of an expert's unsealed sheets (`of`), of the seats left empty (`open` 1). */
const IDS = sql`(SELECT value FROM json_each(${sql.placeholder('ids')})
  UNION ALL SELECT application_id FROM scoresheets WHERE scoresheets.id = ${sql.placeholder('sheet')} AND panel_id = ${PANEL}
  UNION ALL SELECT application_id FROM scoresheets WHERE panel_id = ${PANEL} AND expert_id = ${sql.placeholder('of')} AND ${UNFINISHED}
  UNION ALL SELECT application_id FROM scoresheets WHERE ${sql.placeholder('open')} AND panel_id = ${PANEL} AND ${GIVEN_UP} AND ${NOT_FILLED})`

export const panelExists = reading(build.select({ id: panels.id }).from(panels).where(eq(panels.id, PANEL)))
/** What a change of seats needs of its panel; `gap` and `passLine` are the rubric's rule of disagreement. */
export const panelInHand = reading(
  build
    .select({
      id: panels.id,
      callId: panels.callId,
      callTitle: sql<string>`${calls.title}`.as('call_title'),
      state: panels.state,
      size: panels.size,
      seed: panels.seed,
      dueOn: panels.dueOn,
      gapsOpen: panels.gapsOpen,
      gapWaived: panels.gapWaived,
      gap: sql<number>`json_extract(${rubrics.body}, '$.disagreement.gap')`.as('gap'),
      passLine: sql<number>`json_extract(${rubrics.body}, '$.disagreement.passLine')`.as('pass_line'),
      version: panels.version,
    })
    .from(panels)
    .innerJoin(calls, eq(calls.id, panels.callId))
    .innerJoin(rubrics, eq(rubrics.id, panels.rubricId))
    .where(eq(panels.id, PANEL)),
)
/** The draw as the panel keeps it; null of a panel formed before draws were kept. */
export const drawOfPanel = reading(
  build
    .select({ callId: panels.callId, seed: panels.seed, draw: panels.draw })
    .from(panels)
    .where(eq(panels.id, PANEL)),
)
export const rubricTitle = reading(
  build
    .select({ id: rubrics.id, title: rubrics.title })
    .from(rubrics)
    .where(eq(rubrics.id, sql`(SELECT rubric_id FROM calls WHERE calls.id = ${sql.placeholder('call')})`)),
)
/** The forms, in all their numbers, of the call that a panel reviews. */
export const formsOfPanel = reading(
  build.select().from(callForms).where(eq(callForms.callId, CALL_OF_PANEL)).orderBy(callForms.no),
)

const drawnItem = {
  id: applications.id,
  title: applications.title,
  unitId: applications.unitId,
  unitName: applications.unitName,
  state: applications.state,
  formNo: applications.formNo,
  formValues: applications.formValues,
  version: applications.version,
}
/** What waits for review in a call, by slices: a call of thousands would not fit one answer. */
export const screenedSlice = reading(
  build
    .select(drawnItem)
    .from(applications)
    .where(
      and(
        eq(applications.callId, sql.placeholder('call')),
        eq(applications.state, 'screened'),
        gt(applications.id, AFTER),
      ),
    )
    .orderBy(asc(applications.id))
    .limit(LIMIT),
)
/** Applications of a panel by their ids, as a draw looks at them. */
export const drawnItems = reading(
  build
    .select(drawnItem)
    .from(applications)
    .where(and(inArray(applications.id, IDS), eq(applications.callId, CALL_OF_PANEL))),
)

const seatRow = {
  id: scoresheets.id,
  panelId: scoresheets.panelId,
  applicationId: scoresheets.applicationId,
  expertId: scoresheets.expertId,
  state: scoresheets.state,
  seat: scoresheets.seat,
  replaces: scoresheets.replaces,
  total: scoresheets.total,
  version: scoresheets.version,
}
/** Everybody who sits, sat or was barred on some items of a panel. */
export const seatsOfItems = reading(
  build
    .select(seatRow)
    .from(scoresheets)
    .where(and(eq(scoresheets.panelId, PANEL), inArray(scoresheets.applicationId, IDS)))
    .orderBy(scoresheets.applicationId, scoresheets.expertId),
)
/** The sealed sheets of one item. */
export const sealedTotals = reading(
  build
    .select({ seat: scoresheets.seat, total: scoresheets.total })
    .from(scoresheets)
    .where(
      and(
        eq(scoresheets.panelId, PANEL),
        eq(scoresheets.applicationId, sql.placeholder('application')),
        eq(scoresheets.state, 'submitted'),
      ),
    ),
)
/** Those who were seated at the draw, and those who took a seat later. */
export const drawnSeats = reading(
  build
    .select({ item: scoresheets.applicationId, expert: scoresheets.expertId })
    .from(scoresheets)
    .where(
      and(
        eq(scoresheets.panelId, PANEL),
        sql`${scoresheets.replaces} IS NULL AND ${scoresheets.seat} = 'regular' AND NOT (${BARRED})`,
      ),
    ),
)

const seatPage = (...conditions: SQL[]) =>
  build
    .select({
      ...seatRow,
      title: applications.title,
      unitName: applications.unitName,
      expertName: sql<string>`${experts.name}`.as('expert_name'),
      replacedBy: sql<string | null>`(SELECT r.id FROM scoresheets AS r WHERE r.replaces = ${scoresheets.id})`.as(
        'replaced_by',
      ),
      why: scoresheets.why,
      conflicts: scoresheets.conflicts,
      sealedAt: scoresheets.sealedAt,
      dueOn: sql<string | null>`(SELECT due_on FROM panels WHERE panels.id = ${scoresheets.panelId})`.as('due_on'),
    })
    .from(scoresheets)
    .innerJoin(experts, eq(experts.id, scoresheets.expertId))
    .innerJoin(applications, eq(applications.id, scoresheets.applicationId))
    .where(and(eq(scoresheets.panelId, PANEL), ...conditions))
    .orderBy(scoresheets.applicationId, scoresheets.expertId)
    .limit(LIMIT)
const ITEM = sql.placeholder('item')
const EXPERT = sql.placeholder('expert')
const FROM_KEY = sql`(${scoresheets.applicationId}, ${scoresheets.expertId}) > (${ITEM}, ${EXPERT})`
const ONE_EXPERT = eq(scoresheets.expertId, sql.placeholder('of'))
/** An item of which the sealed sheets lie too far apart and that nobody has settled (`db/tenant/gaps`). */
const GAP_OPEN = sql`${scoresheets.applicationId} IN (
  SELECT g.application_id FROM scoresheets AS g
  JOIN panels AS p ON p.id = g.panel_id JOIN rubrics AS u ON u.id = p.rubric_id
  WHERE g.panel_id = ${PANEL} AND g.state = 'submitted'
  GROUP BY g.application_id
  HAVING count(*) > 1 AND max(g.total) - min(g.total) >= json_extract(u.body, '$.disagreement.gap')
    AND max(g.total) >= json_extract(u.body, '$.disagreement.passLine') AND total(g.seat = 'extra') = 0
    AND json_extract(p.gap_waived, '$.' || g.application_id) IS NULL)`

/** Seats of a panel after the key (item, expert), by what is asked for. */
export const seatPages = {
  all: reading(seatPage(FROM_KEY, sql`NOT (${BARRED})`)),
  open: reading(seatPage(FROM_KEY, GIVEN_UP, NOT_FILLED)),
  unfinished: reading(seatPage(FROM_KEY, UNFINISHED)),
  gaps: reading(seatPage(FROM_KEY, GAP_OPEN, sql`NOT (${BARRED})`)),
  barred: reading(seatPage(FROM_KEY, BARRED)),
}
export type SeatsShown = keyof typeof seatPages
/** The same of one expert: nothing is passed over but what is not asked for. */
export const seatPagesOfExpert = {
  all: reading(seatPage(ONE_EXPERT, gt(scoresheets.applicationId, ITEM), sql`NOT (${BARRED})`)),
  open: reading(seatPage(ONE_EXPERT, gt(scoresheets.applicationId, ITEM), GIVEN_UP, NOT_FILLED)),
  unfinished: reading(seatPage(ONE_EXPERT, gt(scoresheets.applicationId, ITEM), UNFINISHED)),
  gaps: reading(seatPage(ONE_EXPERT, gt(scoresheets.applicationId, ITEM), GAP_OPEN, sql`NOT (${BARRED})`)),
  barred: reading(seatPage(ONE_EXPERT, gt(scoresheets.applicationId, ITEM), BARRED)),
}
/** Everybody on one item, those barred too. */
export const seatsOfItem = reading(
  seatPage(eq(scoresheets.applicationId, sql.placeholder('application')), sql`${scoresheets.expertId} > ${EXPERT}`),
)

const share = {
  panelId: panelExperts.panelId,
  expertId: panelExperts.expertId,
  assigned: panelExperts.assigned,
  declared: panelExperts.declared,
  submitted: panelExperts.submitted,
  recused: panelExperts.recused,
  replaced: panelExperts.replaced,
  voided: panelExperts.voided,
  barred: panelExperts.barred,
  late: panelExperts.late,
  lastAt: panelExperts.lastAt,
  remindedAt: panelExperts.remindedAt,
}
const EXPERT_ID = sql<string>`${panelExperts.expertId}`.as('id')
/** How far each expert of a panel is. */
export const panelExpertPage = reading(
  build
    .select({
      id: EXPERT_ID,
      ...share,
      name: experts.name,
      subjects: experts.subjects,
      phases: experts.phases,
      dueOn: sql<string | null>`(SELECT due_on FROM panels WHERE panels.id = ${panelExperts.panelId})`.as('due_on'),
    })
    .from(panelExperts)
    .innerJoin(experts, eq(experts.id, panelExperts.expertId))
    .where(and(eq(panelExperts.panelId, PANEL), lt(panelExperts.expertId, AFTER)))
    .orderBy(desc(panelExperts.expertId))
    .limit(LIMIT),
)
/** Those of a panel who have sheets unsealed. */
export const expertsUnfinished = reading(
  build
    .select({ ...share, name: experts.name })
    .from(panelExperts)
    .innerJoin(experts, eq(experts.id, panelExperts.expertId))
    .where(and(eq(panelExperts.panelId, PANEL), sql`${panelExperts.assigned} + ${panelExperts.declared} > 0`))
    .orderBy(panelExperts.expertId),
)
/** The experts of a panel whole, with what each carries there. */
export const poolOfPanel = reading(
  build
    .select({
      ...WHOLE_EXPERT,
      load: sql<number>`${panelExperts.assigned} + ${panelExperts.declared} + ${panelExperts.submitted}`.as('load'),
    })
    .from(panelExperts)
    .innerJoin(experts, eq(experts.id, panelExperts.expertId))
    .where(eq(panelExperts.panelId, PANEL)),
)
/** The panels of an expert, newest first. */
export const expertPanelPage = reading(
  build
    .select({
      id: sql<string>`${panels.id}`.as('id'),
      callTitle: sql<string>`${calls.title}`.as('call_title'),
      panelState: sql<'scoring' | 'concluded'>`${panels.state}`.as('panel_state'),
      dueOn: panels.dueOn,
      createdAt: panels.createdAt,
      /** JSON of how this expert scored, as the newest conclusion found it; null before one. */
      figures: sql<
        string | null
      >`(SELECT value FROM json_each(${panels.result}, '$.raters') WHERE json_extract(value, '$.rater') = ${EXPERT})`.as(
        'figures',
      ),
      calibrated: sql<number | null>`json_extract(${panels.result}, '$.calibrated')`.as('calibrated'),
      ...share,
    })
    .from(panelExperts)
    .innerJoin(panels, eq(panels.id, panelExperts.panelId))
    .innerJoin(calls, eq(calls.id, panels.callId))
    .where(and(eq(panelExperts.expertId, EXPERT), lt(panelExperts.panelId, AFTER)))
    .orderBy(desc(panelExperts.panelId))
    .limit(LIMIT),
)
/** Panels that still score and whose sheets are due by a day; a bureau has few that score at once. */
export const panelsDue = reading(
  build
    .select({
      id: panels.id,
      callTitle: sql<string>`${calls.title}`.as('call_title'),
      dueOn: sql<string>`${panels.dueOn}`.as('due_on'),
    })
    .from(panels)
    .innerJoin(calls, eq(calls.id, panels.callId))
    .where(
      and(
        eq(panels.state, 'scoring'),
        sql`${panels.dueOn} BETWEEN ${sql.placeholder('from')} AND ${sql.placeholder('to')}`,
      ),
    )
    .limit(LIMIT),
)
