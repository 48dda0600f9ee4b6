import type { Stage } from './stage.ts'

type Items<T> = { items: T[] }
type Cohort = { id: string; title: string }
type Session = { id: string; minutes: number; actions: string[]; state: string }
type Attendee = { id: string; name: string; way: string | null }
type Step = { state: string }

async function running(stage: Stage): Promise<Cohort[]> {
  const office = await stage.as('office')
  return (await office.get<Items<Cohort>>(`${stage.base}/cohorts?state=running&limit=50`)).body.items
}

async function sessionsOf(stage: Stage, cohort: Cohort): Promise<Session[]> {
  const office = await stage.as('office')
  return (await office.get<{ sessions: Session[] }>(`${stage.base}/cohorts/${cohort.id}/attendance`)).body.sessions
}

/** The demonstration's teacher scans what the screen shows, where a session takes codes now and they are on its roster. */
export async function scanOnTheSpot(stage: Stage): Promise<void> {
  const [office, teacher] = [await stage.as('office'), await stage.as('teacher')]
  for (const cohort of await running(stage))
    for (const { id } of await sessionsOf(stage, cohort)) {
      const path = `${stage.base}/sessions/${id}/check-in-codes`
      const { body } = await office.get<{ now: number; codes: { code: string; from: number; to: number }[] }>(path)
      const shown = body.codes.find(({ from, to }) => body.now >= from && body.now < to)
      if (shown) await teacher.send('POST', `${stage.base}/check-ins`, { code: shown.code })
    }
}

/**
 * Attendance of every session that is over: most are there, a few come for part of it, and every eleventh misses whole
 * days. Each session is then settled.
 */
export async function takeAttendance(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  for (const cohort of await running(stage)) {
    const sessions = (await sessionsOf(stage, cohort)).filter(({ actions }) => actions.includes('settle'))
    for (const [s, session] of sessions.entries()) {
      const path = `${stage.base}/sessions/${session.id}/attendance`
      const { body } = await office.get<Items<Attendee>>(`${path}?limit=200`)
      const marks = body.items.flatMap(({ id, way }, p) => {
        const away = p % 11 === 10 && s < 3
        const part = (p + s) % 9 === 8 ? 120 : session.minutes
        return way !== null || away ? [] : [{ enrolmentId: id, minutes: Math.min(part, session.minutes) }]
      })
      if (marks.length > 0) await office.must(path, { marks, reason: '现场点名，按纸质签到表登记' })
      await office.must(`${path}/settle`)
    }
  }
}

/** Concludes every running cohort whose sessions are all settled: the list stands, and the hours are in the ledger. */
export async function concludeCohorts(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  for (const { id } of await running(stage)) {
    const path = `${stage.base}/cohorts/${id}`
    const { body } = await office.get<{ actions: string[] }>(`${path}/conclusion`)
    for (let state = body.actions.includes('conclude') ? '' : 'concluded'; state !== 'concluded'; )
      state = (await office.must<Step>(`${path}/actions/conclude`)).state
  }
}

/** Hours from elsewhere: one declaration waits for the office, one was refused with its reason. */
export async function declareHours(stage: Stage): Promise<void> {
  const [office, teacher] = [await stage.as('office'), await stage.as('teacher')]
  const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  const declare = async (given: { title: string; date: string; hours: number }) => {
    const handed = await teacher.upload(`${stage.base}/hours-evidence`, `${given.title}证书.pdf`, pdf)
    const fileId = String(handed.body['fileId'])
    const body = { ...given, channel: 'online', level: 'national', providerName: '国家中小学智慧教育平台' }
    return teacher.must<{ id: string }>(`${stage.base}/ledger`, { ...body, evidence: [fileId] })
  }
  await declare({ title: '2026 年暑期教师研修', date: '2026-08-20', hours: 10 })
  const wrong = await declare({ title: '人工智能素养专题研修', date: '2026-09-12', hours: 20 })
  await office.must(`${stage.base}/ledger/${wrong.id}/actions/refuse`, {
    note: '证书上的姓名与本人不符，请核对后重新上传。',
  })
}
