import { type EvaluationInputs, raterNumber } from '@shixun/domain/quality/evaluations/evaluation-inputs'
import { explainEvaluation as explainRules } from '@shixun/domain/quality/evaluations/explain'
import { explainTree } from '@shixun/domain/quality/evaluations/explain-tree'
import { EXPLAIN_ZH } from '@shixun/domain/quality/evaluations/explain-words'
import { EXPLAIN_EN } from '@shixun/domain/quality/evaluations/explain-words-en'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { loadEvaluation } from './load-evaluation.ts'

/** Inputs with experts by number: who they are is not part of how a score came about. */
function shownInputs(inputs: EvaluationInputs) {
  const places = new Map((inputs.raters ?? inputs.sheets.map(({ rater }) => rater)).map((rater, at) => [rater, at]))
  const numbered = (rater: string) => raterNumber(places.get(rater) ?? 0)
  const severities = Object.entries(inputs.severities ?? {}).map(([rater, points]) => [numbered(rater), points])
  return {
    sheets: inputs.sheets
      .map(({ rater, scores }) => ({ expert: numbered(rater), scores }))
      .toSorted((a, b) => (a.expert < b.expert ? -1 : 1)),
    measured: inputs.measured,
    severities: inputs.severities ? Object.fromEntries(severities) : null,
    evidence: inputs.evidence ?? [],
    rubricSha256: inputs.rubric?.sha256 ?? null,
    panelSheetsSha256: inputs.panel?.sheetsSha256 ?? null,
  }
}

/** 得分从何而来：every figure, its formula and its inputs. */
export async function explainEvaluation(
  scene: ReviewScene,
  { params, query }: { params: { id: string }; query: { language: 'zh' | 'en' } },
): Promise<Verdict> {
  const found = await loadEvaluation(scene, params.id)
  if (!found) return refuse({ code: 'not-found' })
  const { row, derivation, experts } = found
  const { id, total, band, engine, sha256, inputsSha256 } = row
  return ok({
    body: {
      id,
      total: total === null ? null : total / 100,
      band,
      engine,
      sha256,
      inputsSha256,
      experts,
      inputs: shownInputs(row.inputs),
      derivation,
      tree: explainTree(row.rubric?.criteria ?? [], derivation),
      lines: explainRules(derivation, query.language === 'en' ? EXPLAIN_EN : EXPLAIN_ZH),
    },
  })
}
