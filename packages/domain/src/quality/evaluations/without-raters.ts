import type { Derivation } from './evaluate.ts'

/** Experts keep their names to themselves: whoever reads a derivation finds 专家1, 专家2 in the order of their ids. */
export function withoutRaters(derivation: Derivation): Derivation {
  const raters = [...new Set(derivation.sheets.map((sheet) => sheet.rater))].sort()
  let text = JSON.stringify(derivation)
  raters.forEach((rater, index) => {
    text = text.replaceAll(JSON.stringify(rater), JSON.stringify(`专家${index + 1}`))
  })
  return JSON.parse(text)
}
