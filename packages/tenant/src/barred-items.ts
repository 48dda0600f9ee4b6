import { type MeetingRow, MOST_MEETINGS } from '@shixun/db/tenant/conflicts'
import { type Conflict, eachRuleOnce, judgeMeeting, type Meeting } from '@shixun/domain/quality/conflicts/conflict'
import {
  type BoundRole,
  type ConflictRules,
  DEFAULT_CONFLICT_RULES,
} from '@shixun/domain/quality/conflicts/conflict-rules'

/** The items from which somebody has to step aside, and why; `applications` are those behind them. */
export type BarredItems = {
  /** Barred from nothing: what is read needs no second look. */
  none: boolean
  /** Conflicts with an item by its id: an application, or what carries its content (project, listing, nomination, panel). */
  against(id: string): readonly Conflict[]
  /** Conflicts with any application of a call on which decisions are still to come. */
  inCall(callId: string): readonly Conflict[]
  applications: ReadonlyMap<string, readonly Conflict[]>
}

/** States of an application in which decisions of the bureau still wait. */
const UNDECIDED = ['submitted', 'returned', 'screened', 'in_review', 'ranked', 'noticed']
const TOO_MANY: readonly Conflict[] = [{ rule: 'declared', detail: '利益关系涉及的申报过多，较早的一律回避' }]

/** The bureau's rules as a setting keeps them; what it did not set stands at the default. */
export function conflictRulesOf(value: string | null | undefined): ConflictRules {
  const own = value ? (JSON.parse(value) as Partial<ConflictRules> | null) : null
  return { ...DEFAULT_CONFLICT_RULES, ...own }
}

function meetingOf({ via, key, what, name, since, until }: MeetingRow): Meeting {
  if (via === 'enrolled' || via === 'teaching') return { by: via }
  // a declaration comes with its words in the place of a name
  if (via === 'declared') return { by: 'declared', detail: name }
  return { by: 'key', via, met: { key, what, name, since, until } }
}

function added(map: Map<string, Conflict[]>, id: string, found: readonly Conflict[]): void {
  map.set(id, eachRuleOnce([...(map.get(id) ?? []), ...found]))
}

/** The meetings of a person's interests as what they are barred from today, in the role under which they act. */
export function barredItems(rows: readonly MeetingRow[], role: BoundRole, today: string): BarredItems {
  const items = new Map<string, Conflict[]>()
  const calls = new Map<string, Conflict[]>()
  const applications = new Map<string, Conflict[]>()
  const rules = conflictRulesOf(rows[0]?.rules)
  for (const row of rows) {
    const found = judgeMeeting(meetingOf(row), rules, today).filter(
      ({ rule }) => rule === 'declared' || rules[role].includes(rule),
    )
    if (found.length === 0) continue
    added(applications, row.applicationId, found)
    for (const id of [row.applicationId, ...(JSON.parse(row.kindred) as string[])]) added(items, id, found)
    if (row.callId !== null && UNDECIDED.includes(row.state)) added(calls, row.callId, found)
  }
  const oldest = rows.length < MOST_MEETINGS ? '' : (rows.at(-1)?.applicationId.slice(4) ?? '')
  return {
    none: items.size === 0 && oldest === '',
    against: (id) => items.get(id) ?? (oldest !== '' && id.slice(4) < oldest ? TOO_MANY : []),
    inCall: (id) => calls.get(id) ?? [],
    applications,
  }
}
