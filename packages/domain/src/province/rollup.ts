import { canonicalJson } from '../quality/canonical-json.ts'
import type { ProjectFigures } from '../training/figures.ts'
import { controlDisclosure } from './disclosure-control.ts'
import type { DisclosureRefusal, DisclosureRelease, ReleasedCell } from './disclosure-release.ts'
import { type FeedRecord, recordKey } from './feed-line.ts'
import { type Members, membersOf, personCells, personDesign, reportedPlaces } from './person-cells.ts'
import { personObservations } from './person-observations.ts'
import { applicationCounts, projectCounts } from './project-counts.ts'
import { publicFacts } from './public-facts.ts'

/** A project as far as the feed may know it; `year` is that of its approval in China. */
export type FeedProject = {
  id: string
  kind: string
  unitId: string
  unitName: string
  level: string
  title: string
  number: string
  state: string
  band: string | null
  year: string
  figures: ProjectFigures
}
export type FeedListing = { number: string | null; title: string; originName: string; state: string }

type Said = Record<string, { rev: number; text: string }>

/**
 * What the district remembers of one release, exact figures included: it never leaves. `observations` are those of the
 * release's month and `facts` all that stand, by record key, with the revision last sent.
 */
export type ReleaseMemory = {
  id: string
  period: string
  epoch: number
  cells: [string, ReleasedCell][]
  members: Record<string, Members>
  observations: Said
  facts: Said
}

type RollupInput = {
  /** `YYYY-MM`. */
  period: string
  /** Unlike any earlier one. */
  release: string
  epoch: number
  projects: readonly FeedProject[]
  applications: readonly { state: string; n: number }[]
  listings: readonly FeedListing[]
  /** Every earlier release from January of the year before on, oldest first. */
  earlier: readonly ReleaseMemory[]
}

/** `records` are what this release adds to what was said before; `withheld` says why the persons are left out, if so. */
type Rollup = { records: FeedRecord[]; memory: ReleaseMemory; withheld: DisclosureRefusal | null }

/** The years whose projects a month counts: its own and the one before. */
export function yearsOf(period: string): [string, string] {
  const year = period.slice(0, 4)
  return [String(Number(year) - 1), year]
}

/**
 * One month of a district as records. What disclosure control cannot make safe is left out of the release and read as
 * missing; counts of projects and public facts go out all the same.
 */
export function rollUp(input: RollupInput): Rollup {
  const { period, release: id, epoch, earlier } = input
  const years = yearsOf(period)
  const projects = input.projects.filter(({ year }) => years.includes(year))
  const releases = earlier.map((memory): DisclosureRelease => ({ id: memory.id, cells: new Map(memory.cells) }))
  const controlled = controlDisclosure({
    design: personDesign(years, [...new Set(projects.map(({ level }) => level))].sort()),
    release: id,
    cells: personCells(projects, { releases, members: new Map(earlier.map((each) => [each.id, each.members])) }),
    earlier: releases,
  })
  const persons = controlled.ok ? personObservations(controlled.value.cells, reportedPlaces(projects), period) : []
  const counts = [...projectCounts(projects, period), ...applicationCounts(input.applications, period)]
  const before = earlier.findLast((memory) => memory.epoch === epoch)
  const observations = sayAgain([...counts, ...persons], before?.period === period ? before.observations : {}, period)
  const facts = sayAgain(publicFacts(input.projects, input.listings, period), before?.facts ?? {}, period)
  return {
    records: [...observations.records, ...facts.records],
    memory: {
      id,
      period,
      epoch,
      cells: controlled.ok ? [...controlled.value.record.cells] : [],
      members: Object.fromEntries(projects.map((project) => [project.id, membersOf(project)])),
      observations: observations.said,
      facts: facts.said,
    },
    withheld: controlled.ok ? null : controlled.refusal,
  }
}

/** Only what is new or different is said, as the next revision; what is gone leaves a tombstone. */
function sayAgain(current: readonly FeedRecord[], before: Said, period: string): { records: FeedRecord[]; said: Said } {
  const keyed = new Map(current.map((record) => [recordKey(record), record]))
  const said: Said = {}
  const records: FeedRecord[] = []
  for (const [key, record] of keyed) {
    const last = before[key]
    const text = canonicalJson([record.n, record.value, record.status === 'carried' ? 'A' : record.status])
    const rev = last === undefined ? 1 : last.text === text ? last.rev : last.rev + 1
    said[key] = { rev, text }
    if (last?.text !== text) records.push({ ...record, rev })
  }
  for (const [key, last] of Object.entries(before)) {
    if (keyed.has(key)) continue
    said[key] = { rev: last.text === '' ? last.rev : last.rev + 1, text: '' }
    if (last.text !== '') records.push(tombstone(key, last.rev + 1, period))
  }
  return { records, said }
}

function tombstone(key: string, rev: number, period: string): FeedRecord {
  const [dataset, dims] = JSON.parse(key)
  return { type: 'tombstone', dataset, period, dims, n: null, value: null, status: 'T', rev }
}
