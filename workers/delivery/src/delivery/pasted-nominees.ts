import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import type { NomineeRow } from '@shixun/tenant/weigh-nominee'

/** A line of a pasted list: a name, and the last characters of the document where names repeat. */
export type PastedName = { name: string; tail: string }
export type UnknownName = { row: number; name: string; problem: string }

/** Whoever pastes gives as much of the end of the document as there is at hand, or none. */
function sameTail(asked: string, tail: string): boolean {
  return asked.endsWith(tail) || tail.endsWith(asked)
}

/** The teachers that a pasted list means; a line that means nobody, or more than one, is told and not guessed. */
export function pastedNominees(
  pasted: readonly PastedName[],
  teachers: readonly Pick<NomineeRow, 'id' | 'name' | 'documentTail' | 'state'>[],
): { ids: string[]; unknown: UnknownName[] } {
  const ids: string[] = []
  const unknown: UnknownName[] = []
  for (const [index, { name, tail }] of pasted.entries()) {
    const asked = tail.toUpperCase()
    const found = teachers.filter(
      (one) => one.name === name && one.state === 'active' && sameTail(asked, one.documentTail.toUpperCase()),
    )
    const [only] = found
    if (found.length === 1 && only) ids.push(only.id)
    else {
      const problem = found.length === 0 ? 'nobody_of_name' : 'ambiguous_name'
      unknown.push({ row: index + 1, name, problem: FIELD_PROBLEMS[problem] ?? problem })
    }
  }
  return { ids, unknown }
}
