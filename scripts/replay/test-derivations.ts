import { createHash } from 'node:crypto'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { derive, drawnRaters } from '@shixun/domain/quality/evaluations/evaluation-inputs'
import { seededDraw } from '@shixun/domain/quality/panels/seeded-order'
import {
  DEFAULT_BANDS,
  DEFAULT_DISAGREEMENT,
  METHODS,
  MISSING_RULES,
  type Rubric,
} from '@shixun/domain/quality/rubrics/rubric'

/** Keys and titles whose order differs between alphabets: code units alone may decide. */
const KEYS = ['ı', 'I', 'i', 'ä', 'z', '10', '9', '中', '一'].map((letter, at) => ({ key: `k${at}`, title: letter }))

/** SHA-256 over the canonical bytes of many evaluations drawn from a seed: the same on every machine, in every zone and language. */
export function derivationsDigest(seed: string, many: number): string {
  const draw = seededDraw(seed)
  const hash = createHash('sha256')
  for (let n = 0; n < many; n++) {
    const leaves = KEYS.slice(0, 5).map((one) => ({ ...one, kind: 'leaf' as const, max: 2000 }))
    const more = KEYS.slice(5).map((one, at) => ({
      ...one,
      kind: 'leaf' as const,
      source: 'inspection' as const,
      ...(at % 2 === 0 ? { nature: 'bonus' as const, max: 500 } : { nature: 'deduction' as const, max: 500 }),
    }))
    const rubric: Rubric = {
      title: `İstanbul 评价 ${n}`,
      criteria: [...leaves, ...more],
      missing: MISSING_RULES[draw(MISSING_RULES.length)] ?? 'block',
      bands: DEFAULT_BANDS,
      method: 'mean',
      disagreement: DEFAULT_DISAGREEMENT,
    }
    const raters = ['exp_ı', 'exp_I', 'exp_é', 'exp_z', 'exp_中', 'exp_a', 'exp_b'].slice(0, 1 + draw(7))
    const sheets = raters.map((rater) => ({
      rater,
      scores: Object.fromEntries(leaves.map(({ key }) => [key, draw(41) * 50])),
    }))
    const inputs = {
      sheets,
      measured: Object.fromEntries(more.map(({ key }) => [key, draw(5) === 0 ? null : draw(60_000)])),
      severities: Object.fromEntries(raters.map((rater) => [rater, `${draw(900) - 450}/7`])),
      raters: drawnRaters(raters, `app_${n}`),
    }
    const method = METHODS[draw(METHODS.length)] ?? 'mean'
    hash.update(canonicalJson(derive(inputs, { rubric, rubricVersion: `rub/${n}`, method })))
  }
  return hash.digest('hex')
}

if (import.meta.main) console.log(derivationsDigest(process.argv[2] ?? '', Number(process.argv[3] ?? 0)))
