import type { ROUTES } from '@shixun/contract/routes'
import { startOfChinaDay } from '@shixun/domain/shared/china-time'
import type * as z from 'zod'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { freshId, insertRows, type Row } from '../../../system/src/own-house.ts'
import * as sample from '../../../system/src/sample-rows.ts'
import { raiseStage, type Stage } from './test-nominations.ts'

/** A line of 学时登记 as it is answered. */
export type LedgerEntry = z.output<typeof ROUTES.readLedgerEntry.out>

const AT = '2026-01-05T00:00:00.000Z'
const HOUR = 3_600_000

type SessionPlan = {
  day?: string
  at?: number
  minutes?: number
  channel?: string
  module?: string
  state?: string
}
export type Hall = Stage & {
  /** A running cohort with such sessions: its id and theirs. */
  running(sessions: SessionPlan[], given?: Row): Promise<{ cohort: string; sessions: string[] }>
  /** Teachers of a school admitted to a cohort, with a signed-in client each on demand. */
  admitted(cohort: string, n: number, given?: Row): Promise<{ teacher: string; enrolment: string; name: string }[]>
  teacher(id: string): Promise<Client>
}

/** An instant beside now, in whole minutes. */
const beside = (minutes: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + minutes * 60_000)

/** Many rows by one statement: a batch of hundreds is too much for the simulator's bridge. */
export async function insertBulk(
  tenant: Hall['district']['tenant'],
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const encoded = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)
  const picks = columns.map((_, n) => `json_extract(value, '$[${n}]')`).join(', ')
  const list = JSON.stringify(rows.map((row) => columns.map((column) => encoded(row[column]))))
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${picks} FROM json_each(?)`
  await tenant.batch([tenant.prepare(sql).bind(list)])
}

/** A county with cohorts that run, sessions that are on, and teachers on their rosters. */
export async function raiseHall(): Promise<Hall> {
  const stage = await raiseStage()
  const { district, runner } = stage
  let schools = 0
  const teachersOf = async (school: { id: string; name: string }, n: number) => {
    const rows = Array.from({ length: n }, (_, index) =>
      sample.teacher(`${school.name}教师${index + 1}`, school.id, school.name),
    )
    await insertBulk(district.tenant, 'teachers', rows)
    return rows.map(({ id }) => id)
  }
  return {
    ...stage,
    teacher: (id) => stage.as('teacher', id),
    async running(sessions, given = {}) {
      const cohort = await stage.cohort({
        state: 'running',
        days: [],
        starts_on: '2026-01-05',
        ends_on: '2026-12-31',
        ...given,
      })
      const rows = sessions.map((plan, n) => {
        const { day, at = 9, minutes = 120, channel = 'concentrated', module = '师德', state = 'planned' } = plan
        const starts = day === undefined ? beside(-10).getTime() : Date.parse(startOfChinaDay(day)) + at * HOUR
        return {
          ...{ id: freshId('ses'), cohort_id: cohort, stage_id: 's1', topic: `第 ${n + 1} 讲`, module, channel },
          ...{ trainers: [], place: '一楼', minutes, state, version: 1, created_at: AT, updated_at: AT },
          starts_at: new Date(starts).toISOString(),
          ends_at: new Date(starts + minutes * 60_000).toISOString(),
        }
      })
      await insertRows(district.tenant, 'sessions', rows)
      const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
      await district.tenant.batch([
        district.tenant.prepare('UPDATE cohorts SET minutes = ? WHERE id = ?').bind(minutes, cohort),
      ])
      return { cohort, sessions: rows.map(({ id }) => id) }
    },
    async admitted(cohort, n, given = {}) {
      schools += 1
      const school =
        given['school_id'] === undefined
          ? await stage.school(`第${schools}小学`)
          : { ...runner, id: String(given['school_id']) }
      const ids = await teachersOf(school, n)
      const rows = ids.map((teacher_id, index) => ({
        ...{ id: freshId('enr'), cohort_id: cohort, teacher_id, name: `${school.name}教师${index + 1}` },
        ...{ school_id: school.id, school_name: school.name, subject: '语文', phase: 'primary', state: 'enrolled' },
        ...{ preference: 0, findings: [], version: 1, created_at: AT, updated_at: AT },
        ...given,
      }))
      await insertBulk(district.tenant, 'enrolments', rows)
      const { tenant } = district
      await tenant.batch([
        tenant.prepare('UPDATE cohorts SET taken = taken + ? WHERE id = ?').bind(n, cohort),
        tenant
          .prepare(
            "INSERT INTO counters (name, n) VALUES ('enrolment.enrolled', ?) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n",
          )
          .bind(n),
      ])
      return rows.map(({ id, teacher_id, name }) => ({ teacher: teacher_id, enrolment: id, name }))
    },
  }
}
