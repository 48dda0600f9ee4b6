/** What a search may be narrowed by. */
export const FACETS = ['level', 'phase', 'subject', 'module', 'mode', 'grade', 'model', 'curator'] as const
export type Facet = (typeof FACETS)[number]

/** A facet's value as one index token: a tokenizer splits free text, never letters and digits. */
export function facetToken(facet: Facet, value: string): string {
  return facet + [...value].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join('x')
}
