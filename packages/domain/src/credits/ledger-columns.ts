import type { CompiledPolicy, EntryClass } from './compile-policy.ts'
import { dayOf } from './day-number.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import { MOST_BASE } from './policy-line.ts'
import { baseHours, reversals, standingOf } from './standing.ts'
import { type TeacherDays, teacherDays } from './teacher-frame.ts'
import { rateOn } from './weighed-entry.ts'

/**
 * The ledgers of many teachers side by side, for one policy and one day: what does not stand on that day is left out.
 * The entries of teacher t are those from offsets[t] up to offsets[t + 1]: where caps in hours bind, in the order of
 * `weighEntries`, else as they were given: caps in credits alone come to the same sums in every order (`checkCaps`).
 */
export type LedgerColumns = {
  teachers: readonly TeacherDays[]
  /** Teachers of one number are alike but for the day of their entry into service. */
  profiles: Int32Array
  offsets: Int32Array
  days: Int32Array
  /** What each is worth by itself, after the caps of one entry: in base parts of an hour, and credits in 1/scale. */
  hours: Int32Array
  credits: Float64Array
  /** Credits in 1/scale per base part: a cap in hours takes them from its entry. */
  rates: Float64Array
  /** Numbers of `classList`. */
  classes: Int32Array
  /**
   * Numbers within one teacher, where a cap of the entry's class counts by project, else 0; an entry without a project has
   * one of its own.
   */
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

/** Numbers the projects of one teacher after another. */
function projectNumbers(): { next(): void; numberOf(project: string): number; most(): number } {
  const known = new Map<string, number>()
  let [given, most] = [0, 1]
  return {
    next() {
      known.clear()
      given = 0
    },
    numberOf(project) {
      const found = project === '' ? undefined : known.get(project)
      if (found !== undefined) return found
      if (project !== '') known.set(project, given)
      most = Math.max(most, given + 1)
      return given++
    },
    most: () => most,
  }
}

/** Orders entries as caps take them: the better rate first where that matters, then by day and id. */
function takenFirst(compiled: CompiledPolicy, teacher: TeacherDays): (a: CreditEntry, b: CreditEntry) => number {
  const rate = (entry: CreditEntry) =>
    compiled.byRate ? rateOn(compiled.classOf(entry), teacher, dayOf(entry.date)).rate : 0
  return (a, b) =>
    rate(b) - rate(a) || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
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
  const profiles = numbered<string>()
  const projects = projectNumbers()
  const byProject = (one: EntryClass) => one.groups.some((n) => compiled.caps[n]?.cap.per === 'project')
  const told: boolean[] = []
  const all = ledgers.reduce((sum, { entries }) => sum + entries.length, 0)
  const ints = () => new Int32Array(all)
  const rows = { days: ints(), hours: ints(), classes: ints(), projects: ints() }
  const [credits, rates] = [new Float64Array(all), new Float64Array(all)]
  const ordered = compiled.caps.some(({ cap }) => cap.unit === 'hours')
  const offsets = new Int32Array(ledgers.length + 1)
  let row = 0
  ledgers.forEach(({ entries }, t) => {
    const teacher = teachers[t] as TeacherDays
    const reversed = reversals(entries, asOf)
    const counted = entries.filter(
      (entry) => standingOf(compiled, entry, reversed, asOf) === 'stands' && compiled.classOf(entry).recognised,
    )
    if (ordered) counted.sort(takenFirst(compiled, teacher))
    projects.next()
    for (const entry of counted) {
      const one = compiled.classOf(entry)
      const number = classes.numberOf(one)
      const day = dayOf(entry.date)
      const rate = one.postRates.length === 0 ? one.rate : rateOn(one, teacher, day).rate
      const hours = Math.min(baseHours(compiled, entry), one.entryHours?.most ?? Number.POSITIVE_INFINITY)
      told[number] ??= byProject(one)
      rows.days[row] = day
      rows.hours[row] = hours
      credits[row] = Math.min(hours * rate, one.entryCredits?.most ?? Number.POSITIVE_INFINITY)
      rates[row] = rate
      rows.classes[row] = number
      rows.projects[row] = told[number] ? projects.numberOf(entry.project) : 0
      row++
    }
    offsets[t + 1] = row
  })
  return {
    teachers,
    profiles: Int32Array.from(ledgers, ({ teacher: { entryDate: _, ...alike } }) =>
      profiles.numberOf(JSON.stringify(alike)),
    ),
    offsets,
    days: rows.days.subarray(0, row),
    hours: rows.hours.subarray(0, row),
    credits: credits.subarray(0, row),
    rates: rates.subarray(0, row),
    classes: rows.classes.subarray(0, row),
    projects: rows.projects.subarray(0, row),
    projectCount: projects.most(),
    classList: classes.list,
  }
}
