import { type Hundredths, parseHundredths } from '../rational.ts'
import type { Derivation } from './evaluate.ts'

/** One criterion before and after: points in hundredths, null where there were none; `raised` of a veto. */
type ComparedLeaf = {
  key: string
  title: string
  before: ComparedFigure | null
  after: ComparedFigure | null
  change: Hundredths | null
  changed: boolean
}
type ComparedFigure = {
  points: Hundredths | null
  measured: Hundredths | null
  scores: { rater: string; score: Hundredths }[]
  raised: boolean | null
  state: string
}

export type Comparison = {
  total: { before: Hundredths | null; after: Hundredths | null; change: Hundredths | null }
  band: { before: string | null; after: string | null }
  method: { before: string; after: string }
  rubricVersion: { before: string; after: string }
  engine: { before: string; after: string }
  sheets: { before: number; after: number }
  leaves: ComparedLeaf[]
}

function difference(before: Hundredths | null, after: Hundredths | null): Hundredths | null {
  return before === null || after === null ? null : after - before
}

type Leaf = Derivation['leaves'][number]

function figureOf(leaf: Leaf | undefined): ComparedFigure | null {
  if (!leaf) return null
  const { rounded, measured, scores, raised, state } = leaf
  return { points: rounded === null ? null : parseHundredths(rounded), measured, scores, raised, state }
}

function comparedLeaf(key: string, old: Leaf | undefined, now: Leaf | undefined): ComparedLeaf {
  const before = figureOf(old)
  const after = figureOf(now)
  return {
    key,
    title: now?.title ?? old?.title ?? key,
    before,
    after,
    change: difference(before?.points ?? null, after?.points ?? null),
    // the exact figure may differ where the rounded one does not
    changed: JSON.stringify(before) !== JSON.stringify(after) || old?.exact !== now?.exact,
  }
}

/** Two evaluations of one subject line by line, in the order of the newer rubric; criteria that it dropped come last. */
export function compareEvaluations(before: Derivation, after: Derivation): Comparison {
  const old = new Map(before.leaves.map((leaf) => [leaf.key, leaf]))
  const now = new Map(after.leaves.map((leaf) => [leaf.key, leaf]))
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))]
  return {
    total: { before: before.total, after: after.total, change: difference(before.total, after.total) },
    band: { before: before.bandTitle, after: after.bandTitle },
    method: { before: before.methodUsed, after: after.methodUsed },
    rubricVersion: { before: String(before.rubricVersion), after: String(after.rubricVersion) },
    engine: { before: before.engine, after: after.engine },
    sheets: { before: before.sheets.length, after: after.sheets.length },
    leaves: keys.map((key) => comparedLeaf(key, old.get(key), now.get(key))),
  }
}
