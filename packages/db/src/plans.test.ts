import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { statementsOf } from './migrate.ts'
import type { Read } from './statement.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const MIGRATIONS = join(HERE, '../../../migrations')
const KINDS = ['tenant', 'directory', 'catalogue', 'search', 'province'] as const
type Kind = (typeof KINDS)[number]

const PARAMETERS = 100

/** Tables that do not grow with use: one row, as many as the platform has slots, or a queue that a round empties. */
const SMALL = new Set(['district', 'index_state', 'slots', 'checkpoints', 'json_each', 'panels_to_check'])

/** What a plan may do although the rule forbids it, with the reason; a line that no plan needs any more fails. */
const ALLOWED: Record<string, string> = {
  'tenant.outboxWaiting: SCAN outbox': 'the partial index of what waits, in its order: its first 20 rows',
  'tenant.feedProjects: SCAN projects': 'the monthly job alone reads every project, by primary key',
  'tenant.applicationCounts: SCAN applications': 'the monthly job alone counts, over the index by state',
  'tenant.feedListings: SCAN listings': 'the monthly job alone reads every listing, by primary key',
  'tenant.lastPage: SCAN releases': 'the end of the primary key: one row',
  'tenant.outdatedOffers: SCAN cohort_offers': 'the partial index of offers that stand',
  'tenant.newsWaiting: SCAN guest_news':
    'a queue in the order of its index: its first rows, which go when they are told',
  'tenant.staleProjects: SCAN stale_assessments':
    'a queue of projects that changed: its first rows, which go when they are computed',
  'tenant.bookingsAround: USE TEMP B-TREE FOR ORDER BY': "a few days of one session's trainers and place, merged",
  'tenant.bookingsBesideCohort: USE TEMP B-TREE FOR ORDER BY': "the days of one cohort's trainers and places, merged",
  'tenant.sessionsOfCalendar: USE TEMP B-TREE FOR ORDER BY': 'the timetables of one calendar, merged',
  'tenant.sessionsOfMine: USE TEMP B-TREE FOR ORDER BY': "the timetables of one teacher's cohorts, merged",
  'tenant.announcementsOfMine: USE TEMP B-TREE FOR ORDER BY': "what was announced to one teacher's cohorts, merged",
  'tenant.meetingsOf: USE TEMP B-TREE FOR ORDER BY':
    'what one person meets by any way, merged: bounded by MOST_MEETINGS',
  'tenant.sheetsMetInPanel: USE TEMP B-TREE FOR ORDER BY': 'the sheets of one panel that meet somebody, merged',
  'tenant.callsOfRubricLine: USE TEMP B-TREE FOR ORDER BY': 'the calls of the few versions of one rubric, merged',
  'tenant.sealedInspections: USE TEMP B-TREE FOR LAST TERM OF ORDER BY': 'the records of one visit at a time',
  'tenant.documentsOfCall: USE TEMP B-TREE FOR LAST TERM OF ORDER BY': 'the files of one application at a time',
  'directory.foundingDistricts: SCAN districts': 'the partial index of districts that are being founded',
  'directory.poolFigures: SCAN sign_up_requests': 'those who wait while the pool is empty, for the operator alone',
}

/** Any parameter a statement asks for: a plan does not depend on values. */
const ANYTHING = new Proxy<Record<string, unknown>>({}, { has: () => true, get: () => '' })

type Registered = { kind: Kind; name: string; read: Read<unknown> }

function sourcesOf(kind: Kind): string[] {
  return readdirSync(join(HERE, kind)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
}

/** `reading` answers functions without a name; every other export has one. */
async function registered(kind: Kind): Promise<Registered[]> {
  const modules: object[] = await Promise.all(sourcesOf(kind).map((file) => import(join(HERE, kind, file))))
  return modules.flatMap((exported) =>
    Object.entries(exported).flatMap(([name, value]) =>
      typeof value === 'function' && value.name === '' ? [{ kind, name, read: value(ANYTHING) }] : [],
    ),
  )
}

function migrated(kind: Kind): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  const folder = join(MIGRATIONS, kind)
  // older SQLite takes only a literal as the text of RAISE; triggers play no part in a plan
  for (const file of readdirSync(folder).sort())
    for (const statement of statementsOf(readFileSync(join(folder, file), 'utf8')))
      if (!/^CREATE TRIGGER/i.test(statement)) database.exec(statement)
  return database
}

