import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Envelope, EnvelopeKind } from '@shixun/domain/exchange/envelope'
import { sealLetter } from '@shixun/http/seal'
import { must } from '../../../../packages/testkit/src/people.ts'
import { freshId } from '../../../system/src/own-house.ts'
import { aCohort } from '../../../system/src/three-bureaus.ts'
import { type Bureau, raiseThree, teachersOf } from './test-bureaus.ts'

export type Guest = {
  id: string
  state: string
  version: number
  findings: { rule: string; mode: string }[]
  reason: string | null
}
export type Proposals = {
  proposals: { problem: string | null; findings: Guest['findings'] }[]
  guests: Guest[]
}
export type Items<T> = { items: T[] }

/** Status and code of a refusal. */
export const told = (reply: { status: number; body: unknown }) => [
  reply.status,
  String((reply.body as { type?: string }).type ?? '').replace('urn:shixun:problem:', ''),
]

/** A city with a cohort that takes guests, and a county with teachers of one school. */
export async function raiseGuests(names: readonly string[]) {
  const bureaus = await raiseThree()
  const { city, county, other, house, jobs, stop } = bureaus
  const { cohort, sessions } = await aCohort(city)
  const teachers = await teachersOf(county, names)
  const guestsNow = async () => must('guests', await county.office.get<Items<Guest>>(`${county.base}/guests`)).items
  return {
    ...{ city, county, other, house, stop, cohort, sessions, teachers, guestsNow },
    guestOf: async (id: string) => (await guestsNow()).find((one) => one.id === id),
    outboxOf: (bureau: Bureau, kind: string) => bureau.rows('SELECT * FROM outbox WHERE kind = ? ORDER BY id', kind),
    /** What the organiser's verbs do to an enrolment. */
    move: (ref: string, state: string, version: number) =>
      city.rows('UPDATE enrolments SET state = ?, version = ? WHERE home_ref = ?', state, version, ref),
    /** The city gives the county places: the id of the offer. */
    async give(places: number): Promise<string> {
      const body = { receivers: [{ slug: 'jinshui', name: '金水区教育局', places }], message: '请推荐骨干教师' }
      const made = await city.office.post<Items<{ id: string }>>(`${city.base}/cohorts/${cohort.id}/offers`, body)
      await city.carry()
      return must('offer', made).items[0]?.id ?? ''
    },
    /** The first teachers are proposed and sent: their refs. */
    async sent(offer: string, n: number): Promise<string[]> {
      const path = `${county.base}/offers/${offer}`
      const body = { teacherIds: teachers.ids.slice(0, n) }
      const { guests } = must('proposal', await teachers.registrar.post<Proposals>(`${path}/guests`, body))
      must('sending', await county.office.post(`${path}/sendings`, body))
      await county.carry()
      return guests.map(({ id }) => id)
    },
    /** A letter as the carrier brings it, whoever says to have written it. */
    async deliver(to: Bureau, from: Bureau, kind: EnvelopeKind, body: Record<string, unknown>, id = freshId('env')) {
      const secrets = JSON.parse(readFileSync(join(house.state, 'secrets.json'), 'utf8'))
      const [key] = JSON.parse(secrets.district.SIGNING_KEYS)
      const { id: senderId, slug, name, kind: senderKind } = from.ref
      const sender = { id: senderId, slug, name, kind: senderKind }
      const letter = { id, kind, sender, receiver: to.ref.slug, body, createdAt: '2026-06-05T00:00:00.000Z' }
      const envelope: Envelope = await sealLetter(letter, key)
      return jobs.EXCHANGE.deliver(to.ref, envelope, new Date().toISOString())
    },
  }
}
export type GuestStage = Awaited<ReturnType<typeof raiseGuests>>
