import { call } from '../../call.ts'
import type { Division } from '../../ui/division-cascader.tsx'

/** Divisions under a code for the cascader; rejects when they cannot be read. */
export async function loadDivisions(parent: string | null): Promise<readonly Division[]> {
  const answer = await call('listDivisions', { query: parent === null ? {} : { under: parent } })
  if (!answer.ok) throw new Error(answer.problem.title)
  return answer.body.items
}
