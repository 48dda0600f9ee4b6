import { markOf, namePattern } from './blind.ts'

/** Puts neutral marks in the place of these names; the pattern is made once for many texts. */
export function nameMasker(names: readonly string[]): (text: string) => string {
  const pattern = namePattern(names)
  return (text) => (pattern === null ? text : text.replace(pattern, (match) => markOf(match)))
}

/** Which of these names stand in the texts, as they are written there, each once. */
export function namesFound(texts: readonly string[], names: readonly string[]): string[] {
  const pattern = namePattern(names)
  if (pattern === null) return []
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([found]) => found)))]
}
