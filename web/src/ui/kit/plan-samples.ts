import type { FormField, FormValues } from '../form-field.ts'
import type { FormFinding } from '../form-finding.ts'

const modules = ['师德修养', '学科教学专业知识与专业能力', '教育技术能力', '地方课程与校本研修']
const choice = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }))

export const planFields: readonly FormField[] = [
  {
    key: 'stages',
    title: '进度安排',
    type: 'stages',
    required: true,
    limits: { maxRows: 40 },
    columns: [
      { key: 'text', title: '工作内容', type: 'text' },
      { key: 'from', title: '起', type: 'date' },
      { key: 'to', title: '至', type: 'date' },
    ],
  },
  {
    key: 'courses',
    title: '课程安排',
    type: 'courses',
    required: true,
    limits: { maxRows: 100 },
    columns: [
      { key: 'title', title: '专题', type: 'text', required: true },
      { key: 'module', title: '模块', type: 'choice', required: true, choices: choice(modules) },
      { key: 'hours', title: '学时', type: 'number', required: true, limits: { decimals: 2 } },
      { key: 'halfDays', title: '半天数', type: 'number', limits: { decimals: 2 } },
      { key: 'trainer', title: '授课人', type: 'text', required: true },
      { key: 'trainerTitle', title: '授课人职称', type: 'choice', choices: choice(['副高级职称', '正高级职称']) },
      { key: 'fee', title: '税后讲课费/学时', type: 'money' },
      { key: 'joint', title: '合班说明', type: 'text' },
    ],
  },
  { key: 'budget', title: '经费预算', type: 'budget', required: true },
]

export const planValues: FormValues = {
  stages: [
    { text: '需求调研和团队组建', from: '2026-03-02', to: '2026-04-10' },
    { text: '高校集中研修', from: '2026-04-01', to: '2026-06-30' },
    { text: '返岗实践', from: '2026-05-06', to: '2026-11-20' },
    { text: '总结展示', from: '2026-11-16', to: '2026-12-11' },
  ],
  courses: [
    {
      title: '新时代教师师德',
      module: '师德修养',
      hours: 8,
      halfDays: 2,
      trainer: '王海',
      trainerTitle: '正高级职称',
      fee: 80_000,
    },
    {
      title: '单元整体教学设计',
      module: '学科教学专业知识与专业能力',
      hours: 5,
      halfDays: 1,
      trainer: '李敏',
      trainerTitle: '副高级职称',
      fee: 60_000,
      joint: '1、2 班',
    },
  ],
  budget: [
    { item: 'survey', amount: 600_000, basis: '走访 3 所学校，问卷印刷' },
    { item: 'meals', amount: 3_200_000, basis: '80 人 × 5 天 × 80 元' },
    { item: 'lodging', amount: 4_800_000, basis: '80 人 × 4 晚 × 150 元' },
    { item: 'lodging', amount: -200_000, basis: '本区教师不住宿，核减' },
    { item: 'lecturing', amount: 1_600_000, basis: '按课程安排，另加税' },
    { item: 'venueHire', amount: 500_000, basis: '' },
  ],
}

export const planFindings: readonly FormFinding[] = [
  {
    pointer: '/form/stages/3/to',
    rule: 'stage-year',
    severity: 'warn',
    detail: '2027-01-11 不在本批次的年度（2026 年）内，请核对日期。',
  },
  {
    pointer: '/form/courses/1/fee',
    rule: 'lecture-fee',
    severity: 'block',
    detail: '讲课费税后每学时不超过 500.00 元（副高级职称），现为 600.00 元，请核减或核对职称。',
  },
  {
    pointer: '/form/courses/1/halfDays',
    rule: 'half-day',
    severity: 'warn',
    detail: '半天讲课费最多按 4 学时计算，这门课 5 学时只按 4 学时付讲课费，请核对学时和半天数。',
  },
  {
    pointer: '/form/courses',
    rule: 'hours-agree',
    severity: 'warn',
    detail: '课程学时合计 13，与培训学时 40 不一致（少 27 学时），请核对课程安排或培训学时。',
  },
  {
    pointer: '/form/budget/0',
    rule: 'research-share',
    severity: 'block',
    detail: '“调研与方案研制”不得超过预算合计的 5%（5,250.00 元），现为 6,000.00 元，超出 750.00 元，请调减。',
  },
  {
    pointer: '/form/budget/5/basis',
    rule: 'basis-missing',
    severity: 'block',
    detail: '“场地费”没有填写测算依据，请写明单价、数量和天数。',
  },
  {
    pointer: '/form/budget',
    rule: 'person-day',
    severity: 'block',
    detail: '除专家费外的培训费每人每天不得超过 550.00 元。',
  },
]
