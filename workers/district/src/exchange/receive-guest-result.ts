import { GuestResultBody } from '@shixun/contract/guest-letters'
import type { JournalEvent } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { insertMany, type Statement, updateSeen } from '@shixun/db/statement'
import type { GuestRow } from '@shixun/db/tenant/exchange'
import { publishedVersions } from '@shixun/db/tenant/ledger'
import { ledgerStatements, type NewEntry } from '@shixun/db/tenant/ledger-writes'
import { guests } from '@shixun/db/tenant/schema/exchange'
import { tasks } from '@shixun/db/tenant/schema/house'
import { versionOn } from '@shixun/domain/credits/policy-in-force'
import { CARRIED } from '@shixun/domain/exchange/carried-data'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { GUEST } from '@shixun/domain/exchange/guest'
import { contradictionIn, judgeHours } from '@shixun/domain/exchange/guest-hours'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { arrive } from '@shixun/tenant/move'
import type * as z from 'zod'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'
import { loadGuests, ownersOfGuest } from './load-guests.ts'

type Body = z.output<typeof GuestResultBody>
type Result = Body['results'][number]
type Versions = Parameters<typeof versionOn>[0]

/** Days that the office has for hours that wait. */
const DAYS = 15

/** The hours of one teacher as rows of the ledger: one a day, channel and module, so that caps of a day are exact. */
function entriesOf(
  scene: DistrictScene,
  { sender, id: batch }: Letter,
  { row, told, cohort, versions }: { row: GuestRow; told: Result; cohort: Body['cohort']; versions: Versions },
): NewEntry[] {
  return told.entries.map(({ date, channel, module, category, minutes }) => {
    const { accredited, state, reason } = judgeHours(date, cohort, sender)
    return {
      id: scene.newId('led'),
      teacherId: row.teacherId,
      schoolId: row.schoolId,
      state,
      date,
      minutes,
      channel,
      level: cohort.level,
      module,
      category,
      title: cohort.title,
      projectId: cohort.id,
      enrolmentId: row.id,
      providerName: cohort.provider?.name ?? sender.name,
      accredited,
      minutesDue: told.minutesDue,
      minutesAttended: told.minutesAttended,
      source: 'envelope',
      origin: { slug: sender.slug, name: sender.name, ref: row.id },
      reason,
      policyId: versionOn(versions, date)?.id ?? null,
      batch,
    }
  })
}

function pendingTask(scene: DistrictScene, { id, sender }: Letter, title: string): Statement {
  return insertMany(tasks, [
    {
      id: scene.newId('tsk'),
      entity: id,
      kind: 'ledger_entry.pending',
      title: `${sender.name}送来的学时待认定：${title}`,
      role: 'office',
      unit: '',
      dueOn: addDays(chinaDate(scene.now), DAYS),
      createdAt: scene.now,
      doneAt: null,
    },
  ])
}

/**
 * 收到培训结果：hours of this bureau's teachers enter its own ledger, checked against the sender's accreditation of the
 * provider; what lacks it waits for the office. The same result that comes again changes nothing, another one is refused.
 */
export async function receiveGuestResult(scene: DistrictScene, letter: Letter): Promise<Delivery> {
  const parsed = GuestResultBody.safeParse(letter.body)
  if (!parsed.success) return { reason: 'body-invalid' }
  const { results, cohort } = parsed.data
  const refs = results.map(({ ref }) => ref)
  const loaded = await loadGuests(scene, letter, parsed.data.offer, refs)
  if (!loaded.ok) return { reason: loaded.refusal }
  const { offer, rows } = loaded.value
  if (cohort.id !== offer.content.id) return { reason: 'body-invalid' }
  const [versions] = await scene.store.tenant.read(publishedVersions())
  const events: JournalEvent[] = []
  const statements: Statement[] = []
  const entries: NewEntry[] = []
  for (const [at, row] of rows.entries()) {
    const told = results[at]
    if (!told) continue
    const { version: _, ...said } = told
    const result = await sha256(canonicalJson(said))
    if (row.result === result) continue
    const wrong = told.outcome === 'completed' && contradictionIn(told.entries, cohort, told.minutesAttended)
    if (row.result !== null || wrong || (told.outcome === 'failed' && told.entries.length > 0))
      return { reason: 'hours-contradict' }
    const own = entriesOf(scene, letter, { row, told, cohort, versions })
    entries.push(...own)
    const { outcome: state, reason, minutesDue, minutesAttended } = told
    const set = { state, reason, minutesDue, minutesAttended, result, toldVersion: told.version, updatedAt: scene.now }
    events.push({
      entity: row.id,
      version: row.version + 1,
      verb: state === 'completed' ? 'complete' : 'fail',
      before: { state: row.state },
      after: {
        state,
        minutes: minutesAttended,
        entries: own.length,
        sender: letter.sender.slug,
        envelope: letter.id,
        fields: CARRIED.guest_result,
      },
    })
    const named = { id: row.id, title: `${row.name} · ${offer.title}` }
    statements.push(updateSeen(guests, row, set), ...arrive(scene, GUEST, named, row.state, state, ownersOfGuest(row)))
  }
  const waits = entries.some(({ state }) => state === 'pending')
  return {
    reason: null,
    events,
    statements: [
      ...statements,
      ...ledgerStatements(entries, scene.now),
      ...(waits ? [pendingTask(scene, letter, cohort.title)] : []),
    ],
    result: {
      people: events.length,
      entries: entries.length,
      pending: entries.filter(({ state }) => state === 'pending').length,
    },
  }
}
