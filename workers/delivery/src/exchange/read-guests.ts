import {
  guestById,
  guestPage,
  guestPageOfOffer,
  guestPageOfSchool,
  guestPageOfTeacher,
} from '@shixun/db/tenant/exchange'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import type { GuestState } from '@shixun/domain/exchange/guest'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { guestCard } from './guest-card.ts'
import { guestPass } from './guest-pass.ts'

type Query = { limit: number; after?: string | undefined; offer?: string | undefined; teacher?: string | undefined }

function pageFor(scene: DeliveryScene, query: Query) {
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const own = unitLimit(scene.visitor, 'guest.read')
  // a teacher's unit is their own row
  if (scopeOf(scene.visitor, 'guest.read') === 'self')
    return guestPageOfTeacher({ ...page, teacher: own ?? '', school: null })
  if (query.teacher !== undefined) return guestPageOfTeacher({ ...page, teacher: query.teacher, school: own })
  if (query.offer !== undefined) return guestPageOfOffer({ ...page, offer: query.offer, school: own })
  return own === null ? guestPage(page) : guestPageOfSchool({ ...page, school: own })
}

/** 外派学员：newest first; a school sees its own teachers, a teacher themself. */
export async function listGuests(
  scene: DeliveryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const [found] = await scene.store.tenant.read(pageFor(scene, query))
  const { rows, after } = pageOf(found, query.limit)
  return ok({
    body: { items: rows.map((row) => guestCard(scene, row)), next: nextLink(raw, after) },
    headers: { 'cache-control': 'no-store' },
  })
}

/** States in which a teacher still has something to do there: to attend, or to answer its anonymous surveys. */
const HOLDS_PASS: readonly GuestState[] = ['enrolled', 'completed', 'failed']

/** 我的签到与答卷凭据：for the teacher alone, once the organiser has admitted them. */
export async function readGuestPass(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(guestById({ id: params.id }))
  if (!row || row.teacherId !== unitLimit(scene.visitor, 'guest.check_in')) return refuse({ code: 'not-found' })
  const pass = HOLDS_PASS.includes(row.state) ? await guestPass(scene, row.passKid, row.id) : null
  if (pass === null) return refuse({ code: 'state-refuses', facts: { state: '主办局录取后才有签到和答卷凭据' } })
  return ok({ body: { sender: row.sender, pass }, headers: { 'cache-control': 'no-store' } })
}
