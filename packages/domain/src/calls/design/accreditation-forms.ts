import type { FormField } from './form.ts'

const plain = { required: true, identifying: false } as const
const hidden = { required: true, identifying: true } as const

const FOUNDATION = { ...plain, key: 'foundation', type: 'longtext', minimum: 20, maximum: 5000 } as const
const OBJECTIVES: FormField = {
  ...plain,
  key: 'objectives',
  title: '建设目标',
  type: 'longtext',
  minimum: 10,
  maximum: 3000,
}
/** What the agreement will promise: a name, a figure and its unit a row. */
const TARGETS: FormField = {
  ...plain,
  key: 'targets',
  title: '建设指标',
  type: 'table',
  maximum: 30,
  means: 'target',
  help: '可以检查的数字，立项后写入任务书。如：公开课 12 节、培养区级骨干教师 5 人。',
  columns: [
    { key: 'name', title: '指标', type: 'text' },
    { key: 'promised', title: '目标值', type: 'number' },
    { key: 'unit', title: '计量单位', type: 'text' },
  ],
}
const MILESTONES: FormField = {
  ...plain,
  key: 'milestones',
  title: '建设进度',
  type: 'milestones',
  maximum: 40,
  help: '各阶段可以交叉。',
}
const TEAM: FormField = {
  ...hidden,
  key: 'team',
  title: '团队成员',
  type: 'people',
  maximum: 60,
}
const BUDGET: FormField = { ...plain, key: 'budget', title: '经费预算合计', type: 'money', minimum: 0 }
const OUTCOMES: FormField = {
  ...plain,
  key: 'outcomes',
  title: '预期成果',
  type: 'longtext',
  minimum: 10,
  maximum: 3000,
  means: 'output',
  help: '一行写一项成果，立项后写入任务书。',
}
const PHASE: FormField = {
  ...plain,
  key: 'phase',
  title: '学段',
  type: 'choice',
  means: 'phase',
  choices: ['幼儿园', '小学', '初中', '高中', '中职', '特殊教育'],
}
const SUBJECT: FormField = {
  ...plain,
  key: 'subject',
  title: '学科或领域',
  type: 'text',
  maximum: 40,
  means: 'subject',
}

/** 名师、名校长、名班主任工作室申报表。 */
export const STUDIO_FORM: readonly FormField[] = [
  {
    ...plain,
    key: 'category',
    title: '工作室类别',
    type: 'choice',
    choices: ['名师工作室', '名校长工作室', '名班主任工作室', '乡村首席教师工作室'],
  },
  PHASE,
  SUBJECT,
  { ...hidden, key: 'leader', title: '主持人', type: 'people', minimum: 1, maximum: 1, help: '一人。' },
  {
    ...hidden,
    key: 'profile',
    title: '主持人教育教学业绩',
    type: 'longtext',
    minimum: 20,
    maximum: 3000,
    help: '任教经历、荣誉称号、课题与成果，近五年为主。',
  },
  { ...TEAM, minimum: 3, help: '至少 3 人，一般应有乡村学校或薄弱学校的成员。' },
  { ...FOUNDATION, title: '建设基础' },
  OBJECTIVES,
  TARGETS,
  {
    ...plain,
    key: 'activities',
    title: '研修活动安排',
    type: 'table',
    maximum: 60,
    columns: [
      { key: 'theme', title: '研修主题', type: 'text' },
      { key: 'date', title: '拟定日期', type: 'date' },
      { key: 'form', title: '形式', type: 'text' },
      { key: 'persons', title: '参加人数', type: 'number' },
    ],
  },
  MILESTONES,
  { ...plain, key: 'pairing', title: '结对帮扶的乡村学校', type: 'longtext', required: false, maximum: 1000 },
  { ...plain, key: 'support', title: '所在学校的条件保障', type: 'longtext', minimum: 10, maximum: 2000 },
  BUDGET,
  OUTCOMES,
]

