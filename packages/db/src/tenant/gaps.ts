import type { Disagreement } from '@shixun/domain/quality/rubrics/rubric'
import { type Statement, statement } from '../statement.ts'

type Item = { panelId: string; applicationId: string }

/** Counts the item's open gap into or out of its panel as its sealed sheets stand when the batch comes to this statement. */
function count({ panelId, applicationId }: Item, { gap, passLine }: Disagreement, by: 1 | -1): Statement {
  return statement(
    `UPDATE panels SET gaps_open = gaps_open + ?1 * (
       SELECT count(*) > 1 AND max(total) - min(total) >= ?2 AND max(total) >= ?3 AND total(seat = 'extra') = 0
         AND json_extract(panels.gap_waived, '$.' || ?4) IS NULL
       FROM scoresheets WHERE application_id = ?4 AND panel_id = ?5 AND state = 'submitted')
     WHERE id = ?5`,
    by,
    gap,
    passLine,
    applicationId,
    panelId,
  )
}

/** Before a sheet of the item is sealed, opened or voided, in the same batch as that. */
export function leaveGap(item: Item, rule: Disagreement): Statement {
  return count(item, rule, -1)
}

/** After it: together they keep `gaps_open` true by the sheets of this one item alone. */
export function enterGap(item: Item, rule: Disagreement): Statement {
  return count(item, rule, 1)
}
