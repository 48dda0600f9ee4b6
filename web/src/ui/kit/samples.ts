import type { Division } from '../division-cascader.tsx'
import type { FormField } from '../form-field.ts'
import type { ShellGroup } from '../shell-menu.tsx'
import type { TimelineEntry } from '../timeline.tsx'

export const schools = [
  { value: '1', label: '云溪区第一中学', help: '初中 · 城区' },
  { value: '2', label: '云溪区实验小学', help: '小学 · 城区' },
  { value: '3', label: '青石镇中心小学', help: '小学 · 镇区' },
  { value: '4', label: '河湾乡初级中学', help: '初中 · 乡村' },
  { value: '5', label: '云溪区特殊教育学校', disabled: true, help: '尚未开通' },
]

export const levels = [
  { value: 'province', label: '省级' },
  { value: 'city', label: '市级' },
  { value: 'district', label: '区县级' },
  { value: 'school', label: '校级' },
]

export const phases = [
  { value: 'kindergarten', label: '幼儿园' },
  { value: 'primary', label: '小学' },
  { value: 'junior', label: '初中' },
  { value: 'senior', label: '普通高中' },
]

const tree: Readonly<Record<string, readonly Division[]>> = {
  '': [
    { code: '33', name: '浙江省' },
    { code: '41', name: '河南省' },
  ],
  33: [
    { code: '3301', name: '杭州市' },
    { code: '3302', name: '宁波市' },
  ],
  41: [{ code: '4101', name: '郑州市' }],
  3301: [
    { code: '330113', name: '临平区' },
    { code: '330110', name: '余杭区' },
  ],
}

export function divisions(parent: string | null): Promise<readonly Division[]> {
  return Promise.resolve(tree[parent ?? ''] ?? [])
}

export interface Row {
  id: string
  title: string
  school: string
  level: string
  people: number
  fen: number
  score: string
  due: string
  state: string
}

export const rows: readonly Row[] = [
  ['初中数学单元整体教学研修', '云溪区第一中学', '区县级', 120, 36_850_000, '91.25', '2026-05-11', 'returned'],
  ['乡村小学语文整本书阅读指导', '青石镇中心小学', '区县级', 60, 9_800_000, '—', '2026-05-11', 'submitted'],
  ['班主任家校沟通能力提升', '云溪区实验小学', '校级', 45, 3_260_050, '86.40', '2026-05-13', 'in_review'],
  ['幼儿园游戏观察与支持', '云溪区机关幼儿园', '区县级', 80, 12_000_000, '88.00', '2026-05-18', 'noticed'],
  ['新教师入职规范化培训', '云溪区教师发展学校', '区县级', 210, 102_400_000, '93.10', '2026-05-20', 'approved'],
  ['信息技术 2.0 校本应用', '河湾乡初级中学', '校级', 38, 1_500_000, '58.75', '2026-05-20', 'rejected'],
].map(([title, school, level, people, fen, score, due, state], index) => ({
  id: `app_${index + 1}`,
  title: String(title),
  school: String(school),
  level: String(level),
  people: Number(people),
  fen: Number(fen),
  score: String(score),
  due: String(due),
  state: String(state),
}))

export const history: readonly TimelineEntry[] = [
  {
    id: '3',
    at: '2026-05-08T06:12:00Z',
    who: '周敏',
    role: '师训科',
    action: '退回修改',
    from: '已提交',
    to: '退回修改',
    note: '第三阶段“返岗实践”没有写明考核方式；预算中专家课酬超出每学时标准，请调整后于 5 月 11 日前重新提交。',
  },
  {
    id: '2',
    at: '2026-05-06T01:30:00Z',
    who: '李文博',
    role: '云溪区第一中学',
    action: '提交',
    from: '草稿',
    to: '已提交',
  },
  { id: '1', at: '2026-05-04T08:05:00Z', who: '李文博', role: '云溪区第一中学', action: '新建草稿', to: '草稿' },
]

export const fields: readonly FormField[] = [
  { key: 'title', title: '项目名称', type: 'text', required: true, limits: { maxLength: 40 } },
  { key: 'leader', title: '项目负责人', type: 'text', required: true, identifying: true },
  {
    key: 'goal',
    title: '培训目标',
    type: 'longtext',
    required: true,
    limits: { maxLength: 500 },
    help: '写清学员将会做什么',
  },
  { key: 'hours', title: '总学时', type: 'number', required: true, limits: { unit: '学时' } },
  { key: 'fund', title: '申请经费', type: 'money', required: true },
  { key: 'start', title: '开班日期', type: 'date' },
  {
    key: 'mode',
    title: '研修方式',
    type: 'choice',
    choices: [
      { value: 'concentrated', label: '集中面授' },
      { value: 'blended', label: '混合研修' },
    ],
  },
  { key: 'phases', title: '学段', type: 'choice', limits: { multiple: true }, choices: phases },
  {
    key: 'budget',
    title: '经费预算',
    type: 'table',
    limits: { maxRows: 20 },
    columns: [
      { key: 'item', title: '科目', type: 'text', required: true },
      { key: 'amount', title: '金额', type: 'money', required: true },
      { key: 'reason', title: '测算依据', type: 'text' },
    ],
  },
  { key: 'team', title: '培训团队', type: 'people', identifying: true, limits: { maxRows: 8 } },
  { key: 'files', title: '附件', type: 'file', limits: { accept: '.pdf,.docx', maxBytes: 20_971_520, maxFiles: 5 } },
]

export const values = {
  title: '初中数学单元整体教学研修',
  leader: '李文博',
  goal: '学员能独立设计一个单元的整体教学，并在本校上一节公开课。',
  hours: 90,
  fund: 36_850_000,
  start: '2026-07-06',
  mode: 'blended',
  phases: ['junior'],
  budget: [
    { item: '讲课费', amount: 12_000_000, reason: '1,000 元/学时 × 120 学时' },
    { item: '住宿费', amount: 16_800_000, reason: '' },
  ],
  team: [{ name: '陈立', unit: '省教育学院', title: '教授', duty: '首席专家' }],
  files: [{ id: 'f', name: '实施方案.pdf', size: 1_204_000, href: '#' }],
}

export const menu: readonly ShellGroup[] = [
  { key: 'home', title: '工作台', icon: 'home', href: '#工作台', waiting: 7 },
  {
    key: 'apply',
    title: '项目申报',
    icon: 'file',
    items: [
      { key: 'calls', title: '申报通知', href: '#通知' },
      { key: 'applications', title: '申报书', href: '#列表', waiting: 3 },
      { key: 'notices', title: '公示与异议', href: '#公示' },
    ],
  },
  {
    key: 'quality',
    title: '质量评审',
    icon: 'list',
    items: [
      { key: 'rubrics', title: '指标体系', href: '#指标' },
      { key: 'panels', title: '评审组', href: '#评审' },
    ],
  },
  { key: 'delivery', title: '培训实施', icon: 'people', items: [{ key: 'cohorts', title: '班次', href: '#班次' }] },
  { key: 'library', title: '精品项目库', icon: 'star', href: '#精品' },
  { key: 'money', title: '经费', icon: 'money', href: '#经费' },
  { key: 'figures', title: '统计监测', icon: 'chart', href: '#图表' },
  { key: 'settings', title: '系统设置', icon: 'gear', href: '#设置' },
]
