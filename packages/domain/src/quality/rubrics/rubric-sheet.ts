import { METRICS } from '../assessments/metrics.ts'
import type { Method, MissingRule, Nature, Source } from './rubric.ts'

/** Marks a JSON file as a rubric of this form. */
export const RUBRIC_SCHEMA = 'shixun-rubric/1'

/** A cell of a workbook as it is written, and as it is read (a date comes as an object). */
export type Cell = string | number | null
export type ReadCell = Cell | { date: string }

/** The words of a rubric in a workbook: what stands in its cells, and what is understood when it comes back. */
export const KIND_WORDS = { group: '分组', leaf: '指标' } as const
export const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  expert: '专家评分',
  survey: '问卷调查',
  metric: '过程数据',
  inspection: '实地检查',
  self: '自评',
}
export const NATURE_WORDS: Readonly<Record<Nature, string>> = {
  score: '普通指标',
  bonus: '加分',
  deduction: '扣分',
  veto: '一票否决',
}
export const VETO_WORDS = { majority: '过半数专家', any: '任何一位专家' } as const
export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  mean: '平均',
  median: '中位数',
  trimmed: '去极值平均',
  severity_adjusted: '宽严校正',
}
export const MISSING_WORDS: Readonly<Record<MissingRule, string>> = {
  block: '暂不计算总分',
  zero: '按 0 分计算',
  reweight: '不计入，其余指标按比例折算',
}
export const PURPOSE_WORDS = { review: '申报评审', completion: '结项评估' } as const
export type Purpose = keyof typeof PURPOSE_WORDS

export type SheetColumn = {
  key: string
  title: string
  width: number
  decimal?: true
  required?: true
  choices?: readonly string[]
}

/** The sheet of criteria: one row a group or leaf, in the order of the tree. `小计` is for people and is not read. */
export const CRITERIA_SHEET = '指标'
export const CRITERIA_COLUMNS = [
  { key: 'level', title: '层级', width: 8, required: true, choices: ['1', '2', '3', '4'] },
  { key: 'number', title: '编号', width: 10 },
  { key: 'kind', title: '类型', width: 10, choices: Object.values(KIND_WORDS) },
  { key: 'title', title: '指标', width: 32, required: true },
  { key: 'max', title: '满分', width: 10, decimal: true },
  { key: 'subtotal', title: '小计', width: 10, decimal: true },
  { key: 'source', title: '来源', width: 14, choices: Object.values(SOURCE_WORDS) },
  { key: 'nature', title: '性质', width: 14, choices: Object.values(NATURE_WORDS) },
  { key: 'metric', title: '监测指标', width: 20, choices: Object.values(METRICS).map(({ title }) => title) },
  { key: 'vetoBy', title: '否决方式', width: 18, choices: Object.values(VETO_WORDS) },
  { key: 'help', title: '评分说明', width: 48 },
  { key: 'code', title: '代码', width: 24 },
] as const satisfies readonly SheetColumn[]
export type CriteriaColumn = (typeof CRITERIA_COLUMNS)[number]['key']

/** The sheet of settings: one row a setting, then one row a band. */
export const SETTINGS_SHEET = '设置'
export const SETTINGS_COLUMNS = [
  { key: 'item', title: '项目', width: 16, required: true },
  { key: 'content', title: '内容', width: 48, required: true },
  { key: 'from', title: '起始分', width: 10, decimal: true },
  { key: 'code', title: '代码', width: 16 },
] as const satisfies readonly SheetColumn[]
export type SettingsColumn = (typeof SETTINGS_COLUMNS)[number]['key']

export const SETTING_ROWS = {
  title: '名称',
  purpose: '用途',
  method: '汇总方法',
  missing: '缺少数据时',
  gap: '分差警戒',
  passLine: '合格线',
} as const
export type SettingRow = keyof typeof SETTING_ROWS
export const BAND_ROW = '等次'

/** What the third sheet of an exported rubric and of the template says. */
export const SHEET_INSTRUCTIONS = [
  '指标体系：填写说明',
  '1. “指标”表一行一个分组或指标，按从上到下的顺序排列；层级 1 在最上，最多 4 级，下一级紧跟在所属分组之后。',
  '2. 分组的“满分”可以不填；填了就必须等于组内普通指标之和。“编号”和“小计”只供查看，导入时不读。',
  '3. 普通指标的满分合计应为 100 分，专家评分的满分以 0.5 分为单位；加分、扣分填上限；一票否决不填满分。',
  '4. 来源为“过程数据”的须写监测指标，如 参培率、结业率；问卷调查不写时按满意度。来源不填为专家评分，性质不填为普通指标。',
  '5. “代码”是系统识别同一指标用的，请保留；新增的行可以空着，由系统编号。',
  '6. “设置”表写名称、用途、汇总方法、缺少数据时的处理、分差警戒、合格线和各等次的起始分；等次须从 0 分起。',
  '7. 没有填完也可以导入为草稿，发布时再检查。',
] as const
