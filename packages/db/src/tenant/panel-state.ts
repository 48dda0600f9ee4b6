import { sql } from 'drizzle-orm'
import { panels, scoresheets } from './schema/quality.ts'

/** Whether a sheet may be scored: its panel scores, or an accepted appeal asked for this very sheet after the panel was concluded. */
export const SHEET_PANEL_STATE = sql<
  'scoring' | 'concluded'
>`CASE WHEN EXISTS (SELECT 1 FROM appeals a WHERE a.sheet_id = ${scoresheets.id} AND a.state = 'accepted') THEN 'scoring' ELSE ${panels.state} END`

/** The same of a panel, as a condition with the panel's id as its one parameter. */
export const PANEL_SCORES =
  "SELECT state = 'scoring' OR EXISTS (SELECT 1 FROM scoresheets s JOIN appeals a ON a.sheet_id = s.id WHERE s.panel_id = panels.id AND s.seat = 'extra' AND a.state = 'accepted') FROM panels WHERE id = ?"
