import { type Criterion, DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric } from './rubric.ts'

export const leaf = (key: string, max: number | undefined, more: Partial<Criterion> = {}): Criterion => ({
  key,
  title: key,
  kind: 'leaf',
  ...(max === undefined ? {} : { max }),
  ...more,
})
export const group = (key: string, children: Criterion[], more: Partial<Criterion> = {}): Criterion => ({
  key,
  title: key,
  kind: 'group',
  children,
  ...more,
})
export const rubric = (criteria: Criterion[], more: Partial<Rubric> = {}): Rubric => ({
  title: '评分表',
  criteria,
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
  ...more,
})
