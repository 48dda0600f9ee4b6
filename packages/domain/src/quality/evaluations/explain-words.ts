import type { Reason } from '../rankings/aggregate.ts'
import type { Method, MissingRule, Source } from '../rubrics/rubric.ts'

export type LineId =
  | 'leaf_scored'
  | 'leaf_bonus'
  | 'leaf_deduction'
  | 'leaf_capped'
  | 'leaf_blocks'
  | 'leaf_zero'
  | 'leaf_left_out'
  | 'veto_raised'
  | 'veto_clear'
  | 'method'
  | 'method_fallback'
  | 'gap_calls'
  | 'gap_fine'
  | 'reweighted'
  | 'method_turn'
  | 'severity'
  | 'total'
  | 'total_clamped'
  | 'rounding'
  | 'band'
  | 'blocked'

export type FormulaId =
  | 'percent_of_max'
  | 'as_found'
  | 'mean_of_experts'
  | 'median_of_experts'
  | 'trimmed_of_experts'
  | 'no_points'
  | 'side_by_side'
  | 'gap'
  | 'reweight'
  | 'whole_sheets'
  | 'severity_taken_off'
  | 'sum'
  | 'round_once'
  | 'band_reached'
  | 'band_of_veto'
  | 'complete_first'

export type InputId =
  | 'max'
  | 'expert'
  | 'expert_total'
  | 'expert_severity'
  | 'present_points'
  | 'present_max'
  | 'leaf_points'
  | 'method_turn'
  | 'severity'
  | 'bonus'
  | 'deduction'
  | 'exact'
  | 'total'
  | 'missing'

/** The words of an explanation in one language; `{name}` places are filled with figures and titles. */
export type ExplainWords = {
  method: Record<Method, string>
  reason: Record<Reason | 'blocked', string>
  source: Record<Source, string>
  missingRule: Record<MissingRule, string>
  line: Record<LineId, string>
  formula: Record<FormulaId, string>
  input: Record<InputId, string>
  none: string
}

export const EXPLAIN_ZH: ExplainWords = {
  method: {
    mean: '平均分',
    median: '中位数',
    trimmed: '去掉一个最高分和一个最低分后的平均分',
    severity_adjusted: '校正专家评分宽严后的平均分',
  },
  reason: {
    no_sheets: '没有评分表',
    fewer_than_5_sheets: '评分表不足5份，不能去掉最高分和最低分',
    rater_scored_twice: '同一位专家重复评分',
    sheets_incomplete: '有评分表没有评全，不能按整张评分表汇总',
    not_calibrated: '评分数据不足以校正专家宽严',
    one_rater: '只有一位专家',
    too_few_sheets_per_rater: '有专家的评分表太少，无法判断其宽严',
    not_connected: '各组专家之间没有共同评过的项目，宽严无法比较',
    blocked: '缺少数据，暂不计算',
  },
  source: { expert: '专家评分', survey: '问卷调查', metric: '过程数据', inspection: '实地检查', self: '自评' },
  missingRule: {
    block: '缺少数据时不给出总分',
    zero: '缺少数据的指标计0分',
    reweight: '缺少数据的指标不计入，其余按比例折算',
  },
  line: {
    leaf_scored: '{title}：得{points}分',
    leaf_bonus: '{title}：加{points}分',
    leaf_deduction: '{title}：扣{points}分',
    leaf_capped: '{line}（超过上限，按上限计）',
    leaf_blocks: '{title}：缺少数据，总分暂不计算',
    leaf_zero: '{title}：缺少数据，按规则计0分',
    leaf_left_out: '{title}：缺少数据，按规则不计入，其余指标按比例折算',
    veto_raised: '{title}：触发一票否决',
    veto_clear: '{title}：未触发一票否决',
    method: '专家评分的汇总方法：{method}',
    method_fallback: '专家评分的汇总方法：{method}，因为{reason}，改用平均分',
    gap_calls: '专家之间最大分差{gap}分，达到规定分差，须增加一位专家',
    gap_fine: '专家之间最大分差{gap}分，不需要增加专家',
    reweighted: '按现有指标折算为百分制：{points}分',
    method_turn: '按{method}汇总，比平均分{turn}分',
    severity: '专家评分宽严校正：{points}分',
    total: '总分：{points}分',
    total_clamped: '总分：{points}分（总分限在0至100分之间）',
    rounding: '四舍五入只做一次：精确值{exact}，保留两位小数为{points}',
    band: '等次：{band}',
    blocked: '数据不全，暂不给出总分',
  },
  formula: {
    percent_of_max: '满分 × 百分比',
    as_found: '按检查或自评给分',
    mean_of_experts: '各位专家给分的平均分',
    median_of_experts: '各位专家给分的中位数',
    trimmed_of_experts: '去掉一个最高分和一个最低分后的平均分',
    no_points: '一票否决指标，不计分',
    side_by_side: '各种方法的总分并列，以选定的方法为准',
    gap: '最高总分 − 最低总分（按百分制）',
    reweight: '现有指标得分合计 × 100 ÷ 现有指标满分合计',
    whole_sheets: '对整张评分表的总分汇总，再减去这些总分的平均分',
    severity_taken_off: '减去这几位专家比全组平均偏宽的分数（偏严则加上）',
    sum: '指标得分 + 汇总方法调整 + 宽严校正 + 加分 − 扣分',
    round_once: '各项都按精确值相加，最后一次四舍五入，保留两位小数',
    band_reached: '总分达到的最高等次',
    band_of_veto: '触发一票否决，直接定为最低等次',
    complete_first: '补齐下列指标后重新计算',
  },
  input: {
    max: '满分',
    expert: '专家{no}',
    expert_total: '专家{no}总分',
    expert_severity: '专家{no}偏宽',
    present_points: '现有指标得分合计',
    present_max: '现有指标满分合计',
    leaf_points: '指标得分',
    method_turn: '汇总方法调整',
    severity: '宽严校正',
    bonus: '加分',
    deduction: '扣分',
    exact: '精确值',
    total: '总分',
    missing: '缺少',
  },
  none: '无',
}
