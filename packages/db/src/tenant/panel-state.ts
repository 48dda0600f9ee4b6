import { sql } from 'drizzle-orm'
import { panels, scoresheets } from './schema/quality.ts'

/**
 * Whether a sheet may be scored: its panel scores, or the sheet came after the conclusion: an accepted appeal asked for it, or it fills
 * the seat of one that a late conflict took away. (A panel is concluded only when all its sheets are in.)
 */
export const SHEET_PANEL_STATE = sql<
  'scoring' | 'concluded'
>`CASE WHEN EXISTS (SELECT 1 FROM appeals a WHERE a.sheet_id = ${scoresheets.id} AND a.state = 'accepted') OR (${scoresheets.replaces} IS NOT NULL AND ${scoresheets.state} IN ('assigned', 'declared')) THEN 'scoring' ELSE ${panels.state} END`

/** The same of a panel, as a condition with the panel's id as its one parameter. */
export const PANEL_SCORES =
  "SELECT state = 'scoring' OR EXISTS (SELECT 1 FROM scoresheets s JOIN appeals a ON a.sheet_id = s.id WHERE s.panel_id = panels.id AND s.seat = 'extra' AND a.state = 'accepted') OR EXISTS (SELECT 1 FROM scoresheets s WHERE s.panel_id = panels.id AND s.state IN ('assigned', 'declared') AND s.replaces IS NOT NULL) FROM panels WHERE id = ?"
