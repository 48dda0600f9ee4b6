import { commit } from '@shixun/db/commit'
import { insert, statement } from '@shixun/db/statement'
import { applicationsByIds, callById } from '@shixun/db/tenant/calls'
import { settingByKey } from '@shixun/db/tenant/house'
import { noticeById, noticeReplacing } from '@shixun/db/tenant/notices'
import { notices } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { NOTICE } from '@shixun/domain/calls/notices/notice'
import { NOTICE_RESULT } from '@shixun/domain/calls/notices/notice-results'
import { noticeTerm } from '@shixun/domain/calls/notices/notice-term'
import { noticePublishedWords } from '@shixun/domain/inbox/event-words'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { dispatchStatements } from '@shixun/tenant/dispatch-statements'
import { arrive, arriveMany, refusedWrite } from '@shixun/tenant/move'
import { WORK_CALENDAR, workCalendarOf } from '@shixun/tenant/work-calendar'
import type { DistrictScene } from '../../store.ts'
import { type NoticeRow, noticeCard } from './notice-card.ts'

type Body = {
  callId: string
  title: string
  body: string
  applicationIds: string[]
  workingDays?: number | undefined
  startsOn?: string | undefined
  result?: string | undefined
  results?: Record<string, string> | undefined
  replaces?: string | undefined
}

const REPLACED: FieldProblem = { pointer: '/replaces', problem: 'already_replaced' }

const AFTER_RANKING = ['noticed', 'approved', 'rejected']

/** Why an application cannot stand in a notice. */
function whyNot(state: string | undefined): string {
  if (state === undefined) return 'not_in_district'
  return AFTER_RANKING.includes(state) ? 'noticed_already' : 'not_ranked'
}

/** Only a revoked notice of the same call is replaced, and once. */
function wrongReplacement(body: Body, old: NoticeRow | undefined, newer: { id: string } | undefined): FieldProblem[] {
  if (body.replaces === undefined) return []
  const pointer = '/replaces'
  if (!old) return [{ pointer, problem: 'not_in_district' }]
  if (old.callId !== body.callId) return [{ pointer, problem: 'of_another_call' }]
  if (old.state !== 'revoked') return [{ pointer, problem: 'not_revoked' }]
  return newer ? [REPLACED] : []
}

/** 公示：ranked applications of one call go on a public page for so many working days, all in one batch. */
export async function publishNotice(scene: DistrictScene, { body }: { body: Body }): Promise<Verdict> {
  const ids = [...new Set(body.applicationIds)]
  const [[call], found, [setting], [old], [newer]] = await scene.store.tenant.read(
    callById({ id: body.callId }),
    applicationsByIds({ ids: JSON.stringify(ids) }),
    settingByKey({ key: WORK_CALENDAR }),
    noticeById({ id: body.replaces ?? '' }),
    noticeReplacing({ id: body.replaces ?? '' }),
  )
  if (!call) return refuse({ code: 'not-found' })
  const rows = ids.map((id) => found.find((row) => row.id === id && row.callId === call.id))
  const today = chinaDate(scene.now)
  const startsOn = body.startsOn ?? today
  const wrong: FieldProblem[] = [
    ...rows.flatMap((row, index) =>
      row?.state === 'ranked' ? [] : [{ pointer: `/applicationIds/${index}`, problem: whyNot(row?.state) }],
    ),
    ...Object.keys(body.results ?? {}).flatMap((id) =>
      ids.includes(id) ? [] : [{ pointer: `/results/${id}`, problem: 'not_a_choice' }],
    ),
    ...(startsOn < today ? [{ pointer: '/startsOn', problem: 'before_today' }] : []),
    ...wrongReplacement(body, old, newer),
  ]
  if (wrong.length) return refuse({ code: 'invalid-input', fields: wrong })
  const workingDays = body.workingDays ?? call.noticeDays
  const term = noticeTerm(workCalendarOf(setting?.value), startsOn, workingDays)
  if (!term.ok) return refuse({ code: term.refusal.code, facts: { year: term.refusal.year } })
  const ranked = rows.flatMap((row) => (row ? [row] : []))
  const id = scene.newId('not')
  const row = {
    id,
    callId: call.id,
    title: body.title,
    body: body.body,
    state: 'standing' as const,
    startsOn,
    endsOn: term.value.endsOn,
    workingDays,
    items: ranked.map((one) => ({
      applicationId: one.id,
      title: one.title,
      unitName: one.unitName,
      rank: one.rank,
      result: body.results?.[one.id] ?? body.result ?? NOTICE_RESULT[call.kind],
    })),
    openObjections: 0,
    replaces: body.replaces ?? null,
    settledAt: null,
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
    ...dispatchStatements(scene, 'notice.published', noticePublishedWords({ ...row, items: row.items.length })),
  ]
  const answer = noticeCard(scene, row)
  const created = {
    entity: id,
    version: 1,
    verb: 'create',
    after: { state: row.state, applications: ids.length, startsOn, endsOn: row.endsOn, replaces: row.replaces },
  }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [created, ...events],
    statements,
    storedAnswer(201, answer, 1),
  )
  const known: Record<string, Refusal> = { duplicate: { code: 'invalid-input', fields: [REPLACED] } }
  return refusal ? refuse(refusedWrite(refusal, known)) : ok({ body: answer, version: 1 })
}
