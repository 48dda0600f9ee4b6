import type { MetricKey } from '../../assessments/metrics.ts'
import { type Criterion, DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric, type Source } from '../rubric.ts'
import { tidyRubric } from '../tidy-rubric.ts'

/** A rubric to start from: an editable copy becomes a draft of the tenant. Weights are ours; no official set is known to exist. */
export type SampleRubric = {
  key: string
  use: 'application' | 'completion'
  /** When a bureau would take it, and what it was put together from. */
  about: string
  rubric: Rubric
}

export function group(key: string, title: string, children: Criterion[]): Criterion {
  return { key, title, kind: 'group', children }
}

export function leaf(key: string, title: string, points: number, help: string, source: Source = 'expert'): Criterion {
  return { key, title, kind: 'leaf', max: points * 100, source, nature: 'score', help }
}

/** A leaf whose figure is computed from what delivery, surveys, money and follow-up keep. */
export function measured(key: string, title: string, points: number, metric: MetricKey, help = ''): Criterion {
  return { key, title, kind: 'leaf', max: points * 100, source: 'metric', nature: 'score', metric, help }
}

/** A leaf beside the 100 points; the points are its cap. */
export function extra(
  key: string,
  title: string,
  nature: 'bonus' | 'deduction',
  points: number,
  help: string,
  source: Source = 'expert',
): Criterion {
  return { key, title, kind: 'leaf', max: points * 100, source, nature, help }
}

export function veto(key: string, title: string, help: string, source: Source = 'expert'): Criterion {
  return { key, title, kind: 'leaf', source, nature: 'veto', vetoBy: 'majority', help }
}

export function rubric(title: string, criteria: Criterion[], more: Partial<Rubric> = {}): Rubric {
  return tidyRubric({
    title,
    criteria,
    missing: 'block',
    bands: DEFAULT_BANDS,
    method: 'mean',
    disagreement: DEFAULT_DISAGREEMENT,
    ...more,
  })
}
