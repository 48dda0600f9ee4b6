import { commit } from '@shixun/db/commit'
import { assertion, type Statement, statement } from '@shixun/db/statement'
import { policiesInForce, recomputationOfPolicy } from '@shixun/db/tenant/policies'
import { beginRecomputation } from '@shixun/db/tenant/standing-writes'
import { teachersInAll } from '@shixun/db/tenant/standings'
import { policiesOn } from '@shixun/domain/credits/policy-line'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { begunRow } from './planned-recomputations.ts'
import { type RecomputationRow, recomputationCard } from './recomputation-card.ts'

const STATES = { running: '正在计算', paused: '已暂停', done: '已算完' }

export async function readRecomputation(
  scene: RegistryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(recomputationOfPolicy({ policy: params.id }))
  return row ? ok({ body: recomputationCard(scene, row) }) : refuse({ code: 'not-found' })
}

async function answered(
  scene: RegistryScene,
  row: RecomputationRow,
  verb: string,
  { statements, status }: { statements: Statement[]; status: 200 | 202 },
): Promise<Verdict> {
  const answer = recomputationCard(scene, row)
  const event = { entity: `${row.policyId}/recomputation`, version: row.version, verb, after: { state: row.state } }
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(status, answer))
  return refusal
    ? refuse(refusedWrite(refusal, { 'moved-on': { code: 'version-stale' } }))
    : ok({ body: answer, status })
}

/** 重新计算全体：for whoever changed something that the program does not see. */
export async function startRecomputation(
  scene: RegistryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const today = chinaDate(scene.now)
  const [versions, [known], [all]] = await scene.store.tenant.read(
    policiesInForce(),
    recomputationOfPolicy({ policy: params.id }),
    teachersInAll(),
  )
  const inForce = policiesOn(versions, today).some(({ version }) => version.id === params.id)
  if (!inForce) {
    const known = versions.some(({ id }) => id === params.id)
    return refuse(known ? { code: 'state-refuses', facts: { state: '未在施行' } } : { code: 'not-found' })
  }
  if (known && known.state !== 'done') return refuse({ code: 'state-refuses', facts: { state: STATES[known.state] } })
  const row = begunRow({ policyId: params.id, kind: 'compute', reason: 'asked', months: [] }, known, {
    today,
    now: scene.now,
    teachers: all?.n ?? 0,
  })
  return answered(scene, row, 'recompute', { statements: [beginRecomputation(row)], status: 202 })
}

/** 暂停、继续：what was computed stays. */
export async function changeRecomputation(
  scene: RegistryScene,
  { params, body }: { params: { id: string }; body: { state: 'running' | 'paused' } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(recomputationOfPolicy({ policy: params.id }))
  if (!row) return refuse({ code: 'not-found' })
  if (row.state === 'done' || row.state === body.state)
    return refuse({ code: 'state-refuses', facts: { state: STATES[row.state] } })
  const next = { ...row, state: body.state, version: row.version + 1 }
  const statements = [
    assertion(
      'moved-on',
      "SELECT version = ? AND state <> 'done' FROM recomputations WHERE policy_id = ?",
      row.version,
      row.policyId,
    ),
    statement(
      'UPDATE recomputations SET state = ?, version = version + 1 WHERE policy_id = ?',
      body.state,
      row.policyId,
    ),
  ]
  return answered(scene, next, body.state === 'paused' ? 'pause' : 'resume', { statements, status: 200 })
}
