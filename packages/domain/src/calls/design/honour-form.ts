import type { FormField } from './form.ts'

const plain = { required: true, identifying: false } as const
const hidden = { required: true, identifying: true } as const

/** 荣誉推荐表：a person whom a school recommends; a failing ethics record vetoes. */
export const HONOUR_FORM: readonly FormField[] = [
  {
    ...plain,
    key: 'category',
    title: '推荐荣誉',
    type: 'choice',
    choices: ['名师', '骨干教师', '优秀班主任', '师德先进个人', '教师培训先进个人'],
  },
  {
    ...hidden,
    key: 'candidate',
    title: '被推荐人',
    type: 'people',
    minimum: 1,
    maximum: 1,
    help: '一人，姓名与教师名册一致。有师德失范记录的一票否决。',
  },
  {
    ...plain,
    key: 'phase',
    title: '学段',
    type: 'choice',
    means: 'phase',
    choices: ['幼儿园', '小学', '初中', '高中', '中职', '特殊教育'],
  },
  { ...plain, key: 'subject', title: '任教学科', type: 'text', maximum: 40, means: 'subject' },
  { ...plain, key: 'years', title: '教龄（年）', type: 'number', minimum: 0, maximum: 60 },
  { ...plain, key: 'title', title: '专业技术职务', type: 'text', maximum: 20 },
  {
    ...plain,
    key: 'hours',
    title: '本周期已登记培训学时',
    type: 'number',
    minimum: 0,
    maximum: 2000,
    help: '以教师培训档案为准。',
  },
  {
    ...hidden,
    key: 'deeds',
    title: '主要事迹',
    type: 'longtext',
    minimum: 50,
    maximum: 3000,
  },
  {
    ...hidden,
    key: 'awards',
    title: '获奖与成果',
    type: 'table',
    required: false,
    maximum: 30,
    columns: [
      { key: 'name', title: '名称', type: 'text' },
      { key: 'granter', title: '授予单位', type: 'text' },
      { key: 'date', title: '日期', type: 'date' },
    ],
  },
  {
    ...plain,
    key: 'conduct',
    title: '师德考核结果',
    type: 'choice',
    choices: ['优秀', '合格'],
    help: '近一次年度考核。',
  },
  { ...plain, key: 'shownFrom', title: '校内公示开始日期', type: 'date' },
  { ...plain, key: 'shownTo', title: '校内公示结束日期', type: 'date' },
  {
    ...plain,
    required: false,
    key: 'proof',
    title: '校内公示证明',
    type: 'file',
    maximum: 5,
    help: '公示照片或盖章的公示结果。',
  },
  { ...plain, key: 'opinion', title: '学校推荐意见', type: 'longtext', minimum: 10, maximum: 1000 },
]
