import type { rubricById } from '@shixun/db/tenant/quality'
import { scopeOf } from '@shixun/domain/identity/permission'
import { RUBRIC } from '@shixun/domain/quality/lifecycles'
import { checkRubric } from '@shixun/domain/quality/rubrics/check-rubric'
import { placeOf } from '@shixun/domain/quality/rubrics/rubric-place'
import { fieldWords } from '@shixun/http/problem-response'
import { actionsOf } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'

export type RubricRow = ReturnType<ReturnType<typeof rubricById>['decode']>
type Card = Omit<RubricRow, 'body'>

export function versionParts({ id, line, no, title, state, publishedAt }: Card) {
  return { id, line, no, title, state, publishedAt }
}

/** What was never published is the bureau's own business: schools, providers, experts and curators meet published versions. */
export function isShown(scene: ReviewScene, { state, publishedAt }: Pick<Card, 'state' | 'publishedAt'>): boolean {
  const inHouse = scopeOf(scene.visitor, 'panel.read') !== null
  return inHouse || state === 'published' || (state === 'retired' && publishedAt !== null)
}

/** A version in a list. */
export function rubricCard(scene: ReviewScene, row: Card) {
  const writes = scopeOf(scene.visitor, 'rubric.write') !== null
  const own = row.state === 'draft' ? ['edit'] : ['next-version']
  return {
    ...versionParts(row),
    purpose: row.purpose,
    sample: row.sample,
    version: row.version,
    createdAt: row.createdAt,
    actions: [...(writes ? own : []), ...actionsOf(scene, RUBRIC, row.state, {})],
  }
}

/** What keeps a rubric from being published, each with its place and what to do. */
export function rubricProblems({ purpose, body }: Pick<RubricRow, 'purpose' | 'body'>) {
  return checkRubric(body, purpose).map((problem) => ({
    ...problem,
    place: placeOf(body, problem.pointer),
    detail: fieldWords(problem),
  }))
}

/** A version whole: its text and, of a draft, what is still missing. */
export function rubricAnswer(scene: ReviewScene, row: RubricRow) {
  const problems = row.state === 'draft' ? rubricProblems(row) : []
  return { ...rubricCard(scene, row), body: row.body, problems }
}
