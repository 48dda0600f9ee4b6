import * as z from 'zod'

/** What is wrong with a cell: `row` counts from 1 in the rows as sent, `problem` is a key of FIELD_PROBLEMS. */
const Rejected = z.array(
  z.strictObject({ row: z.int(), column: z.string(), problem: z.string(), limit: z.int().optional() }),
)
export const Imported = z.strictObject({ accepted: z.int(), rejected: Rejected })

/** A cell as a spreadsheet holds it: a wrong one is told with its row and column and harms no other row. */
export const loose = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]).optional()
