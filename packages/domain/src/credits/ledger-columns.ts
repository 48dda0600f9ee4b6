import type { CompiledPolicy, EntryClass } from './compile-policy.ts'
import { dayOf } from './day-number.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import { MOST_BASE } from './policy-line.ts'
import { baseHours, reversals, standingOf } from './standing.ts'
import { type TeacherDays, teacherDays } from './teacher-frame.ts'
import { rateOn } from './weighed-entry.ts'

/**
 * The ledgers of many teachers side by side, for one policy and one day: what does not stand on that day is left out.
 * The entries of teacher t are those from offsets[t] up to offsets[t + 1]: the better rate first where caps in hours make
 * that matter, else class by class. The caps of a policy come to the same sums in every order (`checkCaps`).
 */
export type LedgerColumns = {
  teachers: readonly TeacherDays[]
  /** Teachers of one number are alike but for the day of their entry into service. */
  profiles: Int32Array
  offsets: Int32Array
  days: Int32Array
  /** In base parts of an hour. */
  hours: Int32Array
  /** Numbers of `classList`. */
  classes: Int32Array
  /** Numbers within one teacher; an entry without a project has one of its own. */
  projects: Int32Array
  /** One more than the largest of them. */
  projectCount: number
  classList: readonly EntryClass[]
}

/** Gives every distinct thing the next number. */
function numbered<T>(): { numberOf: (thing: T) => number; list: T[] } {
  const numbers = new Map<T, number>()
  const list: T[] = []
  const numberOf = (thing: T) => {
    const found = numbers.get(thing)
    if (found !== undefined) return found
    numbers.set(thing, list.length)
    return list.push(thing) - 1
  }
  return { numberOf, list }
}

/** Throws RangeError where versions with unlike minutes to an hour make the parts too fine for whole numbers of 32 bits. */
export function ledgerColumns(
  compiled: CompiledPolicy,
  ledgers: readonly { teacher: CreditTeacher; entries: readonly CreditEntry[] }[],
  asOf: string,
): LedgerColumns {
  if (compiled.base > MOST_BASE) throw new RangeError('hours are too finely divided')
  const teachers = ledgers.map(({ teacher }) => teacherDays(teacher))
  const classes = numbered<EntryClass>()
  let projectCount = 0
  const profiles = numbered<string>()
  const rows: { day: number; hours: number; class: number; project: number }[] = []
  const offsets = new Int32Array(ledgers.length + 1)
  ledgers.forEach(({ entries }, t) => {
    const teacher = teachers[t]
    if (!teacher) return
    const projects = numbered<string>()
    const reversed = reversals(entries, asOf)
    const standing = entries.flatMap((entry) => {
      const ofClass = compiled.classOf(entry)
      if (!ofClass.recognised || standingOf(compiled, entry, reversed, asOf) !== 'stands') return []
      const day = dayOf(entry.date)
      const number = classes.numberOf(ofClass)
      return [{ entry, day, number, rate: compiled.byRate ? rateOn(ofClass, teacher, day).rate : 0 }]
    })
    standing.sort(
      (a, b) => b.rate - a.rate || a.number - b.number || a.day - b.day || (a.entry.id < b.entry.id ? -1 : 1),
    )
    for (const { entry, day, number } of standing)
      rows.push({
        day,
        hours: baseHours(compiled, entry),
        class: number,
        project: projects.numberOf(entry.project === '' ? `#${entry.id}` : `p${entry.project}`),
      })
    projectCount = Math.max(projectCount, projects.list.length)
    offsets[t + 1] = rows.length
  })
  return {
    teachers,
    profiles: Int32Array.from(ledgers, ({ teacher: { entryDate: _, ...alike } }) =>
      profiles.numberOf(JSON.stringify(alike)),
    ),
    offsets,
    days: Int32Array.from(rows, ({ day }) => day),
    hours: Int32Array.from(rows, ({ hours }) => hours),
    classes: Int32Array.from(rows, (row) => row.class),
    projects: Int32Array.from(rows, ({ project }) => project),
    projectCount,
    classList: classes.list,
  }
}
