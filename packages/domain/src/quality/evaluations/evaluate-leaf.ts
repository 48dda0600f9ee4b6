import { chooseOfficial, type Figure, type Reason, undefinedFigure, variantsOf } from '../rankings/aggregate.ts'
import {
  formatRational,
  fromHundredths,
  type Hundredths,
  multiply,
  type Rational,
  rational,
  roundHalfUp2,
  ZERO,
} from '../rational.ts'
import { FULL_MARKS, type Leaf, type Method, type Nature, type Source } from '../rubrics/rubric.ts'
import { ownScore, type Scores } from '../scoring/scoresheet.ts'

export type EvaluationSheet = { rater: string; scores: Scores }

/**
 * How one leaf came to its figure. `scores`: the sheets' hundredths by rater; `measured`: the percentage (metric, survey) or points
 * (inspection, self) given. Exact figures are 'num/den' in points. `capped`: the measured figure was above what the leaf allows.
 * `raised` of a veto leaf; `state` says what the missing rule made of an absent figure.
 */
export type LeafDerivation = {
  key: string
  title: string
  source: Source
  nature: Nature
  max: Hundredths
  scores: { rater: string; score: Hundredths }[]
  measured: Hundredths | null
  variants: { mean: string | null; median: string | null; trimmed: string | null }
  methodUsed: Method | null
  fallback: Reason | null
  capped: boolean
  exact: string | null
  rounded: string | null
  raised: boolean | null
  state: 'scored' | 'missing_blocks' | 'missing_zero' | 'missing_left_out'
}

/** A leaf with its exact figures at hand; `value` null when nothing was scored or measured. */
export type LeafFigures = { leaf: Leaf; derivation: LeafDerivation; value: (method: Method) => Rational | null }

const PERCENT_SOURCES: readonly Source[] = ['metric', 'survey']

/** Points of a measured leaf: max × percentage for metric and survey, else the points themselves; never above max. */
function measuredPoints(leaf: Leaf, measured: Hundredths): { value: Rational; capped: boolean } {
  const top = PERCENT_SOURCES.includes(leaf.source) ? FULL_MARKS : leaf.max
  const kept = Math.min(measured, top)
  const value = PERCENT_SOURCES.includes(leaf.source)
    ? multiply(fromHundredths(leaf.max), rational(kept, FULL_MARKS))
    : fromHundredths(kept)
  return { value, capped: measured > top }
}

function isRaised(leaf: Leaf, scores: readonly Hundredths[]): boolean {
  const raised = scores.filter((score) => score > 0).length
  return leaf.vetoBy === 'any' ? raised > 0 : raised * 2 > scores.length
}

function text(figure: Figure): string | null {
  return figure.value === null ? null : formatRational(figure.value)
}

/** Severity is a property of whole sheets, so leaves of a severity-adjusted evaluation carry the mean. */
function leafMethod(method: Method): Method {
  return method === 'severity_adjusted' ? 'mean' : method
}

/** Figures of one leaf under every method; `method` is the one the derivation shows. */
export function leafFigures(
  leaf: Leaf,
  method: Method,
  sheets: readonly EvaluationSheet[],
  measured: Readonly<Record<string, Hundredths | null>>,
): LeafFigures {
  const byExperts = leaf.source === 'expert'
  const scores = byExperts
    ? sheets.flatMap(({ rater, scores: given }) => {
        const score = ownScore(given, leaf.key)
        return score === undefined ? [] : [{ rater, score }]
      })
    : []
  const figure = byExperts ? null : (ownScore(measured, leaf.key) ?? null)
  const points = figure === null || leaf.nature === 'veto' ? null : measuredPoints(leaf, figure)
  const plain = scores.map(({ score }) => score)
  const variants = { ...variantsOf(plain), severityAdjusted: undefinedFigure('not_calibrated') }
  const present = byExperts ? scores.length > 0 : figure !== null
  const value = (wanted: Method): Rational | null => {
    if (!present || leaf.nature === 'veto') return null
    return byExperts ? chooseOfficial(leafMethod(wanted), variants).official.value : (points?.value ?? null)
  }
  const chosen = byExperts && leaf.nature !== 'veto' ? chooseOfficial(leafMethod(method), variants) : null
  const exact = value(method)
  const raised = byExperts ? isRaised(leaf, plain) : (figure ?? 0) > 0
  return {
    leaf,
    value,
    derivation: {
      key: leaf.key,
      title: leaf.title,
      source: leaf.source,
      nature: leaf.nature,
      max: leaf.max,
      scores,
      measured: figure,
      variants: { mean: text(variants.mean), median: text(variants.median), trimmed: text(variants.trimmed) },
      methodUsed: chosen?.methodUsed ?? null,
      fallback: chosen?.fallback ?? null,
      capped: points?.capped ?? false,
      exact: exact === null ? null : formatRational(exact),
      rounded: exact === null ? null : roundHalfUp2(exact),
      raised: leaf.nature === 'veto' && present ? raised : null,
      state: present ? 'scored' : 'missing_blocks',
    },
  }
}

/** Sum over leaves of one nature; absent figures add nothing here. */
export function sumOf(figures: readonly LeafFigures[], nature: Nature, method: Method): Rational {
  return figures.reduce((all, { leaf, value }) => {
    const points = leaf.nature === nature ? value(method) : null
    return points === null ? all : rational(all.num * points.den + points.num * all.den, all.den * points.den)
  }, ZERO)
}
