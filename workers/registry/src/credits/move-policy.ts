import { commit } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { policiesInForce, policiesOfLine, recomputationStates } from '@shixun/db/tenant/policies'
import { policies } from '@shixun/db/tenant/schema/credits'
import { teachersInAll } from '@shixun/db/tenant/standings'
import { POLICY, type PolicyAction } from '@shixun/domain/credits/credit-policy'
import type { Policy } from '@shixun/domain/credits/policy'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { fieldWords } from '@shixun/http/problem-response'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { begunRows } from './planned-recomputations.ts'
import { type PolicyRow, policyAnswer, policyProblems } from './policy-card.ts'

/** Problems in which two rules stand against each other, both named in their words. */
const CONTRADICTIONS = new Set(['contradiction', 'crossing_caps', 'mixed_caps', 'shadowed', 'duplicate'])

export function unpublishable(problems: readonly FieldProblem[]): Refusal {
  const fields = problems.map((problem) => ({ ...problem, pointer: `/body${problem.pointer}` }))
  const rules = problems.filter(({ problem }) => CONTRADICTIONS.has(problem)).map(fieldWords)
  if (rules.length === 0) return { code: 'invalid-input', fields }
  return { code: 'policy-contradicts', fields, facts: { rules: `${rules.slice(0, 3).join('；')}。` } }
}

/** Every move of a policy; standings follow what is in force afterwards, by recomputations that begin in the same batch. */
export async function movePolicy(
  scene: RegistryScene,
  {
    id,
    action,
    note,
    validFrom,
  }: { id: string; action: PolicyAction; note?: string | undefined; validFrom?: string | undefined },
): Promise<Verdict> {
  const [line, versions, known, [all]] = await scene.store.tenant.read(
    policiesOfLine({ id }),
    policiesInForce(),
    recomputationStates(),
    teachersInAll(),
  )
  const found = line.find((one) => one.id === id)
  if (!found) return refuse({ code: 'not-found' })
  const body: Policy = validFrom === undefined ? found.body : { ...found.body, validFrom }
  const row: PolicyRow = { ...found, body, validFrom: body.validFrom }
  const problems = action === 'publish' && row.state === 'draft' ? policyProblems(row, line) : []
  const decided = decide(scene, {
    machine: POLICY,
    row,
    action,
    note,
    facts: { policy_consistent: problems.length === 0 },
  })
  if (!decided.ok) return decided.refusal.code === 'policy-contradicts' ? refuse(unpublishable(problems)) : decided
  const { to, version, event, follow } = decided.value
  const set: Partial<PolicyRow> =
    action === 'publish' ? { state: to, body, validFrom: body.validFrom, publishedAt: scene.now } : { state: to }
  const moved = { ...row, ...set, version }
  const after = [...versions.filter((one) => one.id !== id), moved]
  const begun = begunRows(after, known, {
    today: chinaDate(scene.now),
    now: scene.now,
    teachers: all?.n ?? 0,
    asPublished: id,
  })
  const answer = policyAnswer(
    scene,
    moved,
    line.map((one) => (one.id === id ? moved : one)),
    begun.rows.find((one) => one.policyId === id) ?? known.find((one) => one.policyId === id) ?? null,
  )
  const statements: Statement[] = [updateSeen(policies, found, set), ...follow, ...begun.statements]
  const refusal = await commit(scene.store.tenant, scene.hand, [event], statements, storedAnswer(200, answer, version))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
