import { and, asc, eq, getTableColumns, gt, inArray, isNull, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { LIMIT } from './paging.ts'
import { applications } from './schema/calls.ts'
import { panelExperts } from './schema/panels.ts'
import { evaluations, scoresheets } from './schema/quality.ts'
import { rankings } from './schema/rankings.ts'
import { experts } from './schema/roster.ts'

const PANEL = sql.placeholder('panel')
/** A conclusion of the panel by its number; 0 is the newest. */
const ROUND = sql`CASE ${sql.placeholder('round')} WHEN 0 THEN (SELECT round FROM panels WHERE panels.id = ${PANEL}) ELSE ${sql.placeholder('round')} END`

/** Rows of a ranking in its order, after the place `after` (0 before the first). */
export const rankingPage = reading(
  build
    .select(getTableColumns(rankings))
    .from(rankings)
    .where(
      and(eq(rankings.panelId, PANEL), eq(rankings.round, sql`${ROUND}`), gt(rankings.seq, sql.placeholder('after'))),
    )
    .orderBy(asc(rankings.seq))
    .limit(LIMIT),
)

/** Where every application stands in one conclusion, with the evaluation that explains it and its hash. */
export const standingsOfPanel = reading(
  build
    .select({
      seq: rankings.seq,
      applicationId: rankings.applicationId,
      title: rankings.title,
      unitName: rankings.unitName,
      official: rankings.official,
      place: rankings.place,
      seat: rankings.seat,
      evaluationId: rankings.evaluationId,
      sha256: sql<string | null>`(SELECT sha256 FROM evaluations WHERE evaluations.id = ${rankings.evaluationId})`.as(
        'sha256',
      ),
    })
    .from(rankings)
    .where(and(eq(rankings.panelId, PANEL), eq(rankings.round, sql`${ROUND}`)))
    .orderBy(asc(rankings.seq)),
)

/** The first place whose explanation is not written yet; explanations are written in the order of places. */
export const firstUnexplained = reading(
  build
    .select({ seq: rankings.seq })
    .from(rankings)
    .where(and(eq(rankings.panelId, PANEL), eq(rankings.round, sql`${ROUND}`), isNull(rankings.evaluationId)))
    .orderBy(asc(rankings.seq))
    .limit(1),
)

/** The panel of the first ranking that still lacks explanations, in whatever panel. */
export const panelToExplain = reading(
  build
    .select({ panelId: rankings.panelId, round: rankings.round })
    .from(rankings)
    .where(and(isNull(rankings.evaluationId), gt(rankings.panelId, '')))
    .orderBy(asc(rankings.panelId), asc(rankings.round), asc(rankings.seq))
    .limit(1),
)

/** The next rows to explain of a conclusion, with the evaluation of the same application in the conclusion before. */
export const rowsToExplain = reading(
  build
    .select({
      seq: rankings.seq,
      applicationId: rankings.applicationId,
      unitId: sql<string>`(SELECT unit_id FROM applications WHERE applications.id = ${rankings.applicationId})`.as(
        'unit_id',
      ),
      // qualified by hand: inside the subquery a bare column would be the inner table's own
      previousId: sql<
        string | null
      >`(SELECT b.evaluation_id FROM rankings b WHERE b.application_id = rankings.application_id AND b.panel_id = rankings.panel_id AND b.round = rankings.round - 1)`.as(
        'previous_id',
      ),
    })
    .from(rankings)
    .where(
      and(eq(rankings.panelId, PANEL), eq(rankings.round, sql.placeholder('round')), isNull(rankings.evaluationId)),
    )
    .orderBy(asc(rankings.seq))
    .limit(LIMIT),
)

/** The sealed sheets of a conclusion's next unexplained rows: those of the first `limit` of them. */
export const sheetsToExplain = reading(
  build
    .select({ applicationId: scoresheets.applicationId, expertId: scoresheets.expertId, scores: scoresheets.scores })
    .from(scoresheets)
    .where(
      and(
        eq(scoresheets.panelId, PANEL),
        eq(scoresheets.state, 'submitted'),
        inArray(
          scoresheets.applicationId,
          sql`(SELECT application_id FROM rankings WHERE panel_id = ${PANEL} AND round = ${sql.placeholder('round')} AND evaluation_id IS NULL ORDER BY seq LIMIT ${LIMIT})`,
        ),
      ),
    )
    .orderBy(asc(scoresheets.applicationId), asc(scoresheets.expertId)),
)

/** Hashes of evaluations by their ids (`ids`, JSON). */
export const hashesOfEvaluations = reading(
  build
    .select({ id: evaluations.id, sha256: evaluations.sha256 })
    .from(evaluations)
    .where(inArray(evaluations.id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)),
)

/** Every sealed sheet of a panel: what a conclusion is made from. */
export const sealedSheetsOfPanel = reading(
  build
    .select({
      applicationId: scoresheets.applicationId,
      expertId: scoresheets.expertId,
      scores: scoresheets.scores,
      seat: scoresheets.seat,
      version: scoresheets.version,
    })
    .from(scoresheets)
    .where(and(eq(scoresheets.panelId, PANEL), eq(scoresheets.state, 'submitted')))
    .orderBy(asc(scoresheets.id)),
)

/** The experts of a panel by name, with how many of their sheets were voided. */
export const ratersOfPanel = reading(
  build
    .select({ id: experts.id, name: experts.name, voided: panelExperts.voided })
    .from(panelExperts)
    .innerJoin(experts, eq(experts.id, panelExperts.expertId))
    .where(eq(panelExperts.panelId, PANEL)),
)

/** One item of the newest conclusion that went on to a notice or a decision, if there is any: then nothing is concluded again. */
export const wentOnOfPanel = reading(
  build
    .select({ id: applications.id })
    .from(rankings)
    .innerJoin(applications, eq(applications.id, rankings.applicationId))
    .where(
      and(
        eq(rankings.panelId, PANEL),
        eq(rankings.round, sql`(SELECT round FROM panels WHERE panels.id = ${PANEL})`),
        inArray(applications.state, ['noticed', 'approved', 'rejected']),
      ),
    )
    .orderBy(asc(rankings.seq))
    .limit(1),
)
