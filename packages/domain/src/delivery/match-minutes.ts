/** A row of a platform's list as a spreadsheet holds it. */
export type MinuteCells = Readonly<
  Partial<Record<'name' | 'school' | 'minutes', string | number | boolean | null | undefined>>
>
type Rejected = { row: number; column: string; problem: string; limit?: number }
type Person = { id: string; name: string; schoolName: string }

const textOf = (cell: MinuteCells[keyof MinuteCells]) => (cell ?? '').toString().trim()

function minutesIn(cell: MinuteCells['minutes'], most: number): number | Omit<Rejected, 'row'> {
  const text = textOf(cell)
  if (text === '') return { column: 'minutes', problem: 'required' }
  const minutes = Number(text)
  if (Number.isNaN(minutes)) return { column: 'minutes', problem: 'not_a_number' }
  if (!Number.isInteger(minutes)) return { column: 'minutes', problem: 'not_whole' }
  if (minutes < 0) return { column: 'minutes', problem: 'too_small', limit: 0 }
  return minutes > most ? { column: 'minutes', problem: 'too_large', limit: most } : minutes
}

function personIn<P extends Person>(name: string, school: string, roster: ReadonlyMap<string, readonly P[]>) {
  if (name === '') return { column: 'name', problem: 'required' }
  const namesakes = roster.get(name) ?? []
  if (namesakes.length === 0) return { column: 'name', problem: 'not_on_roster' }
  const among = school === '' ? namesakes : namesakes.filter(({ schoolName }) => schoolName === school)
  const [only, ...others] = among
  if (!only) return { column: 'school', problem: 'not_on_roster' }
  return others.length > 0 ? { column: 'school', problem: 'ambiguous_person' } : only
}

/**
 * Rows of a platform's list beside the roster of a cohort, told by name and, where names are shared, by school. `row` counts
 * from 1. Nobody is entered twice, nor for more than the session is worth.
 */
export function matchMinutes<P extends Person>(
  rows: readonly MinuteCells[],
  people: readonly P[],
  most: number,
): { sound: { person: P; minutes: number }[]; rejected: Rejected[] } {
  const roster = new Map<string, P[]>()
  for (const person of people) roster.set(person.name, [...(roster.get(person.name) ?? []), person])
  const sound: { person: P; minutes: number }[] = []
  const rejected: Rejected[] = []
  const seen = new Set<string>()
  rows.forEach((cells, n) => {
    const person = personIn(textOf(cells.name), textOf(cells.school), roster)
    const minutes = minutesIn(cells.minutes, most)
    if ('problem' in person) rejected.push({ row: n + 1, ...person })
    if (typeof minutes !== 'number') rejected.push({ row: n + 1, ...minutes })
    if ('problem' in person || typeof minutes !== 'number') return
    if (seen.has(person.id)) rejected.push({ row: n + 1, column: 'name', problem: 'duplicate' })
    else sound.push({ person, minutes })
    seen.add(person.id)
  })
  return { sound, rejected }
}
