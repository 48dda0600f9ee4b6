import type { FormField } from './form.ts'

const plain = { required: true, identifying: false } as const

/** 教师培训项目申报表。 */
export const TRAINING_FORM: readonly FormField[] = [
  {
    ...plain,
    key: 'background',
    title: '需求调研与培训背景',
    type: 'longtext',
    minimum: 20,
    maximum: 5000,
    help: '说明调研方式、样本和主要发现。',
  },
  { ...plain, key: 'objectives', title: '培训目标', type: 'longtext', minimum: 10, maximum: 3000 },
  {
    ...plain,
    key: 'phase',
    title: '学段',
    type: 'choice',
    choices: ['幼儿园', '小学', '初中', '高中', '中职', '特殊教育'],
  },
  { ...plain, key: 'subject', title: '学科或主题', type: 'text', maximum: 40 },
  { ...plain, key: 'mode', title: '培训方式', type: 'choice', choices: ['集中', '远程', '校本', '混合', '跟岗'] },
  { ...plain, key: 'persons', title: '培训人数', type: 'number', minimum: 1, maximum: 100_000 },
  { ...plain, key: 'hours', title: '培训学时', type: 'number', minimum: 1, maximum: 10_000 },
  { ...plain, key: 'milestones', title: '进度安排', type: 'milestones', maximum: 40, help: '各阶段可以交叉。' },
  {
    ...plain,
    key: 'courses',
    title: '课程安排',
    type: 'table',
    maximum: 100,
    columns: [
      { key: 'title', title: '专题', type: 'text' },
      { key: 'module', title: '模块', type: 'text' },
      { key: 'hours', title: '学时', type: 'number' },
    ],
  },
  {
    required: true,
    identifying: true,
    key: 'team',
    title: '项目团队',
    type: 'people',
    maximum: 60,
    help: '专家评审时隐去。',
  },
  { ...plain, key: 'budget', title: '经费预算合计', type: 'money', minimum: 0 },
  {
    ...plain,
    key: 'budgetItems',
    title: '经费预算明细',
    type: 'table',
    required: false,
    maximum: 40,
    columns: [
      { key: 'item', title: '科目', type: 'text' },
      { key: 'amount', title: '金额', type: 'money' },
      { key: 'basis', title: '测算依据', type: 'text' },
    ],
  },
  { ...plain, key: 'outcomes', title: '预期成果与评估方式', type: 'longtext', minimum: 10, maximum: 3000 },
]
