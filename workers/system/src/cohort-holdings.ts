import { createHash, randomBytes } from 'node:crypto'
import { clientOf } from '../../../packages/testkit/src/client.ts'
import { must } from '../../../packages/testkit/src/people.ts'
import type { Holding } from './district-holdings.ts'
import { type District, freshId, insertRows, type OwnHouse, type Session } from './own-house.ts'

const AT = '2026-05-01T00:00:00.000Z'
/** A PNG as far as its first bytes say. */
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])

/** What hangs on a cohort: a session, a photo, and the address of its calendar. Its owners are those of the cohort. */
export async function cohortHoldings(
  { url }: OwnHouse,
  { ref, tenant }: District,
  office: Session,
  { id, owners }: Holding,
): Promise<Holding[]> {
  const session = freshId('ses')
  await insertRows(tenant, 'sessions', [
    {
      ...{ id: session, cohort_id: id, stage_id: 's1', topic: '讲座', module: '师德', channel: 'concentrated' },
      ...{ trainers: [], place: '', starts_at: '2026-05-02T01:00:00.000Z', ends_at: '2026-05-02T03:00:00.000Z' },
      ...{ minutes: 120, state: 'held', version: 1, created_at: AT, updated_at: AT },
    },
  ])
  const client = clientOf(url, { token: office.token })
  const path = `/api/districts/${ref.slug}/cohorts/${id}`
  const form = new FormData()
  form.set('file', new File([PNG], '合影.png'))
  const photo = must('photo', await client.post<{ id: string }>(`${path}/files?title=photo`, form))
  // of a school that nobody stands for, so that no probe gives it another address
  const token = randomBytes(32).toString('base64url')
  await insertRows(tenant, 'calendars', [
    {
      ...{ id: freshId('cld'), kind: 'school', subject_id: freshId('sch'), kid: 'k1', version: 1, created_at: AT },
      token_hash: createHash('sha256').update(token).digest('hex'),
    },
  ])
  return [
    { collection: 'sessions', id: session, owners },
    { collection: 'posts', id: photo.id, owners },
    { collection: 'calendars', id: `${token}.ics`, owners: [] },
  ]
}
