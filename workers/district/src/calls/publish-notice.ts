import { commit } from '@shixun/db/commit'
import { insert, statement } from '@shixun/db/statement'
import { applicationsByIds, callById } from '@shixun/db/tenant/calls'
import { settingByKey } from '@shixun/db/tenant/house'
import { notices } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/application'
import { NOTICE } from '@shixun/domain/calls/notice'
import { addWorkingDays } from '@shixun/domain/calls/working-days'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, arriveMany, refusedWrite } from '../move.ts'
import type { DistrictScene } from '../store.ts'
import { noticeCard } from './notice-card.ts'
import { WORK_CALENDAR, workCalendarOf } from './work-calendar.ts'

type Body = { callId: string; title: string; body: string; applicationIds: string[]; workingDays?: number | undefined }

/** 公示：ranked applications of one call go on a public page for so many working days, all in one batch. */
export async function publishNotice(scene: DistrictScene, { body }: { body: Body }): Promise<Verdict> {
  const ids = [...new Set(body.applicationIds)]
  const [[call], found, [setting]] = await scene.store.tenant.read(
    callById({ id: body.callId }),
    applicationsByIds({ ids: JSON.stringify(ids) }),
    settingByKey({ key: WORK_CALENDAR }),
  )
  if (!call) return refuse({ code: 'not-found' })
  const rows = ids.map((id) => found.find((row) => row.id === id && row.callId === call.id))
  const wrong = rows.flatMap((row, index) =>
    row?.state === 'ranked'
      ? []
      : [{ pointer: `/applicationIds/${index}`, problem: row ? 'not_ranked' : 'not_in_district' }],
  )
  if (wrong.length) return refuse({ code: 'invalid-input', fields: wrong })
  const startsOn = chinaDate(scene.now)
  const workingDays = body.workingDays ?? call.noticeDays
  const endsOn = addWorkingDays(workCalendarOf(setting?.value), startsOn, workingDays)
  if (!endsOn.ok) return refuse({ code: endsOn.refusal.code, facts: { year: endsOn.refusal.year } })
  const ranked = rows.flatMap((row) => (row ? [row] : []))
  const id = scene.newId('not')
  const row = {
    id,
    callId: call.id,
    title: body.title,
    body: body.body,
    state: 'standing' as const,
    startsOn,
    endsOn: endsOn.value,
    workingDays,
    items: ranked.map((one) => ({
      applicationId: one.id,
      title: one.title,
      unitName: one.unitName,
      rank: one.rank,
      result: '拟立项',
    })),
    openObjections: 0,
    version: 1,
    createdAt: scene.now,
  }
  const events = ranked.map((one) => ({
    entity: one.id,
    version: one.version + 1,
    verb: 'publish',
    before: { state: 'ranked' },
    after: { state: 'noticed', notice: id },
  }))
  const statements = [
    insert(notices, row),
    statement(
      `UPDATE applications SET state = 'noticed', notice_id = ?, cleared = 0, version = version + 1, updated_at = ?
       WHERE id IN (SELECT value FROM json_each(?))`,
      id,
      scene.now,
      JSON.stringify(ids),
    ),
    ...arrive(scene, NOTICE, row, null, row.state, {}),
    ...arriveMany(scene, APPLICATION, ranked, 'ranked', 'noticed', () => ({})),
  ]
  const answer = noticeCard(scene, row)
  const created = { entity: id, version: 1, verb: 'create', after: { state: row.state, applications: ids.length } }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [created, ...events],
    statements,
    storedAnswer(201, answer, 1),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
