import fc from 'fast-check'
import { METRICS, type MetricKey } from '../assessments/metrics.ts'
import { type Criterion, METHODS, MISSING_RULES, NATURES, type Rubric, SOURCES } from './rubric.ts'
import { tidyRubric } from './tidy-rubric.ts'

const words = fc.string({ unit: fc.constantFrom('培', '训', 'a', '1', ' ', '=', '，', '\n', '"', '<'), maxLength: 12 })
const title = words.map((text) => text.replaceAll('\n', '').trim())
const hundredths = fc.integer({ min: 0, max: 10_000 })
const metric = fc.constantFrom(...(Object.keys(METRICS) as MetricKey[]))
const absent = fc.constant(undefined)

const leaf: fc.Arbitrary<Criterion> = fc.record({
  key: fc.constant(''),
  title,
  kind: fc.constant('leaf' as const),
  max: fc.oneof(absent, hundredths),
  source: fc.oneof(absent, fc.constantFrom(...SOURCES)),
  nature: fc.oneof(absent, fc.constantFrom(...NATURES)),
  vetoBy: fc.oneof(absent, fc.constantFrom('any' as const, 'majority' as const)),
  metric: fc.oneof(absent, metric),
  help: fc.oneof(absent, words),
})

function node(depth: number): fc.Arbitrary<Criterion> {
  if (depth === 1) return leaf
  const group = fc.record({
    key: fc.constant(''),
    title,
    kind: fc.constant('group' as const),
    max: fc.oneof(absent, hundredths),
    help: fc.oneof(absent, words),
    children: fc.array(node(depth - 1), { maxLength: 4 }),
  })
  return fc.oneof(leaf, group)
}

function keyed(nodes: readonly Criterion[], prefix: string): Criterion[] {
  return nodes.map((one, n) => {
    const key = `${prefix}${n}`
    return one.children ? { ...one, key, children: keyed(one.children, `${key}.`) } : { ...one, key }
  })
}

/** Any draft as it is kept: whole or not, four levels deep at most, keys its own. */
export const anyRubric: fc.Arbitrary<Rubric> = fc
  .record({
    title,
    criteria: fc.array(node(4), { maxLength: 4 }).map((nodes) => keyed(nodes, 'k')),
    missing: fc.constantFrom(...MISSING_RULES),
    bands: fc
      .array(fc.record({ title, from: hundredths }), { maxLength: 10 })
      .map((bands) => bands.map((band, n) => ({ key: `b${n + 1}`, ...band }))),
    method: fc.constantFrom(...METHODS),
    disagreement: fc.record({ gap: hundredths, passLine: hundredths }),
  })
  .map(tidyRubric)
