import { describe, expect, it } from 'vitest'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric } from '../rubrics/rubric.ts'
import { compareEvaluations } from './compare-evaluations.ts'
import { correctInputs, hasFiguresToCorrect } from './correct-inputs.ts'
import type { Derivation } from './evaluate.ts'
import { derive, type EvaluationInputs } from './evaluation-inputs.ts'
import { type ExplainedNode, explainTree } from './explain-tree.ts'

const rubric: Rubric = {
  title: '结项评价',
  criteria: [
    {
      key: 'process',
      title: '过程',
      kind: 'group',
      children: [
        { key: 'rate', title: '出勤率', kind: 'leaf', max: 3000, source: 'metric', metric: 'attendance' },
        { key: 'visit', title: '实地检查', kind: 'leaf', max: 1000, source: 'inspection' },
      ],
    },
    { key: 'plan', title: '成果', kind: 'leaf', max: 6000 },
    { key: 'minus', title: '扣分', kind: 'leaf', max: 500, source: 'inspection', nature: 'deduction' },
    { key: 'ethics', title: '师德', kind: 'leaf', source: 'inspection', nature: 'veto' },
  ],
  missing: 'reweight',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
}
const inputs: EvaluationInputs = {
  sheets: [{ rater: 'acc_1', scores: { plan: 5000 } }],
  measured: { rate: 9000, visit: 900, minus: 0, ethics: 0 },
  raters: ['acc_1'],
}
function derived(given: EvaluationInputs, by: Rubric = rubric, version = 'rub/1'): Derivation {
  const made = derive(given, { rubric: by, rubricVersion: version, method: 'mean' })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}

describe('compareEvaluations', () => {
  it('tells each criterion that changed with both sides, and the change of the total', () => {
    const after = derived({ ...inputs, measured: { ...inputs.measured, rate: 10_000 } })
    const found = compareEvaluations(derived(inputs), after)
    expect(found.total).toEqual({ before: 8600, after: 8900, change: 300 })
    expect(found.leaves.filter(({ changed }) => changed)).toEqual([
      {
        key: 'rate',
        title: '出勤率',
        before: { points: 2700, measured: 9000, scores: [], raised: null, state: 'scored' },
        after: { points: 3000, measured: 10_000, scores: [], raised: null, state: 'scored' },
        change: 300,
        changed: true,
      },
    ])
  })

  it('keeps a criterion that the newer version dropped, at the end, and has no change where a side has no figure', () => {
    const { criteria } = rubric
    const slim: Rubric = { ...rubric, criteria: criteria.filter(({ key }) => key !== 'minus') }
    const { minus: _, ...measured } = inputs.measured
    const after = derived({ ...inputs, measured: { ...measured, visit: null } }, slim, 'rub/2')
    const found = compareEvaluations(derived(inputs), after)
    expect(found.leaves.at(-1)).toMatchObject({ key: 'minus', after: null, change: null, changed: true })
    expect(found.leaves.find(({ key }) => key === 'visit')).toMatchObject({ change: null, changed: true })
    expect(found.rubricVersion).toEqual({ before: 'rub/1', after: 'rub/2' })
  })
})

describe('explainTree', () => {
  it('sums ordinary leaves exactly, leaves bonus and deduction and veto out of the sum, and says where a figure is missing', () => {
    const shape = ({ key, max, points, whole, children }: ExplainedNode): unknown[] => [
      key,
      max,
      points,
      whole,
      ...children.map(shape),
    ]
    expect(explainTree(rubric.criteria, derived(inputs)).map(shape)).toEqual([
      ['process', 4000, '36.00', true, ['rate', 3000, '27.00', true], ['visit', 1000, '9.00', true]],
      ['plan', 6000, '50.00', true],
      ['minus', 500, '0.00', true],
      ['ethics', 0, null, true],
    ])
    const gap = derived({ ...inputs, measured: { ...inputs.measured, visit: null } })
    expect(explainTree(rubric.criteria, gap)[0]).toMatchObject({ points: '27.00', whole: false })
  })

  it('leaves out what the derivation does not know', () => {
    expect(explainTree([{ key: 'other', title: '别的', kind: 'leaf', max: 100 }], derived(inputs))).toEqual([])
  })
})

describe('correctInputs', () => {
  it('corrects measured figures, and points that one person gave by hand', () => {
    const made = correctInputs(inputs, { rate: 9500, plan: 5500 }, rubric)
    expect(made).toMatchObject({
      ok: true,
      value: { measured: { rate: 9500, visit: 900 }, sheets: [{ rater: 'acc_1', scores: { plan: 5500 } }] },
    })
    // what was given is not touched
    expect(inputs.measured['rate']).toBe(9000)
  })

  it('never corrects the sealed points of a panel, nor a criterion that is not there', () => {
    const panel = { ...inputs, panel: { id: 'pan_1', sheetsSha256: 'x' } }
    expect(correctInputs(panel, { plan: 5500, none: 1 }, rubric)).toEqual({
      ok: false,
      refusal: [
        { pointer: '/figures/plan', problem: 'sealed_by_expert' },
        { pointer: '/figures/none', problem: 'unknown_criterion' },
      ],
    })
    // measured figures can be corrected beside them; where experts alone scored there is nothing to correct
    expect(hasFiguresToCorrect(panel, rubric)).toBe(true)
    const alone: Rubric = { ...rubric, criteria: [{ key: 'plan', title: '成果', kind: 'leaf', max: 10_000 }] }
    expect(hasFiguresToCorrect(panel, alone)).toBe(false)
    expect(hasFiguresToCorrect(inputs, alone)).toBe(true)
    expect(correctInputs(inputs, { plan: null }, rubric)).toMatchObject({
      refusal: [{ pointer: '/figures/plan', problem: 'required' }],
    })
  })
})
