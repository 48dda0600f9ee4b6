import { METHODS } from '@shixun/domain/calls/design/call'
import * as z from 'zod'
import { ConflictCard, DrawnExpert, SeatReason } from './panel-seats.ts'
import { Day, Id, Line } from './shapes.ts'

/** What a panel is formed from. `redraws`: why each earlier draw was not taken; `seed`: the one that the preview showed. */
export const PanelPlan = z.strictObject({
  callId: Id,
  expertIds: z.array(Id).min(1).max(200),
  size: z.int().min(1).max(15).optional(),
  dueOn: Day.nullable().optional(),
  redraws: z.array(Line(200)).max(5).optional(),
})

/** A draw that is only shown. */
export const PanelPreview = z.strictObject({
  callTitle: z.string(),
  rubric: z.strictObject({ id: Id, title: z.string() }),
  method: z.enum(METHODS),
  blindness: z.enum(['none', 'single', 'double']),
  size: z.int(),
  dueOn: z.string().nullable(),
  items: z.int(),
  seats: z.int(),
  seeds: z.array(z.strictObject({ seed: z.string(), reason: z.string().nullable() })),
  seed: z.string(),
  experts: z.array(DrawnExpert),
  /** Items that lack experts, all of them; a panel is formed only when there are none. */
  shortages: z.array(
    z.strictObject({ applicationId: Id, title: z.string(), unitName: z.string(), needed: z.int(), available: z.int() }),
  ),
  /** Experts of the library, not chosen, who would help most: how many of the short items each could take. */
  helpers: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      subjects: z.array(z.string()),
      phases: z.array(z.string()),
      fills: z.int(),
    }),
  ),
  /** Subjects for which no chosen expert is known, and how many items have them. */
  unmatched: z.array(z.strictObject({ subject: z.string(), items: z.int() })),
  /** The rows from `from` on, short ones first. */
  from: z.int(),
  rows: z.array(
    z.strictObject({
      applicationId: Id,
      title: z.string(),
      unitName: z.string(),
      subject: z.string().nullable(),
      phase: z.string().nullable(),
      short: z.boolean(),
      seats: z.array(z.strictObject({ expertId: Id, expertName: z.string(), why: SeatReason, because: z.string() })),
      barred: z.array(z.strictObject({ expertId: Id, expertName: z.string(), conflicts: z.array(ConflictCard) })),
    }),
  ),
})
