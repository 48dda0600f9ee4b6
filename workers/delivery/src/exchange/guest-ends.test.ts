import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import type { Row } from '../../../system/src/own-house.ts'
import type { Bureau } from './test-bureaus.ts'
import { type Guest, type GuestStage, type Items, type Proposals, raiseGuests, told } from './test-guests.ts'

let stage: GuestStage
let city: Bureau
let county: Bureau
const today = chinaDate(new Date().toISOString())
const yesterday = addDays(today, -1)

beforeAll(async () => {
  stage = await raiseGuests(['张三', '李四', '王五', '赵六'])
  ;({ city, county } = stage)
})
afterAll(async () => {
  await stage.stop()
  expect(stage.house.errors).toEqual([])
})

const open = (bureau: Bureau, entity: string) =>
  bureau.rows('SELECT kind, role FROM tasks WHERE entity = ? AND done_at IS NULL ORDER BY kind, role', entity)
const offers = async () =>
  must('offers', await city.office.get<Items<Row>>(`${city.base}/cohorts/${stage.cohort.id}/offers`)).items

/** Letters go out, and what they cause comes home. */
async function carried() {
  await city.carry()
  await county.carry()
  await city.carry()
}

describe('a place that is kept for a guest', () => {
  let ref: string
  it('is told home with its last day, on the task of the school too', async () => {
    const offer = await stage.give(3)
    const [first = ''] = await stage.sent(offer, 1)
    ref = first
    await city.rows(
      "UPDATE enrolments SET state = 'offered', offer_until = ?, version = 2 WHERE home_ref = ?",
      addDays(today, 4),
      ref,
    )
    await city.rows('UPDATE cohorts SET taken = taken + 1 WHERE id = ?', stage.cohort.id)
    await carried()
    expect(await stage.guestOf(ref)).toMatchObject({ state: 'offered', offerUntil: addDays(today, 4) })
    const due = await county.rows('SELECT DISTINCT due_on FROM tasks WHERE entity = ? AND done_at IS NULL', ref)
    expect(due).toEqual([{ due_on: addDays(today, 4) }])
  })

  it('lapses at the organiser; the school at home is told, and its bureau has the place back', async () => {
    await city.rows('UPDATE enrolments SET offer_until = ? WHERE home_ref = ?', yesterday, ref)
    await carried()
    expect(await stage.guestOf(ref)).toMatchObject({
      state: 'withdrawn',
      reason: `递补名额保留到 ${yesterday}，逾期未确认，视为放弃`,
      offerUntil: null,
    })
    expect(await open(county, ref)).toEqual([
      { kind: 'guest.withdrawn', role: 'registrar' },
      { kind: 'guest.withdrawn', role: 'school_admin' },
    ])
    expect(await county.rows('SELECT taken FROM offers')).toEqual([{ taken: 0 }])
  })
})

describe('places with a last day', () => {
  it('may not be given for a day that is over', async () => {
    const body = { receivers: [{ slug: 'jinshui', name: '金水区教育局', places: 2 }], until: yesterday }
    const reply = await city.office.post(`${city.base}/cohorts/${stage.cohort.id}/offers`, body)
    expect(told(reply)).toEqual([422, 'invalid-input'])
  })

  it('say so on both sides, stand on that day, and are taken back the day after with what was not sent', async () => {
    const body = { receivers: [{ slug: 'jinshui', name: '金水区教育局', places: 2 }], until: today }
    const path = `${city.base}/cohorts/${stage.cohort.id}/offers`
    const made = must('offer', await city.office.post<Items<Row>>(path, body))
    expect(made.items).toMatchObject([{ until: today, places: 2 }])
    const offer = String(made.items[0]?.['id'])
    await carried()
    const [known] = await county.rows('SELECT state, nominate_until FROM offers WHERE id = ?', offer)
    expect(known?.['state']).toBe('open')
    expect(String(known?.['nominate_until']) <= `${today}T15:59:59.999Z`).toBe(true)
    const proposing = { teacherIds: stage.teachers.ids.slice(1, 3) }
    const at = `${county.base}/offers/${offer}`
    const { guests } = must('proposal', await stage.teachers.registrar.post<Proposals>(`${at}/guests`, proposing))
    const [going = '', staying = ''] = guests.map(({ id }: Guest) => id)
    must('sending', await county.office.post(`${at}/sendings`, { teacherIds: proposing.teacherIds.slice(0, 1) }))
    await carried()
    expect((await offers()).find(({ id }) => id === offer)).toMatchObject({ state: 'received', nominated: 1 })

    await city.rows('UPDATE cohort_offers SET until = ? WHERE id = ?', yesterday, offer)
    await carried()
    const reason = `名额保留到 ${yesterday}，已到期：2 个名额用了 1 个，未用的收回`
    expect((await offers()).find(({ id }) => id === offer)).toMatchObject({ state: 'withdrawn', reason })
    expect(await open(city, stage.cohort.id)).toContainEqual({ kind: 'cohort_offer.lapsed', role: 'office' })
    const seen = must('offer', await county.office.get<Row>(at))
    expect(seen).toMatchObject({ state: 'withdrawn', reason })
    expect(await open(county, offer)).toEqual([{ kind: 'offer.withdrawn', role: 'office' }])
    expect(await stage.guestOf(staying)).toMatchObject({ state: 'refused', reason })
    expect(await open(county, staying)).toEqual([
      { kind: 'guest.refused', role: 'registrar' },
      { kind: 'guest.refused', role: 'school_admin' },
    ])
    expect((await stage.guestOf(going))?.state).toBe('nominated')
  })
})
