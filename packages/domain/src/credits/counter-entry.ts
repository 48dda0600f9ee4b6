/** What a counter-entry changes of the entry that it takes back. */
type Reversible = {
  id: string
  state: string
  reverses: string | null
  evidence: unknown[]
  note: string | null
  reason: string | null
}

/**
 * The entry that takes another back: the same hours on the same day, confirmed, and naming what it reverses. Having the
 * day of what was wrong, it leaves every cycle, also one gone by, as if that had never been entered.
 */
export function counterEntryOf<Entry extends Reversible>(
  entry: Entry,
  { id, reason }: { id: string; reason: string },
): Entry & { state: 'confirmed'; reverses: string } {
  return { ...entry, id, state: 'confirmed', reverses: entry.id, evidence: [], note: null, reason }
}
