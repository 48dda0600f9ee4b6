import type { Sheet } from './scoresheet-page.tsx'

export interface SheetDraft {
  /** Hundredths by criterion. */
  scores: Readonly<Record<string, number>>
  comments: Readonly<Record<string, string>>
  comment: string
}

/** What was filled in and is not stored yet, with what it was filled in over. */
export interface StashedSheet {
  base: SheetDraft
  draft: SheetDraft
}

export function draftOf({ scores, comments, comment }: SheetDraft | Sheet): SheetDraft {
  return { scores, comments, comment }
}

/** One value a place, so that two drafts can be compared and brought together place by place. */
export function placesOf({ scores, comments, comment }: SheetDraft): Record<string, string | number> {
  const places: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(scores)) places[`scores/${key}`] = value
  for (const [key, text] of Object.entries(comments)) if (text.trim() !== '') places[`comments/${key}`] = text.trim()
  if (comment !== '') places['comment'] = comment
  return places
}

export function draftFrom(places: Readonly<Record<string, unknown>>): SheetDraft {
  const scores: Record<string, number> = {}
  const comments: Record<string, string> = {}
  for (const [place, value] of Object.entries(places)) {
    const at = place.indexOf('/')
    if (at < 0) continue
    const key = place.slice(at + 1)
    if (typeof value === 'number') scores[key] = value
    else if (typeof value === 'string') comments[key] = value
  }
  return { scores, comments, comment: String(places['comment'] ?? '') }
}

export function sameDraft(a: SheetDraft, b: SheetDraft): boolean {
  const [one, other] = [placesOf(a), placesOf(b)]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => one[key] === other[key])
}

const nameOf = (id: string) => `shixun.sheet.${id}`

/** Keeps what is not stored yet on this device; null forgets it. */
export function stashSheet(id: string, stashed: StashedSheet | null): void {
  try {
    if (stashed === null) localStorage.removeItem(nameOf(id))
    else localStorage.setItem(nameOf(id), JSON.stringify(stashed))
  } catch {
    // storage is closed or full: what is typed then lasts for this page only
  }
}

export function stashedSheet(id: string): StashedSheet | null {
  try {
    const text = localStorage.getItem(nameOf(id))
    return text === null ? null : (JSON.parse(text) as StashedSheet)
  } catch {
    return null
  }
}
