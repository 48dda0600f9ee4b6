import type { Reason } from './aggregate.ts'
import type { Derivation } from './evaluate.ts'
import type { LeafDerivation } from './evaluate-leaf.ts'
import { formatHundredths, type Hundredths, parseRational, roundHalfUp2 } from './rational.ts'
import type { Method, Source } from './rubric.ts'

/** One line of an explanation: what was done, how it is worked out, and the figures that went in. */
export type Explanation = { line: string; formula: string; inputs: { name: string; value: string }[] }

const METHOD_WORDS: Record<Method, string> = {
  mean: '平均分',
  median: '中位数',
  trimmed: '去掉一个最高分和一个最低分后的平均分',
  severity_adjusted: '校正专家评分宽严后的平均分',
}

const REASON_WORDS: Record<Reason | 'blocked', string> = {
  no_sheets: '没有评分表',
  fewer_than_5_sheets: '评分表不足5份，不能去掉最高分和最低分',
  rater_scored_twice: '同一位专家重复评分',
  not_calibrated: '评分数据不足以校正专家宽严',
  one_rater: '只有一位专家',
  too_few_sheets_per_rater: '有专家的评分表太少，无法判断其宽严',
  not_connected: '各组专家之间没有共同评过的项目，宽严无法比较',
  blocked: '缺少数据，暂不计算',
}

const SOURCE_WORDS: Record<Source, string> = {
  expert: '专家评分',
  survey: '问卷调查',
  metric: '过程数据',
  inspection: '实地检查',
  self: '自评',
}

/** An exact figure as people read it: two decimals. */
function show(exact: string | null): string {
  const value = exact === null ? null : parseRational(exact)
  return value === null ? '无' : roundHalfUp2(value)
}

function leafFormula(leaf: LeafDerivation): string {
  if (leaf.source === 'metric' || leaf.source === 'survey') return '满分 × 百分比'
  if (leaf.source !== 'expert') return '按检查或自评给分'
  if (leaf.fallback) return `平均分（${REASON_WORDS[leaf.fallback]}）`
  return leaf.methodUsed ? METHOD_WORDS[leaf.methodUsed] : '按专家评分'
}

function measuredText(leaf: LeafDerivation, measured: Hundredths): string {
  return leaf.source === 'metric' || leaf.source === 'survey'
    ? `${formatHundredths(measured)}%`
    : formatHundredths(measured)
}

function leafInputs(leaf: LeafDerivation): Explanation['inputs'] {
  const scores = leaf.scores.map(({ score }, index) => ({ name: `专家${index + 1}`, value: formatHundredths(score) }))
  const measured =
    leaf.measured === null ? [] : [{ name: SOURCE_WORDS[leaf.source], value: measuredText(leaf, leaf.measured) }]
  return [
    ...(leaf.nature === 'veto' ? [] : [{ name: '满分', value: formatHundredths(leaf.max) }]),
    ...scores,
    ...measured,
  ]
}

function leafResult(leaf: LeafDerivation): string {
  if (leaf.state === 'missing_blocks') return '缺少数据，总分暂不计算'
  if (leaf.state === 'missing_zero') return '缺少数据，按规则计0分'
  if (leaf.state === 'missing_left_out') return '缺少数据，按规则不计入，其余指标按比例折算'
  if (leaf.nature === 'veto') return leaf.raised ? '触发一票否决' : '未触发一票否决'
  const limit = leaf.capped ? '（超过上限，按上限计）' : ''
  const word = leaf.nature === 'bonus' ? '加' : leaf.nature === 'deduction' ? '扣' : '得'
  return `${word}${leaf.rounded ?? '无'}分${limit}`
}

function explainLeaf(leaf: LeafDerivation): Explanation {
  const formula = leaf.nature === 'veto' ? '一票否决指标，不计分' : leafFormula(leaf)
  return { line: `${leaf.title}：${leafResult(leaf)}`, formula, inputs: leafInputs(leaf) }
}

function explainMethod(derivation: Derivation): Explanation {
  const reason = derivation.fallback ? `，因为${REASON_WORDS[derivation.fallback]}，改用平均分` : ''
  return {
    line: `专家评分的汇总方法：${METHOD_WORDS[derivation.method]}${reason}`,
    formula: '各种方法的总分并列，以选定的方法为准',
    inputs: derivation.variants.map(({ method, total, reason: why }) => ({
      name: METHOD_WORDS[method],
      value: total === null ? (why ? REASON_WORDS[why] : '无') : formatHundredths(total),
    })),
  }
}

function explainAgreement(derivation: Derivation): Explanation[] {
  if (derivation.gap === null) return []
  const call = derivation.arbitration ? '，达到规定分差，须增加一位专家' : '，不需要增加专家'
  const inputs = derivation.sheets.map(({ total }, index) => ({
    name: `专家${index + 1}总分`,
    value: formatHundredths(total),
  }))
  return [{ line: `专家之间最大分差${derivation.gap}分${call}`, formula: '最高总分 − 最低总分（按百分制）', inputs }]
}

function explainTotal(derivation: Derivation): Explanation[] {
  if (derivation.status === 'blocked') {
    const titles = derivation.leaves.filter((leaf) => derivation.blockedBy.includes(leaf.key)).map((leaf) => leaf.title)
    const inputs = titles.map((title) => ({ name: title, value: '缺少' }))
    return [{ line: '数据不全，暂不给出总分', formula: '补齐下列指标后重新计算', inputs }]
  }
  const { steps } = derivation
  const lines: Explanation[] = []
  if (steps.reweighted !== steps.ordinary) {
    lines.push({
      line: `按现有指标折算为百分制：${show(steps.reweighted)}分`,
      formula: '现有指标得分合计 × 100 ÷ 现有指标满分合计',
      inputs: [
        { name: '现有指标得分合计', value: show(steps.ordinary) },
        { name: '现有指标满分合计', value: formatHundredths(steps.weightPresent) },
      ],
    })
  }
  const limit = steps.clamped ? '（总分限在0至100分之间）' : ''
  lines.push({
    line: `总分：${derivation.totalText ?? '无'}分${limit}`,
    formula: '指标得分 + 宽严校正 + 加分 − 扣分，最后一次四舍五入，保留两位小数',
    inputs: [
      { name: '指标得分', value: show(steps.reweighted) },
      { name: '宽严校正', value: show(steps.severity) },
      { name: '加分', value: show(steps.bonus) },
      { name: '扣分', value: show(steps.deduction) },
    ],
  })
  const veto = derivation.vetoes.length > 0
  lines.push({
    line: `等次：${derivation.bandTitle ?? '无'}`,
    formula: veto ? '触发一票否决，直接定为最低等次' : '总分达到的最高等次',
    inputs: [{ name: '总分', value: derivation.totalText ?? '无' }],
  })
  return lines
}

/** The whole derivation, line by line, in words a school understands; experts appear by number, never by name. */
export function explainEvaluation(derivation: Derivation): Explanation[] {
  return [
    ...derivation.leaves.map(explainLeaf),
    explainMethod(derivation),
    ...explainAgreement(derivation),
    ...explainTotal(derivation),
  ]
}
