import type { Database } from '@shixun/db/database'
import { DEMO_CLOCK, instantOf } from '@shixun/db/directory/clock'
import { districtBySlug, sessionByToken, settingOf } from '@shixun/db/directory/sessions'
import { sha256 } from '@shixun/db/sha256'
import { statement } from '@shixun/db/statement'
import { sessionAlive } from '@shixun/domain/identity/session'
import type { DistrictRef, Visitor } from '@shixun/domain/identity/visitor'

const TOUCH_MS = 5 * 60_000

export type Arrival = {
  visitor: Visitor
  district: DistrictRef | null
  now: string
  touch: (() => Promise<unknown>) | null
}

type Row = Awaited<ReturnType<typeof look>>[0]

async function look(directory: Database, token: string, slug: string) {
  const [[session], [clock], [district]] = await directory.read(
    sessionByToken({ token: await sha256(token) }),
    settingOf({ key: DEMO_CLOCK }),
    districtBySlug({ slug }),
  )
  return [session, clock, district] as const
}

/** A session lives in real time: idle 30 minutes, 12 hours at most, whatever the demonstration's clock says. */
function alive(row: NonNullable<Row>, wallMs: number): boolean {
  return sessionAlive(row, wallMs) && row.accountState === 'active' && row.endedAt === null
}

function districtOf(row: NonNullable<Row>): DistrictRef | null {
  const { districtId, slug, districtName, kind, division, slot, epoch } = row
  if (!districtId || !slug || !districtName || !kind || !division || !slot || !epoch || row.districtState !== 'live')
    return null
  return { id: districtId, slug, name: districtName, kind, division, slot, epoch }
}

/**
 * Who comes, to which district, at what time: one round trip to the directory. The district of the path counts when
 * the visitor acts in it or the page is public; other people's districts stay unknown.
 */
export async function receive(
  directory: Database,
  request: { token: string | null; slug: string | null; wallMs: number },
): Promise<Arrival> {
  const [session, clock, district] = await look(directory, request.token ?? '', request.slug ?? '')
  const now = instantOf(request.wallMs, clock?.value)
  if (!session || !alive(session, request.wallMs))
    return { visitor: { kind: 'public' }, district: district ?? null, now, touch: null }
  const own = districtOf(session)
  const touch = () =>
    directory.write([
      statement(
        'UPDATE sessions SET seen_ms = ? WHERE account_id = ? AND created_ms = ?',
        request.wallMs,
        session.accountId,
        session.createdMs,
      ),
    ])
  const role = session.role
  if (!role) return { visitor: { kind: 'public' }, district: district ?? null, now, touch: null }
  return {
    visitor: {
      kind: 'person',
      account: session.accountId,
      membership: session.membershipId ?? '',
      name: session.accountName,
      role,
      district: own,
      division: session.membershipDivision,
      unit: session.unit,
      stands: session.stands === null ? [] : (JSON.parse(session.stands) as string[]),
    },
    district: district ?? null,
    now,
    touch: request.wallMs - session.seenMs > TOUCH_MS ? touch : null,
  }
}
