import { describe, expect, it } from 'vitest'
import { rational } from '../rational.ts'
import { SAMPLE_RUBRICS } from '../rubrics/sample-rubrics.ts'
import { evaluate } from './evaluate.ts'
import { explainEvaluation, showExact } from './explain.ts'
import { EXPLAIN_EN } from './explain-words-en.ts'

const completion = SAMPLE_RUBRICS.find((sample) => sample.key === 'completion')?.rubric
const percent = {
  'delivery.participation': 10000,
  'delivery.hours': 11000,
  'delivery.milestones': 8000,
  'delivery.budget': 9500,
  'learning.attendance': 9235,
  'learning.completion': 9600,
  'reaction.satisfaction': 9100,
}
const scores = (output: number) => ({
  'result.output': output,
  'result.transfer': 850,
  'result.record': 900,
  'extra.spread': 200,
})

function explained(measured: Record<string, number | null>) {
  if (!completion) throw new Error('no sample')
  const sheets = [
    { rater: '李明', scores: scores(1300) },
    { rater: '王芳', scores: scores(1250) },
  ]
  const result = evaluate({ rubric: completion, rubricVersion: 1, method: 'severity_adjusted', sheets, measured })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return { derivation: result.value, lines: explainEvaluation(result.value) }
}

describe('explainEvaluation', () => {
  it('tells the whole way to the total and its band, naming no expert', () => {
    const { derivation, lines } = explained({ ...percent, 'fault.rule': 100, 'veto.ethics': 0 })
    const all = JSON.stringify(lines)
    for (const leaf of derivation.leaves) expect(all).toContain(leaf.title)
    expect(lines.find((l) => l.line.startsWith('出勤率'))).toEqual({
      id: 'leaf/learning.attendance',
      line: '出勤率：得9.24分',
      formulaId: 'percent_of_max',
      formula: '满分 × 百分比',
      exact: '1847/200',
      inputs: [
        { name: '满分', value: '10.00' },
        { name: '过程数据', value: '92.35%' },
      ],
    })
    expect(all).toContain('课时完成率：得10.00分（超过上限，按上限计）')
    expect(all).toContain('违规扣分：扣1.00分')
    expect(all).toContain('未触发一票否决')
    expect(all).toContain('改用平均分')
    expect(all).toContain(`总分：${derivation.totalText}分`)
    expect(all).toContain('等次：优秀')
    expect(all).toContain('四舍五入只做一次')
    expect(all).not.toMatch(/李明|王芳|undefined|NaN/)
  })

  it('says why a veto decides and why nothing is decided', () => {
    const veto = explained({ ...percent, 'fault.rule': 0, 'veto.ethics': 100 }).lines.at(-1)
    expect(veto).toMatchObject({ line: '等次：不合格', formula: '触发一票否决，直接定为最低等次' })
    const blocked = explained({ ...percent, 'learning.attendance': null, 'fault.rule': 0, 'veto.ethics': 0 }).lines.at(
      -1,
    )
    expect(blocked).toEqual({
      id: 'blocked',
      formulaId: 'complete_first',
      exact: null,
      line: '数据不全，暂不给出总分',
      formula: '补齐下列指标后重新计算',
      inputs: [{ name: '出勤率', value: '缺少' }],
    })
  })

  it('says the same steps by the same formulas in English', () => {
    const { derivation, lines } = explained({ ...percent, 'fault.rule': 100, 'veto.ethics': 0 })
    const english = explainEvaluation(derivation, EXPLAIN_EN)
    expect(english.map(({ id, formulaId, exact }) => [id, formulaId, exact])).toEqual(
      lines.map(({ id, formulaId, exact }) => [id, formulaId, exact]),
    )
    for (const [at, { line, formula }] of english.entries()) {
      expect(`${line} ${formula}`).not.toMatch(/[{}]|undefined/)
      expect(formula).not.toBe(lines[at]?.formula)
    }
  })

  it('tells what median and severity did to whole sheets', () => {
    if (!completion) throw new Error('no sample')
    const sheets = [1300, 1250, 900].map((output, at) => ({ rater: `0${at + 1}`, scores: scores(output) }))
    const measured = { ...percent, 'fault.rule': 0, 'veto.ethics': 0 }
    const told = (method: 'median' | 'severity_adjusted') => {
      const severities = { '01': '2', '02': '-1', '03': '-1/2' }
      const result = evaluate({ rubric: completion, rubricVersion: 1, method, sheets, measured, severities })
      if (!result.ok) throw new Error('refused')
      return explainEvaluation(result.value)
    }
    expect(told('median').find(({ id }) => id === 'method_turn')).toMatchObject({
      line: '按中位数汇总，比平均分+1.00分',
      formulaId: 'whole_sheets',
      exact: '1',
    })
    expect(told('severity_adjusted').find(({ id }) => id === 'severity')).toMatchObject({
      line: '专家评分宽严校正：−0.17分',
      inputs: [
        { name: '专家1偏宽', value: '+2.00' },
        { name: '专家2偏宽', value: '−1.00' },
        { name: '专家3偏宽', value: '−0.50' },
      ],
    })
  })
})

describe('showExact', () => {
  it.each([
    [18041, 200, '90.205'],
    [-1, 8, '−0.125'],
    [250, 3, '83.333333…（250/3）'],
    [90, 1, '90'],
  ])('%i/%i is %s', (num, den, text) => {
    expect(showExact(rational(num, den))).toBe(text)
  })
})
