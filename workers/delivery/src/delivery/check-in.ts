import { commit } from '@shixun/db/commit'
import { checkInOf } from '@shixun/db/tenant/attendance'
import { settingByKey } from '@shixun/db/tenant/house'
import { judgeCheckIn } from '@shixun/domain/delivery/attendance'
import { freshnessOf, parseCode } from '@shixun/domain/delivery/check-in-code'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { ATTENDANCE, attendanceRulesOf } from './attendance-rules.ts'
import { ATTENDANCE_CLOSED, arriveStatements, markEntity, stillOpen } from './attendance-writes.ts'
import { isGenuine } from './check-in-mac.ts'

type Row = ReturnType<ReturnType<typeof checkInOf>['decode']>

const why = (text: string) => refuse<Refusal>({ code: 'code-refused', facts: { why: text } })

/** The session and window that a code names, when this house made it for this district. */
async function readCode(
  scene: DeliveryScene,
  text: string,
): Promise<Result<{ session: string; window: number }, Refusal>> {
  const code = parseCode(text)
  if (!code) return why('二维码不完整，或不是本系统的签到码。请对准签到屏重新扫一次。')
  const { slug, name } = scene.store.tenant.district
  if (code.slug !== slug)
    return why(
      `这是另一个教育局（${code.slug}）的签到码，您现在登录的是${name}。如果您在那里也有账号，请切换后再扫；外单位学员请当面由承办单位登记。`,
    )
  return (await isGenuine(scene, code)) ? ok(code) : why('这个签到码是伪造的或已损坏。请对准签到屏重新扫一次。')
}

function decideScan(
  scene: DeliveryScene,
  window: number,
  row: Row | undefined,
  setting: string | undefined,
): Result<{ row: Row; enrolmentId: string; minutes: number; lateBy: number }, Refusal> {
  const rules = attendanceRulesOf(setting)
  if (!row) return why('这次课已不在课表中。请看最新的课表。')
  const { way, markedAt, markedMinutes, markedReason: reason, enrolmentState, enrolmentId } = row
  const mark = way === null || markedAt === null ? null : { way, minutes: markedMinutes ?? 0, at: markedAt, reason }
  const verdict = judgeCheckIn({
    session: row,
    cohort: { title: row.cohortTitle, state: row.cohortState },
    enrolment: enrolmentState === null ? null : { state: enrolmentState },
    mark,
    rules,
    now: scene.now,
  })
  // who is there already is told so, however old the picture that they scan
  const freshness = mark ? 'fresh' : freshnessOf(window, rules, scene.store.wallMs())
  if (freshness === 'expired') return refuse({ code: 'code-expired', facts: { seconds: rules.rotateSeconds } })
  if (freshness === 'ahead') return why('这个签到码还没有显示在签到屏上。请对准屏幕上正在显示的二维码。')
  if (!verdict.ok) return verdict
  return ok({ row, enrolmentId: enrolmentId ?? '', ...verdict.value })
}

/** 扫码签到：once for each teacher and session, however often and from however many phones it is tried. */
export function checkIn(scene: DeliveryScene, { body }: { body: { code: string } }): Promise<Verdict> {
  const teacher = scene.visitor.kind === 'person' ? (scene.visitor.unit ?? '') : ''
  return takeCheckIn(scene, body.code, (id) => checkInOf({ id, teacher }))
}

/** The same for whoever `rowAt` finds on the roster of a session: a teacher of this bureau, or a guest by their pass. */
export async function takeCheckIn(
  scene: DeliveryScene,
  text: string,
  rowAt: (session: string) => ReturnType<typeof checkInOf>,
): Promise<Verdict> {
  const code = await readCode(scene, text)
  if (!code.ok) return code
  const { tenant } = scene.store
  const look = async () => {
    const [[row], [setting]] = await tenant.read(rowAt(code.value.session), settingByKey({ key: ATTENDANCE }))
    return decideScan(scene, code.value.window, row, setting?.value)
  }
  const decided = await look()
  if (!decided.ok) return decided
  const { row, enrolmentId, minutes, lateBy } = decided.value
  const { cohortId, cohortTitle, topic } = row
  const answer = { cohortId, cohortTitle, topic, at: scene.now, minutes, lateBy }
  const mark = { sessionId: row.id, enrolmentId, way: 'code' as const, minutes, reason: null }
  const event = { entity: markEntity(row.id, enrolmentId), version: 1, verb: 'check_in', after: { minutes, lateBy } }
  const statements = [stillOpen(row.id, 'scan'), ...arriveStatements(mark, scene.now)]
  const refusal = await commit(tenant, scene.hand, [event], statements, storedAnswer(200, answer))
  if (!refusal) return ok({ body: answer })
  if (refusal.kind === 'assertion') return refuse(refusedWrite(refusal, ATTENDANCE_CLOSED))
  // another of their phones was faster: what stands now says when
  const again = await look()
  return again.ok ? refuse({ code: 'version-stale' }) : again
}
