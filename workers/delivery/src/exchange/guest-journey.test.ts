import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import type { Row } from '../../../system/src/own-house.ts'
import { aCohort } from '../../../system/src/three-bureaus.ts'
import { type Bureau, type Bureaus, raiseThree, teachersOf } from './test-bureaus.ts'

type Items<T = Row> = { items: T[] }

let bureaus: Bureaus
let city: Bureau
let county: Bureau
let cohort: Row & { id: string }
let sessions: Row[]
let offer: string
let teachers: Awaited<ReturnType<typeof teachersOf>>

beforeAll(async () => {
  bureaus = await raiseThree()
  ;({ city, county } = bureaus)
  const made = await aCohort(city, { places: 2 })
  cohort = made.cohort
  sessions = made.sessions
  teachers = await teachersOf(county, ['张三', '李四', '王五'])
})
afterAll(async () => {
  await bureaus.stop()
  expect(bureaus.house.errors).toEqual([])
})

const stateOf = async (name: string) =>
  must('guests', await county.office.get<Items>(`${county.base}/guests?offer=${offer}`)).items.find(
    (one) => one['name'] === name,
  )?.['state']
const enrolmentOf = async (name: string) =>
  (await city.rows('SELECT * FROM enrolments WHERE name = ? ORDER BY id DESC', name))[0] ?? {}
async function rounds(...which: Bureau[]): Promise<void> {
  for (const bureau of which) await bureau.carry()
}

it('three teachers of a county come to a city’s cohort of two places: two are admitted, one waits', async () => {
  const receivers = [{ slug: county.ref.slug, name: county.ref.name, places: 3 }]
  const path = `${city.base}/cohorts/${cohort.id}`
  offer =
    must('offer', await city.office.post<Items<{ id: string }>>(`${path}/offers`, { receivers })).items[0]?.id ?? ''
  await rounds(city)
  const { ids: teacherIds } = teachers
  must('proposal', await teachers.registrar.post(`${county.base}/offers/${offer}/guests`, { teacherIds }))
  must('sending', await county.office.post(`${county.base}/offers/${offer}/sendings`, { teacherIds }))
  await rounds(county)
  must('admission', await city.office.post(`${path}/admissions`, { mode: 'fill' }))
  await rounds(city, city)
  expect([await stateOf('张三'), await stateOf('李四'), await stateOf('王五')]).toEqual([
    'enrolled',
    'enrolled',
    'waiting',
  ])
  expect(await city.rows('SELECT taken FROM cohorts WHERE id = ?', cohort.id)).toEqual([{ taken: 2 }])
})

it('who withdraws at home gives the place to who waits, of whatever bureau', async () => {
  const { items } = must(
    'guests',
    await county.office.get<Items<{ id: string; name: string }>>(`${county.base}/guests`),
  )
  const gone = items.find(({ name }) => name === '李四')?.id
  must('withdrawal', await teachers.registrar.action(`${county.base}/guests/${gone}`, 'withdraw', { note: '家中有事' }))
  await rounds(county, city, city)
  expect([await stateOf('李四'), await stateOf('王五')]).toEqual(['withdrawn', 'enrolled'])
  expect(await city.rows('SELECT taken FROM cohorts WHERE id = ?', cohort.id)).toEqual([{ taken: 2 }])
})

it('attendance by hand, the conclusion and the certificate go home: hours, failure and paper', async () => {
  const path = `${city.base}/cohorts/${cohort.id}`
  must('closing', await city.office.action(path, 'close', {}))
  must('beginning', await city.office.action(path, 'begin', {}))
  const [present, absent] = [(await enrolmentOf('张三'))['id'], (await enrolmentOf('王五'))['id']]
  for (const { id } of sessions) {
    const marks = [
      { enrolmentId: present, minutes: 180 },
      { enrolmentId: absent, minutes: 0 },
    ]
    const at = `${city.base}/sessions/${id}/attendance`
    must('marks', await city.office.post(at, { marks, reason: '外局学员当面登记', evidence: [] }))
    must('settling', await city.office.post(`${at}/settle`, {}))
  }
  must('conclusion', await city.office.action(path, 'conclude', {}))
  must('certificates', await city.office.post(`${path}/issuance/steps`, {}))
  await rounds(city, city)
  expect([await stateOf('张三'), await stateOf('王五')]).toEqual(['completed', 'failed'])
  const entries = await county.rows('SELECT date, minutes, state, source FROM ledger_entries ORDER BY date')
  expect(entries).toEqual(
    ['2026-06-01', '2026-06-02'].map((date) => ({ date, minutes: 180, state: 'confirmed', source: 'envelope' })),
  )
  expect(await city.rows('SELECT id FROM ledger_entries'), 'nothing of guests stays in the city’s ledger').toEqual([])
  const me = await county.as('teacher', teachers.ids[0])
  const { items } = must('certificates', await me.get<Items>(`${county.base}/certificates`))
  expect(items).toMatchObject([{ name: '张三', state: 'valid', origin: { slug: 'zhengzhou' }, actions: [] }])
  const page = await fetch(`${bureaus.house.url}/v/${items[0]?.['code']}`)
  expect([page.status, (await page.text()).includes('张三')]).toEqual([200, true])
  const transcript = must('transcript', await me.get<Row>(`${county.base}/teachers/${teachers.ids[0]}/transcript`))
  expect(JSON.stringify(transcript)).toContain('骨干教师研修一班')
  const letters = await city.rows("SELECT kind, state FROM outbox WHERE state <> 'accepted'")
  expect(letters).toEqual([])
})
