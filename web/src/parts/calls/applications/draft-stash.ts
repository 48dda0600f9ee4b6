import type { Application } from './application-moves.tsx'
import { contentOf, type DraftContent, sameContent } from './draft-content.ts'

/** What was typed and not saved yet, with what it was typed over. */
export interface Stashed {
  version: number
  formNo: number
  form: Application['form']
  base: DraftContent
  content: DraftContent
}

function nameOf(id: string): string {
  return `shixun.draft.${id}`
}

/** Keeps unsaved words in this browser until the server has them; null forgets them. */
export function stashDraft(id: string, stashed: Stashed | null): void {
  try {
    if (stashed === null) localStorage.removeItem(nameOf(id))
    else localStorage.setItem(nameOf(id), JSON.stringify(stashed))
  } catch {
    // storage is closed or full: what is typed then lasts for this page only
  }
}

/** What an earlier visit could not save, when it says anything that the server does not. */
export function stashedDraft(initial: Application): Stashed | null {
  try {
    const text = localStorage.getItem(nameOf(initial.id))
    const found = text === null ? null : (JSON.parse(text) as Stashed)
    if (found && !sameContent(found.content, contentOf(initial))) return found
    // saved after all, and the answer was lost
    stashDraft(initial.id, null)
    return null
  } catch {
    return null
  }
}
