import type { policiesInForce, policyById, recomputationOfPolicy } from '@shixun/db/tenant/policies'
import { checkPolicy } from '@shixun/domain/credits/check-policy'
import { POLICY } from '@shixun/domain/credits/credit-policy'
import { policyInWords } from '@shixun/domain/credits/policy-in-words'
import { countsTogether, earlierOf, policiesOn } from '@shixun/domain/credits/policy-line'
import { scopeOf } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { FieldProblem } from '@shixun/domain/shared/result'
import { fieldWords } from '@shixun/http/problem-response'
import { actionsOf } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { recomputationCard } from './recomputation-card.ts'

export type PolicyRow = ReturnType<ReturnType<typeof policyById>['decode']>
export type VersionRow = ReturnType<ReturnType<typeof policiesInForce>['decode']>
type RecomputationRow = ReturnType<ReturnType<typeof recomputationOfPolicy>['decode']>

/** What is wrong with a version, by itself and as the successor of those before it. */
export function policyProblems(row: PolicyRow, line: readonly PolicyRow[]): FieldProblem[] {
  const problems = checkPolicy(row.body)
  if (problems.length > 0) return problems
  const before = line.filter(({ id, no, state }) => id !== row.id && no < row.no && state !== 'draft')
  const last = before
    .map(({ validFrom }) => validFrom)
    .sort()
    .at(-1)
  if (last !== undefined && row.body.validFrom < last)
    return [{ pointer: '/validFrom', problem: 'before_earlier_version', limit: last }]
  if (!countsTogether(row.body, earlierOf(row, line)))
    return [{ pointer: '/minutesPerHour', problem: 'scale_too_fine' }]
  return []
}

function own(scene: RegistryScene, row: Pick<PolicyRow, 'state'>): string[] {
  if (scopeOf(scene.visitor, 'policy.write') === null) return []
  return row.state === 'draft' ? ['edit', 'simulate', 'copy'] : ['simulate', 'copy', 'version']
}

export function versionParts({ id, line, no, title, state, validFrom, publishedAt }: Omit<PolicyRow, 'body'>) {
  return { id, line, no, title, state, validFrom, publishedAt }
}

/** A version in a list; whether it can be published is told where its text is read. */
export function policyCard(scene: RegistryScene, row: Omit<PolicyRow, 'body'>, versions: readonly VersionRow[]) {
  const inForce = policiesOn(versions, chinaDate(scene.now)).some(({ version }) => version.id === row.id)
  return {
    ...versionParts(row),
    version: row.version,
    createdAt: row.createdAt,
    inForce,
    actions: [...own(scene, row), ...actionsOf(scene, POLICY, row.state, {})],
  }
}

/** A version whole: text, words, what is wrong with it, its line and how far it is computed. */
export function policyAnswer(
  scene: RegistryScene,
  row: PolicyRow,
  line: readonly PolicyRow[],
  recomputation: RecomputationRow | null,
) {
  const problems = row.state === 'draft' ? policyProblems(row, line) : []
  const card = policyCard(scene, row, line)
  return {
    ...card,
    actions: [
      ...own(scene, row).filter((action) => action !== 'version' || !line.some(({ state }) => state === 'draft')),
      ...actionsOf(scene, POLICY, row.state, { policy_consistent: problems.length === 0 }),
    ],
    body: row.body,
    words: policyInWords(row.body),
    problems: problems.map((problem) => ({ pointer: problem.pointer, detail: fieldWords(problem) })),
    versions: line.map(versionParts),
    recomputation: recomputation ? recomputationCard(scene, recomputation) : null,
  }
}
