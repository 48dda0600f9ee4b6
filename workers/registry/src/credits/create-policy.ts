import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { policiesOfLine } from '@shixun/db/tenant/policies'
import { policies } from '@shixun/db/tenant/schema/credits'
import { POLICY } from '@shixun/domain/credits/credit-policy'
import type { Policy } from '@shixun/domain/credits/policy'
import { POLICY_SAMPLES } from '@shixun/domain/credits/samples/policy-samples'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { type PolicyRow, policyAnswer } from './policy-card.ts'

type Given =
  | { from: 'sample'; key: string }
  | { from: 'copy'; of: string }
  | { from: 'version'; of: string }
  | { from: 'body'; body: Policy }
/** The text that a new policy begins with, and the line that it continues. */
type Start = { body: Policy; line: readonly PolicyRow[] }

const HAS_DRAFT = { code: 'already-exists', facts: { what: '这份办法的下一版草稿' } } as const

async function startOf(scene: RegistryScene, given: Given): Promise<Result<Start, Refusal>> {
  const today = chinaDate(scene.now)
  if (given.from === 'body') return ok({ body: given.body, line: [] })
  if (given.from === 'sample') {
    const sample = POLICY_SAMPLES.find(({ key }) => key === given.key)
    return sample ? ok({ body: sample.policy, line: [] }) : refuse({ code: 'not-found' })
  }
  const [line] = await scene.store.tenant.read(policiesOfLine({ id: given.of }))
  const of = line.find(({ id }) => id === given.of)
  if (!of) return refuse({ code: 'not-found' })
  if (given.from === 'copy')
    return ok({ body: { ...of.body, title: `${of.body.title}（副本）`.slice(0, 200) }, line: [] })
  if (line.some(({ state }) => state === 'draft')) return refuse(HAS_DRAFT)
  const validFrom = of.body.validFrom > today ? of.body.validFrom : today
  return ok({ body: { ...of.body, validFrom, validTo: null }, line })
}

/** 新建学分办法：from a sample, a copy, a file, or as the next version of one. */
export async function createPolicy(scene: RegistryScene, { body: given }: { body: Given }): Promise<Verdict> {
  const start = await startOf(scene, given)
  if (!start.ok) return start
  const { body, line } = start.value
  const id = scene.newId('pol')
  const no = Math.max(0, ...line.map((one) => one.no)) + 1
  const row: PolicyRow = {
    id,
    line: line[0]?.line ?? id,
    no,
    title: body.title,
    body: { ...body, version: no },
    state: 'draft',
    validFrom: body.validFrom,
    publishedAt: null,
    version: 1,
    createdAt: scene.now,
  }
  const answer = policyAnswer(scene, row, [...line, row], null)
  const event = {
    entity: id,
    version: 1,
    verb: 'create',
    after: { state: row.state, title: row.title, from: given.from },
  }
  const statements = [insert(policies, row), ...arrive(scene, POLICY, row, null, row.state, {})]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(201, answer, 1))
  return refusal ? refuse(refusedWrite(refusal, { duplicate: HAS_DRAFT })) : ok({ body: answer, version: 1 })
}
