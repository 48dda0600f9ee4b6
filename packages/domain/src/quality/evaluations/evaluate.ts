import { type FieldProblem, ok, type Result, refuse } from '../../shared/result.ts'
import { type Reason, variantsOf } from '../rankings/aggregate.ts'
import { findDisagreement } from '../rankings/disagreement.ts'
import {
  add,
  clamp,
  divide,
  formatRational,
  fromHundredths,
  type Hundredths,
  multiply,
  negate,
  ONE,
  parseRational,
  type Rational,
  rational,
  roundHalfUp2,
  subtract,
  sum,
  toHundredths,
  ZERO,
} from '../rational.ts'
import {
  bandOf,
  expertLeaves,
  FULL_MARKS,
  leaves,
  lowestBand,
  METHODS,
  type Method,
  type MissingRule,
  ordinaryMax,
  type Rubric,
} from '../rubrics/rubric.ts'
import { checkSheet, ownScore, totalOver, uncappedTotal } from '../scoring/scoresheet.ts'
import { type EvaluationSheet, type LeafDerivation, type LeafFigures, leafFigures, sumOf } from './evaluate-leaf.ts'

/**
 * What this program can compute, newest last: a stored evaluation names its engine, and the same engine gives the same bytes again.
 * 'quality/1' applied median and trimmed leaf by leaf; 'quality/2' applies them to whole sheets, as the ranking does.
 */
export const ENGINES = ['quality/1', 'quality/2'] as const
export type Engine = (typeof ENGINES)[number]
export const ENGINE: Engine = 'quality/2'

/**
 * `measured`: per leaf that experts do not score, a percentage in hundredths (metric, survey: 9235 = 92.35 %) or points in hundredths
 * (inspection, self), null when absent; on a veto leaf anything above 0 raises it. `severities`: points per rater as 'num/den',
 * as the panel's severity model gave them; without them `severity_adjusted` falls back to the mean.
 */
export type EvaluationInput = {
  rubric: Rubric
  rubricVersion: string | number
  method: Method
  sheets: readonly EvaluationSheet[]
  measured: Readonly<Record<string, Hundredths | null>>
  severities?: Readonly<Record<string, string>>
}

/** The total under one method: exact in points ('num/den') and rounded; null when blocked or not computable, with the reason. */
type TotalVariant = {
  method: Method
  exact: string | null
  total: Hundredths | null
  reason: Reason | 'blocked' | null
}

/** Everything an evaluation rests on, as plain JSON: the same input gives the same bytes (`canonicalJson`). */
export type Derivation = {
  engine: Engine
  rubricTitle: string
  rubricVersion: string | number
  method: Method
  methodUsed: Method
  fallback: Reason | null
  missingRule: MissingRule
  status: 'final' | 'blocked'
  blockedBy: string[]
  leaves: LeafDerivation[]
  sheets: { rater: string; total: Hundredths }[]
  severities: { rater: string; severity: string }[]
  gap: string | null
  arbitration: boolean
  /** All in points as 'num/den'. `method` (from quality/2): what the method makes of whole sheets, less their mean. */
  steps: {
    ordinary: string
    weightPresent: Hundredths
    reweighted: string
    method?: string
    severity: string
    bonus: string
    deduction: string
    raw: string
    clamped: boolean
  }
  variants: TotalVariant[]
  totalExact: string | null
  total: Hundredths | null
  totalText: string | null
  vetoes: string[]
  band: string | null
  bandTitle: string | null
}

