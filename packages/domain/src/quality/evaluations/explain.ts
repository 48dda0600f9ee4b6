import { formatHundredths, parseRational, type Rational, roundHalfUp2 } from '../rational.ts'
import type { Derivation } from './evaluate.ts'
import type { LeafDerivation } from './evaluate-leaf.ts'
import { EXPLAIN_ZH, type ExplainWords, type FormulaId, type InputId, type LineId } from './explain-words.ts'

type Input = { name: string; value: string }

/**
 * One line of an explanation: what was done, how it is worked out, and the figures that went in. `id` says which step it is
 * (`leaf/KEY`, `total` …), `formulaId` the formula whatever the language; `exact` is the step's figure as 'num/den'.
 */
export type Explanation = {
  id: string
  line: string
  formulaId: FormulaId
  formula: string
  exact: string | null
  inputs: Input[]
}

/** What the steps are told with: words, and experts by number. */
type Teller = { words: ExplainWords; say: (id: LineId, facts?: Record<string, string>) => string }
type Step = Omit<Explanation, 'formula'>

function fill(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
}

/** An exact figure as people read it: two decimals. */
function show(exact: string | null, none: string): string {
  const value = exact === null ? null : parseRational(exact)
  return value === null ? none : roundHalfUp2(value)
}

function signed(exact: string, none: string): string {
  const text = show(exact, none)
  return text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`
}

/** An exact figure in decimals as far as they end, six at most, with the fraction where they do not. */
export function showExact({ num, den }: Rational): string {
  const places = 1_000_000n
  const magnitude = num < 0n ? -num : num
  const decimals = String(((magnitude % den) * places) / den)
    .padStart(6, '0')
    .replace(/0+$/, '')
  const text = `${num < 0n ? '−' : ''}${magnitude / den}${decimals ? `.${decimals}` : ''}`
  return (places * magnitude) % den === 0n ? text : `${text}…（${num}/${den}）`
}

const isPercent = (leaf: LeafDerivation) => leaf.source === 'metric' || leaf.source === 'survey'

function leafFormula(leaf: LeafDerivation): FormulaId {
  if (leaf.nature === 'veto') return 'no_points'
  if (isPercent(leaf)) return 'percent_of_max'
  if (leaf.source !== 'expert') return 'as_found'
  if (leaf.methodUsed === 'median') return 'median_of_experts'
  return leaf.methodUsed === 'trimmed' ? 'trimmed_of_experts' : 'mean_of_experts'
}

function numbered(words: ExplainWords, id: InputId, rater: string, place: number): string {
  const no = /^\d+$/.test(rater) ? String(Number(rater)) : String(place + 1)
  return fill(words.input[id], { no })
}

function leafInputs({ words }: Teller, leaf: LeafDerivation): Input[] {
  const { measured } = leaf
  return [
    ...(leaf.nature === 'veto' ? [] : [{ name: words.input.max, value: formatHundredths(leaf.max) }]),
    ...leaf.scores.map(({ rater, score }, place) => ({
      name: numbered(words, 'expert', rater, place),
      value: formatHundredths(score),
    })),
    ...(measured === null
      ? []
      : [{ name: words.source[leaf.source], value: `${formatHundredths(measured)}${isPercent(leaf) ? '%' : ''}` }]),
  ]
}

function leafLine({ say, words }: Teller, leaf: LeafDerivation): string {
  const { title } = leaf
  if (leaf.state === 'missing_blocks') return say('leaf_blocks', { title })
  if (leaf.state === 'missing_zero') return say('leaf_zero', { title })
  if (leaf.state === 'missing_left_out') return say('leaf_left_out', { title })
  if (leaf.nature === 'veto') return say(leaf.raised ? 'veto_raised' : 'veto_clear', { title })
  const id = leaf.nature === 'bonus' ? 'leaf_bonus' : leaf.nature === 'deduction' ? 'leaf_deduction' : 'leaf_scored'
  const line = say(id, { title, points: leaf.rounded ?? words.none })
  return leaf.capped ? say('leaf_capped', { line }) : line
}

function methodStep({ say, words }: Teller, derivation: Derivation): Step {
  const { method, methodUsed, fallback, steps } = derivation
  const line = fallback
    ? say('method_fallback', { method: words.method[method], reason: words.reason[fallback] })
    : say('method', { method: words.method[methodUsed] })
  return {
    id: 'method',
    line,
    formulaId: 'side_by_side',
    exact: steps.method ?? null,
    inputs: derivation.variants.map(({ method: one, total, reason }) => ({
      name: words.method[one],
      value: total === null ? (reason ? words.reason[reason] : words.none) : formatHundredths(total),
    })),
  }
}

function gapStep({ say, words }: Teller, { gap, arbitration, sheets }: Derivation): Step[] {
  if (gap === null) return []
  const inputs = sheets.map(({ rater, total }, place) => ({
    name: numbered(words, 'expert_total', rater, place),
    value: formatHundredths(total),
  }))
  return [
    { id: 'gap', line: say(arbitration ? 'gap_calls' : 'gap_fine', { gap }), formulaId: 'gap', exact: null, inputs },
  ]
}

function blockedStep({ say, words }: Teller, { leaves, blockedBy }: Derivation): Step {
  const missing = leaves.filter((leaf) => blockedBy.includes(leaf.key))
  const inputs = missing.map(({ title }) => ({ name: title, value: words.input.missing }))
  return { id: 'blocked', line: say('blocked'), formulaId: 'complete_first', exact: null, inputs }
}

/** What stands between the sum of the leaves and the total, each only where it changed something. */
function adjustments({ say, words }: Teller, { steps, methodUsed, sheets, severities }: Derivation): Step[] {
  const found: Step[] = []
  const { none, input } = words
  if (steps.reweighted !== steps.ordinary)
    found.push({
      id: 'reweighted',
      line: say('reweighted', { points: show(steps.reweighted, none) }),
      formulaId: 'reweight',
      exact: steps.reweighted,
      inputs: [
        { name: input.present_points, value: show(steps.ordinary, none) },
        { name: input.present_max, value: formatHundredths(steps.weightPresent) },
      ],
    })
  if (steps.method !== undefined && steps.method !== '0')
    found.push({
      id: 'method_turn',
      line: say('method_turn', { method: words.method[methodUsed], turn: signed(steps.method, none) }),
      formulaId: 'whole_sheets',
      exact: steps.method,
      inputs: sheets.map(({ rater, total }, place) => ({
        name: numbered(words, 'expert_total', rater, place),
        value: formatHundredths(total),
      })),
    })
  if (steps.severity !== '0')
    found.push({
      id: 'severity',
      line: say('severity', { points: signed(steps.severity, none) }),
      formulaId: 'severity_taken_off',
      exact: steps.severity,
      inputs: severities.map(({ rater, severity }, place) => ({
        name: numbered(words, 'expert_severity', rater, place),
        value: signed(severity, none),
      })),
    })
  return found
}

function totalSteps(teller: Teller, derivation: Derivation): Step[] {
  if (derivation.status === 'blocked') return [blockedStep(teller, derivation)]
  const { say, words } = teller
  const { steps, totalExact } = derivation
  const points = derivation.totalText ?? words.none
  const exact = totalExact === null ? null : parseRational(totalExact)
  const veto = derivation.vetoes.length > 0
  const value = (figure: string) => show(figure, words.none)
  return [
    ...adjustments(teller, derivation),
    {
      id: 'total',
      line: say(steps.clamped ? 'total_clamped' : 'total', { points }),
      formulaId: 'sum',
      exact: totalExact,
      inputs: [
        { name: words.input.leaf_points, value: value(steps.reweighted) },
        ...(steps.method === undefined ? [] : [{ name: words.input.method_turn, value: value(steps.method) }]),
        { name: words.input.severity, value: value(steps.severity) },
        { name: words.input.bonus, value: value(steps.bonus) },
        { name: words.input.deduction, value: value(steps.deduction) },
      ],
    },
    {
      id: 'rounding',
      line: say('rounding', { exact: exact === null ? words.none : showExact(exact), points }),
      formulaId: 'round_once',
      exact: totalExact,
      inputs: [{ name: words.input.exact, value: totalExact ?? words.none }],
    },
    {
      id: 'band',
      line: say('band', { band: derivation.bandTitle ?? words.none }),
      formulaId: veto ? 'band_of_veto' : 'band_reached',
      exact: null,
      inputs: [{ name: words.input.total, value: points }],
    },
  ]
}

/** The whole derivation, line by line, in words a school understands; experts appear by number, never by name. */
export function explainEvaluation(derivation: Derivation, words: ExplainWords = EXPLAIN_ZH): Explanation[] {
  const teller: Teller = { words, say: (id, facts = {}) => fill(words.line[id], facts) }
  const steps: Step[] = [
    ...derivation.leaves.map((leaf) => ({
      id: `leaf/${leaf.key}`,
      line: leafLine(teller, leaf),
      formulaId: leafFormula(leaf),
      exact: leaf.exact,
      inputs: leafInputs(teller, leaf),
    })),
    methodStep(teller, derivation),
    ...gapStep(teller, derivation),
    ...totalSteps(teller, derivation),
  ]
  return steps.map(({ formulaId, ...step }) => ({ ...step, formulaId, formula: words.formula[formulaId] }))
}