/** 教师培训基地（学校、机构）申报表。 */
export const BASE_FORM: readonly FormField[] = [
  { ...FOUNDATION, title: '办学（办班）基础', help: '师资、制度、近三年承担教师培训的情况。' },
  {
    ...plain,
    key: 'trainings',
    title: '近三年承担的培训',
    type: 'table',
    maximum: 60,
    columns: [
      { key: 'title', title: '培训名称', type: 'text' },
      { key: 'year', title: '年度', type: 'text' },
      { key: 'persons', title: '人数', type: 'number' },
      { key: 'hours', title: '学时', type: 'number' },
    ],
  },
  {
    ...plain,
    key: 'places',
    title: '场地与设备',
    type: 'table',
    maximum: 40,
    columns: [
      { key: 'name', title: '名称', type: 'text' },
      { key: 'seats', title: '可容纳人数', type: 'number' },
      { key: 'equipment', title: '主要设备', type: 'text' },
    ],
  },
  {
    ...plain,
    key: 'capacity',
    title: '每年可承担的培训人数',
    type: 'number',
    minimum: 1,
    maximum: 100_000,
    means: 'persons',
  },
  { ...TEAM, title: '专兼职培训者', minimum: 3, help: '专职培训者每年研修不少于 72 学时。' },
  OBJECTIVES,
  TARGETS,
  MILESTONES,
  { ...plain, key: 'management', title: '组织管理与经费保障', type: 'longtext', minimum: 10, maximum: 2000 },
  BUDGET,
  OUTCOMES,
]

/** 教师发展学校（试点学校）申报表，实验期两年。 */
export const DEVELOPMENT_SCHOOL_FORM: readonly FormField[] = [
  PHASE,
  { ...plain, key: 'teachers', title: '专任教师数', type: 'number', minimum: 1, maximum: 5000 },
  { ...FOUNDATION, title: '学校发展与教师队伍现状' },
  { ...plain, key: 'problem', title: '要解决的问题', type: 'longtext', minimum: 10, maximum: 2000 },
  { ...plain, key: 'topic', title: '实验主题', type: 'text', maximum: 60, means: 'subject' },
  OBJECTIVES,
  { ...plain, key: 'measures', title: '主要措施', type: 'longtext', minimum: 20, maximum: 5000 },
  { ...plain, key: 'partner', title: '合作的高校或教研机构', type: 'text', required: false, maximum: 60 },
  TARGETS,
  { ...MILESTONES, title: '实验进度', help: '一般为两年，各阶段可以交叉。' },
  TEAM,
  BUDGET,
  OUTCOMES,
]

/** 校本研修示范校申报表。 */
export const DEMONSTRATION_SCHOOL_FORM: readonly FormField[] = [
  PHASE,
  { ...plain, key: 'teachers', title: '专任教师数', type: 'number', minimum: 1, maximum: 5000 },
  {
    ...plain,
    key: 'hours',
    title: '上学年人均校本研修学时',
    type: 'number',
    minimum: 0,
    maximum: 1000,
  },
  { ...FOUNDATION, title: '校本研修的制度与实施' },
  { ...plain, key: 'features', title: '特色与创新', type: 'longtext', minimum: 20, maximum: 3000 },
  {
    ...plain,
    key: 'cases',
    title: '典型案例',
    type: 'table',
    minimum: 1,
    maximum: 20,
    help: '案例全文作为附件上传。',
    columns: [
      { key: 'title', title: '案例名称', type: 'text' },
      { key: 'subject', title: '学科', type: 'text' },
      { key: 'effect', title: '效果', type: 'text' },
    ],
  },
  {
    ...plain,
    key: 'helped',
    title: '帮扶与辐射的学校',
    type: 'table',
    required: false,
    maximum: 30,
    columns: [
      { key: 'school', title: '学校', type: 'text' },
      { key: 'way', title: '方式', type: 'text' },
      { key: 'times', title: '次数', type: 'number' },
    ],
  },
  TEAM,
  OBJECTIVES,
  TARGETS,
  MILESTONES,
  OUTCOMES,
]
