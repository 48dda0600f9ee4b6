import { readFileSync } from 'node:fs'
import { parsePlan } from '@shixun/domain/plans/parse-plan'
import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import { type DemoDistrict, personName, teacherOfCounty } from './accounts.ts'
import { budgetOfPlan } from './plan-budget.ts'

/** The real plan of Zhengzhou 2012 (38 rows), read as the plan of a year. */
export function planText(): string {
  return readFileSync(
    new URL('../../packages/domain/src/plans/fixtures/zhengzhou-2012-plan.csv', import.meta.url),
    'utf8',
  )
}

const SCHOOL_NAMES = [
  '第一小学',
  '第二小学',
  '实验小学',
  '第三初级中学',
  '第五初级中学',
  '第一高级中学',
  '育才幼儿园',
  '中心小学',
  '外国语小学',
  '第二高级中学',
  '职业中等专业学校',
  '特殊教育学校',
]
const SCHOOL_KINDS = [
  ['21', 'primary'],
  ['21', 'primary'],
  ['21', 'primary'],
  ['31', 'junior'],
  ['31', 'junior'],
  ['34', 'senior'],
  ['11', 'kindergarten'],
  ['21', 'primary'],
  ['21', 'primary'],
  ['34', 'senior'],
  ['36', 'vocational'],
  ['51', 'special'],
] as const
const AREAS = ['urban', 'town', 'rural'] as const

/** A dozen schools with well-formed institution codes of Henan. */
export function schoolRows(district: DemoDistrict, index: number) {
  const place = district.name.replace('教育局', '')
  return SCHOOL_NAMES.map((name, n) => {
    const [kind, phase] = SCHOOL_KINDS[n] ?? ['21', 'primary']
    return {
      code: `${kind}41${String(100_000 + index * 1000 + n)}`,
      name: `${place}${name}`,
      area: AREAS[n % 3] ?? 'urban',
      phase,
    }
  })
}

const SUBJECTS = ['语文', '数学', '英语', '物理', '化学', '音乐', '体育', '美术', '信息科技', '心理健康']

/** Posts with their dates, as the template writes them. */
export const TEACHER_POSTS = { head: '班主任（2021-09-01 至今）', backbone: '区级骨干教师（2023-01-01 至今）' }

/** What else the roster holds of the nth teacher: one in seventeen began last year, one in twenty-three was on leave. */
function furtherCells(n: number, born: number) {
  const entered = n % 17 === 3 ? 2025 : born + 23
  const posts = [...(n % 6 === 0 ? [TEACHER_POSTS.head] : []), ...(n % 11 === 0 ? [TEACHER_POSTS.backbone] : [])]
  return {
    posts: posts.join('、'),
    education: n % 5 === 0 ? '硕士研究生' : '本科',
    entryDate: `${entered}-09-01`,
    phone: `139${String(10_000_000 + n * 7919).slice(0, 8)}`,
    certificate: `${entered}41010${1 + (n % 3)}${n % 2}${String(100_000 + n)}`,
    frontLine: n % 13 === 0 ? '否' : '是',
    leaves: n % 23 === 5 ? '产假（2026-03-01 至 2026-08-15）' : '',
  }
}

/** Synthetic teachers with valid check digits; nobody of them exists. */
export function teacherRows(district: DemoDistrict, index: number, count: number) {
  const schools = schoolRows(district, index)
  return Array.from({ length: count }, (_, n) => {
    const school = schools[n % schools.length]
    const birth = `${1968 + ((n * 7) % 32)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + ((n * 5) % 28)).padStart(2, '0')}`
    return {
      name: n === count - 1 ? teacherOfCounty(index) : personName(1000 + index * 300 + n),
      document: makeIdentityNumber(district.division, birth, (n * 3 + index) % 1000),
      documentType: 'resident-identity-card',
      schoolCode: school?.code ?? '',
      phase: school?.phase ?? 'primary',
      subject: SUBJECTS[n % SUBJECTS.length] ?? '语文',
      title: n % 4 === 0 ? '高级教师' : '一级教师',
      ...furtherCells(n, 1968 + ((n * 7) % 32)),
    }
  })
}

const MODES = ['集中', '混合', '远程', '校本', '跟岗'] as const
const PHASE_WORDS: readonly [RegExp, string][] = [
  [/幼儿/, '幼儿园'],
  [/小学/, '小学'],
  [/初中/, '初中'],
  [/高中|中学/, '高中'],
]

export type DraftOfPlan = { title: string; values: Record<string, unknown> }

/** Three courses that add up to the hours, and what they pay after tax in fen. */
function coursesOfPlan(title: string, hours: number, n: number) {
  const courses = [
    {
      title: '师德与政策',
      module: '师德修养',
      trainer: personName(640 + n),
      trainerTitle: 'full',
      hours: 8,
      halfDays: 2,
      joint: '',
      fee: 80_000,
    },
    {
      title,
      module: '学科教学专业知识与专业能力',
      trainer: personName(680 + n),
      trainerTitle: 'associate',
      hours: hours - 12,
      halfDays: (hours - 12) / 4,
      joint: '',
      fee: 40_000,
    },
    {
      title: '研讨与展示',
      module: '地方课程与校本研修',
      trainer: personName(720 + n),
      trainerTitle: 'other',
      hours: 4,
      halfDays: 1,
      joint: '',
      fee: 30_000,
    },
  ]
  return { courses, pay: courses.reduce((all, course) => all + course.hours * course.fee, 0) }
}

/** The rows of the plan as answers to the sample form of a training project. */
export function draftsOfPlan(year: number): DraftOfPlan[] {
  return parsePlan(planText(), year).items.map((item, n) => {
    const persons = 40 + ((n * 13) % 9) * 10
    const hours = 24 + (n % 5) * 8
    const days = hours / 8
    const { courses, pay } = coursesOfPlan(item.title, hours, n)
    const milestones = item.milestones.length
      ? item.milestones
      : [{ text: '全年按计划实施', from: `${year}-03-01`, to: `${year}-12-20` }]
    return {
      title: item.title,
      values: {
        background: `根据年度工作安排第${item.no}项“${item.category}”，结合本区县教师队伍现状和需求调研，拟开展${item.title}。`,
        objectives: `完成${item.title}的年度任务，参训教师结业率达到百分之九十五以上。`,
        phase: PHASE_WORDS.find(([pattern]) => pattern.test(item.title))?.[1] ?? '小学',
        subject: item.category.slice(0, 20),
        mode: MODES[n % MODES.length],
        persons,
        days,
        hours,
        milestones: milestones.map(({ text, from, to }) => ({ text, from, to })),
        courses,
        team: [{ name: personName(600 + n), unit: '教师发展中心', duty: '项目负责人' }],
        budget: budgetOfPlan(persons, days, pay),
        targets: [
          { name: '结业率', promised: 95, unit: '%' },
          { name: '学员满意度', promised: 90, unit: '%' },
        ],
        outcomes: `形成课例、资源和总结各一套，用匿名问卷和返岗跟踪评估成效。`,
      },
    }
  })
}

/** A small but real PDF: the attachment that every submission of the demonstration carries. */
export function planPdf(title: string): Uint8Array<ArrayBuffer> {
  const body = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%% ${title}\n%%EOF\n`
  return new TextEncoder().encode(body)
}