function planOf(database: DatabaseSync, sql: string, params: number): string[] {
  const marks = Array.from({ length: params }, () => '')
  return database
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...marks)
    .map((row) => String(row['detail']))
}

/** What is wrong with a plan, in the words of the rule. */
function faultsOf(plan: readonly string[]): string[] {
  // what the statement itself gathered by searches, and json_each under its short names, are no tables
  const gathered = plan.flatMap((step) => /^(?:MATERIALIZE|CO-ROUTINE) (\w+)$/.exec(step)?.[1] ?? [])
  return plan.flatMap((step) => {
    if (step === 'SCAN CONSTANT ROW' || /^SCAN [js] VIRTUAL TABLE INDEX 1:$/.test(step)) return []
    const scanned = /^SCAN (\w+)\b/.exec(step)?.[1]
    // a full-text table is always "scanned"; with a MATCH the strategy carries an M
    const matched = / VIRTUAL TABLE INDEX \d+:.*M/.test(step)
    if (scanned !== undefined && !SMALL.has(scanned) && !gathered.includes(scanned) && !matched)
      return [`SCAN ${scanned}`]
    return /^USE TEMP B-TREE FOR (?:LAST .* OF )?ORDER BY$/.test(step) ? [step] : []
  })
}

const databases = Object.fromEntries(KINDS.map((kind) => [kind, migrated(kind)])) as Record<Kind, DatabaseSync>
const reads = (await Promise.all(KINDS.map(registered))).flat()
const needed = new Set<string>()

describe('the plans of registered reads', () => {
  it('finds every read that the sources compile', () => {
    const compiled = KINDS.flatMap((kind) =>
      sourcesOf(kind).flatMap((file) => {
        const text = readFileSync(join(HERE, kind, file), 'utf8')
        return [...text.matchAll(/^export const (\w+) = (?:reading|page|newestTeachers|subject)\(/gm)].map(
          ([, name]) => `${kind}.${name}`,
        )
      }),
    )
    expect(compiled.length).toBeGreaterThan(120)
    expect(reads.map(({ kind, name }) => `${kind}.${name}`).sort()).toEqual(compiled.sort())
  })

  it.each(reads.map((one) => [`${one.kind}.${one.name}`, one] as const))('%s', (_, { kind, name, read }) => {
    expect(read.params.length).toBeLessThanOrEqual(PARAMETERS)
    const plan = planOf(databases[kind], read.sql, read.params.length)
    const faults = faultsOf(plan).filter((fault) => {
      const key = `${kind}.${name}: ${fault}`
      if (key in ALLOWED) needed.add(key)
      return !(key in ALLOWED)
    })
    expect(faults, plan.join('\n')).toEqual([])
  })

  it('allows nothing that no plan needs', () => expect([...needed].sort()).toEqual(Object.keys(ALLOWED).sort()))
})

describe('the check itself', () => {
  const faults = (kind: Kind, sql: string) => faultsOf(planOf(databases[kind], sql, 0))
  it('sees a scan, a scan of a covering index, and a sort', () => {
    expect(faults('tenant', "SELECT * FROM applications WHERE unit_name = 'x'")).toEqual(['SCAN applications'])
    expect(faults('tenant', 'SELECT count(*) FROM applications')).toEqual(['SCAN applications'])
    expect(faults('tenant', "SELECT * FROM applications WHERE state = 'draft' ORDER BY unit_name")).toEqual([
      'USE TEMP B-TREE FOR ORDER BY',
    ])
    expect(faults('tenant', "SELECT * FROM applications WHERE id = 'x'")).toEqual([])
  })
  it('tells a search of the full text from a scan of it', () => {
    expect(faults('search', "SELECT rowid FROM listing_text WHERE listing_text MATCH 'x'")).toEqual([])
    expect(faults('search', "SELECT rowid FROM listing_text WHERE title LIKE '%x%'")).toEqual(['SCAN listing_text'])
  })
})