function checkInput(input: EvaluationInput): FieldProblem[] {
  const problems: FieldProblem[] = METHODS.includes(input.method)
    ? []
    : [{ pointer: '/method', problem: 'not_a_choice' }]
  const raters = input.sheets.map((sheet) => sheet.rater)
  input.sheets.forEach(({ rater, scores }, index) => {
    if (raters.indexOf(rater) < index) problems.push({ pointer: `/sheets/${index}`, problem: 'rater_scored_twice' })
    const found = checkSheet(input.rubric, scores, { complete: input.rubric.missing === 'block' })
    problems.push(...found.map((p) => ({ ...p, pointer: `/sheets/${index}${p.pointer}` })))
  })
  const asked = new Set(leaves(input.rubric).flatMap((leaf) => (leaf.source === 'expert' ? [] : [leaf.key])))
  for (const [key, value] of Object.entries(input.measured)) {
    const pointer = `/measured/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (!asked.has(key)) problems.push({ pointer, problem: 'unknown_criterion' })
    else if (value !== null && !(Number.isSafeInteger(value) && value >= 0))
      problems.push({ pointer, problem: 'out_of_range', limit: 0 })
  }
  return problems
}

/** An unjudged veto blocks under every rule: what nobody looked at is not cleared. With no ordinary leaf left there is nothing to weigh. */
function settleMissing(
  figures: readonly LeafFigures[],
  rule: MissingRule,
): { derivations: LeafDerivation[]; blockedBy: string[] } {
  const settled = figures.map(({ leaf, derivation }): LeafDerivation => {
    if (derivation.state === 'scored' || rule === 'block' || leaf.nature === 'veto') return derivation
    return { ...derivation, state: rule === 'zero' ? 'missing_zero' : 'missing_left_out' }
  })
  const blocking = settled.filter((leaf) => leaf.state === 'missing_blocks').map((leaf) => leaf.key)
  const ordinary = settled.filter((leaf) => leaf.nature === 'score')
  const nothing = ordinary.every((leaf) => leaf.state !== 'scored')
  return {
    derivations: settled,
    blockedBy: nothing && blocking.length === 0 ? ordinary.map((leaf) => leaf.key) : blocking,
  }
}

/** Mean severity of those who scored, in points, or why it is not known. */
function meanSeverity(input: EvaluationInput): { value: Rational } | { reason: Reason } {
  if (input.sheets.length === 0) return { reason: 'no_sheets' }
  const given = input.severities ?? {}
  const known = input.sheets.flatMap(({ rater }) => {
    const severity = parseRational(ownScore(given, rater) ?? '')
    return severity === null ? [] : [severity]
  })
  if (known.length < input.sheets.length) return { reason: 'not_calibrated' }
  return { value: divide(sum(known), rational(known.length)) }
}

type Assembly = { engine: Engine; method: Method; rule: MissingRule; severity: Rational; turn: Rational }

/** `turn`: median or trimmed mean of whole sheets less their mean, in points; it is scaled as the leaves are. */
function assemble(figures: readonly LeafFigures[], { engine, method, rule, severity, turn }: Assembly) {
  const ordinary = sumOf(figures, 'score', method)
  const weightPresent = ordinaryMax(figures.filter((f) => f.derivation.state === 'scored').map((f) => f.leaf))
  const share = rule === 'reweight' && weightPresent > 0 ? rational(FULL_MARKS, weightPresent) : ONE
  const reweighted = multiply(ordinary, share)
  const turned = multiply(turn, share)
  const bonus = sumOf(figures, 'bonus', method)
  const deduction = sumOf(figures, 'deduction', method)
  const raw = subtract(add(subtract(add(reweighted, turned), severity), bonus), deduction)
  const exact = clamp(raw, ZERO, fromHundredths(FULL_MARKS))
  const f = formatRational
  return {
    exact,
    steps: {
      ordinary: f(ordinary),
      weightPresent,
      reweighted: f(reweighted),
      ...(engine === 'quality/1' ? {} : { method: f(turned) }),
      severity: f(negate(severity)),
      bonus: f(bonus),
      deduction: f(deduction),
      raw: f(raw),
      clamped: f(raw) !== f(exact),
    },
  }
}

/** Sheet totals and the gap rule; a rubric whose experts hold only part of the 100 points is brought to 100 first. */
function agreementOf({ rubric, ...input }: EvaluationInput): Pick<Derivation, 'sheets' | 'gap' | 'arbitration'> {
  const asked = expertLeaves(rubric)
  const sheets = input.sheets.map(({ rater, scores }) => ({ rater, total: totalOver(asked, scores) }))
  const weight = ordinaryMax(asked)
  if (weight === 0) return { sheets, gap: null, arbitration: false }
  // Both sides of each comparison are multiplied instead of dividing, so that 29.99 and 30 stay apart exactly.
  const rule = rubric.disagreement
  const { gap, arbitration } = findDisagreement(
    sheets.map((sheet) => sheet.total * FULL_MARKS),
    { gap: rule.gap * weight, passLine: rule.passLine * weight },
  )
  return { sheets, gap: gap === null ? null : roundHalfUp2(rational(gap, weight * 100)), arbitration }
}

/** What median and trimmed mean make of whole sheets, each less the mean of those sheets. */
function turnsOf({ rubric, sheets }: EvaluationInput): { reason: Reason | null; of: (method: Method) => Rational } {
  const asked = expertLeaves(rubric)
  const { mean, median, trimmed } = variantsOf(sheets.map(({ scores }) => uncappedTotal(asked, scores)))
  const beside = { median, trimmed }
  return {
    // a sheet with gaps has no total that could stand beside the others'
    reason: sheets.some(({ scores }) => asked.some(({ key }) => ownScore(scores, key) === undefined))
      ? 'sheets_incomplete'
      : null,
    of: (method) => {
      const wanted = method === 'median' || method === 'trimmed' ? beside[method].value : null
      return wanted === null || mean.value === null ? ZERO : subtract(wanted, mean.value)
    },
  }
}

/** The reason why one method cannot be had for this item as a whole. */
function methodReason(
  method: Method,
  n: number,
  severity: ReturnType<typeof meanSeverity>,
  incomplete: Reason | null,
): Reason | null {
  if (n === 0) return method === 'mean' ? null : 'no_sheets'
  if (method === 'trimmed' && n < 5) return 'fewer_than_5_sheets'
  if (method === 'median' || method === 'trimmed') return incomplete
  return method === 'severity_adjusted' && 'reason' in severity ? severity.reason : null
}

/**
 * One evaluation: leaves aggregated exactly, measured leaves scaled, bonus and deduction capped, the missing rule, vetoes; the total
 * rounded once, half up. Refused: an expert who scores twice, sheets or figures that do not fit the rubric. Blocked (`status`): figures missing.
 */
export function evaluate(given: EvaluationInput, engine: Engine = ENGINE): Result<Derivation, FieldProblem[]> {
  const problems = checkInput(given)
  if (problems.length > 0) return refuse(problems)
  const input = { ...given, sheets: given.sheets.toSorted((a, b) => (a.rater < b.rater ? -1 : 1)) }
  const { rubric, method, sheets } = input
  const byLeaf = engine === 'quality/1'
  const leafMethod = (wanted: Method): Method => (byLeaf ? wanted : 'mean')
  const turns = byLeaf ? null : turnsOf(input)
  const figures = leaves(rubric).map((leaf) => leafFigures(leaf, leafMethod(method), sheets, input.measured))
  const { derivations, blockedBy } = settleMissing(figures, rubric.missing)
  const blocked = blockedBy.length > 0
  const severity = meanSeverity(input)
  const severityFor = (wanted: Method) =>
    wanted === 'severity_adjusted' && 'value' in severity ? severity.value : ZERO
  const assembled = (wanted: Method) =>
    assemble(figures, {
      engine,
      method: leafMethod(wanted),
      rule: rubric.missing,
      severity: severityFor(wanted),
      turn: turns?.of(wanted) ?? ZERO,
    })
  const fallback = methodReason(method, sheets.length, severity, turns?.reason ?? null)
  const methodUsed = fallback === null ? method : 'mean'
  const official = assembled(methodUsed)
  const variants = METHODS.map((wanted): TotalVariant => {
    const reason = blocked ? 'blocked' : methodReason(wanted, sheets.length, severity, turns?.reason ?? null)
    if (reason !== null) return { method: wanted, exact: null, total: null, reason }
    const { exact } = assembled(wanted)
    return { method: wanted, exact: formatRational(exact), total: toHundredths(exact), reason: null }
  })
  const vetoes = derivations.filter((leaf) => leaf.raised === true).map((leaf) => leaf.key)
  const total = blocked ? null : toHundredths(official.exact)
  const reached = total === null ? null : bandOf(rubric.bands, total)
  const band = vetoes.length > 0 ? lowestBand(rubric.bands) : reached
  return ok({
    engine,
    rubricTitle: rubric.title,
    rubricVersion: input.rubricVersion,
    method,
    methodUsed,
    fallback,
    missingRule: rubric.missing,
    status: blocked ? 'blocked' : 'final',
    blockedBy,
    leaves: derivations,
    ...agreementOf(input),
    severities: sheets.flatMap(({ rater }) => {
      const severity = ownScore(input.severities ?? {}, rater)
      return severity === undefined ? [] : [{ rater, severity }]
    }),
    steps: official.steps,
    variants,
    totalExact: blocked ? null : formatRational(official.exact),
    total,
    totalText: blocked ? null : roundHalfUp2(official.exact),
    vetoes,
    band: blocked ? null : (band?.key ?? null),
    bandTitle: blocked ? null : (band?.title ?? null),
  })
}
