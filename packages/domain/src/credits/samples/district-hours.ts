import { type PolicySample, SAMPLE_FRAME } from './sample-frame.ts'

const SOURCE = '某市区“十三五”教师培训规划（二、总体目标；三、主要任务；四（二）学分制）'
const ONE_TO_ONE = { id: 'one', title: '1 学时计 1 学分', where: {}, perHour: [1, 1], factors: [] } as const
const FOUR_YEARS = { years: 4, anchor: { kind: 'fixed', start: '2017-01-01' } } as const
const frame = { ...SAMPLE_FRAME, conversions: [ONE_TO_ONE] }

/** 240 hours in four years, 120 of them school-based, an hour a credit; only accredited bodies. */
export const DISTRICT_240: PolicySample = {
  key: 'district-240',
  source: SOURCE,
  policy: {
    ...frame,
    title: '四年 240 学分，其中校本研训不少于 120',
    cycle: FOUR_YEARS,
    requirements: [
      {
        id: 'total',
        title: '四年累计学分',
        kind: 'min',
        unit: 'credits',
        amount: 240,
        where: {},
        window: { kind: 'cycle' },
      },
      {
        id: 'school-based',
        title: '校本研训',
        kind: 'min',
        unit: 'hours',
        amount: 120,
        where: { channel: ['school_based'] },
        window: { kind: 'cycle' },
      },
    ],
  },
}

/** 100 hours in the first year of service, 50 of them school-based. */
export const NOVICES_100: PolicySample = {
  key: 'novices-100',
  source: SOURCE,
  policy: {
    ...frame,
    title: '新任教师第一年 100 学时，其中校本研训不少于 50',
    cycle: FOUR_YEARS,
    requirements: [
      {
        id: 'novice',
        title: '新任教师适应性培训',
        kind: 'min',
        unit: 'hours',
        amount: 100,
        where: {},
        window: { kind: 'first_months', months: 12 },
      },
      {
        id: 'novice-school-based',
        title: '新任教师校本研训',
        kind: 'min',
        unit: 'hours',
        amount: 50,
        where: { channel: ['school_based'] },
        window: { kind: 'first_months', months: 12 },
      },
    ],
  },
}

/** Thirty hours of training for head teachers in five years, whatever the cycle of the rest. */
export const HEAD_TEACHERS_30: PolicySample = {
  key: 'head-teachers-30',
  source: SOURCE,
  policy: {
    ...frame,
    title: '班主任五年不少于 30 学时专题培训',
    cycle: FOUR_YEARS,
    requirements: [
      {
        id: 'head-teacher',
        title: '班主任专题培训',
        kind: 'min',
        unit: 'hours',
        amount: 30,
        where: { category: ['班主任培训'] },
        window: { kind: 'last_years', years: 5 },
        appliesTo: { posts: ['head_teacher'] },
      },
    ],
  },
}

/** 72 hours a year for full-time trainers. */
export const TRAINERS_72: PolicySample = {
  key: 'trainers-72',
  source: SOURCE,
  policy: {
    ...frame,
    title: '专职培训者每年不少于 72 学时',
    cycle: FOUR_YEARS,
    requirements: [
      {
        id: 'trainer',
        title: '专职培训者年度研修',
        kind: 'min',
        unit: 'hours',
        amount: 72,
        where: {},
        window: { kind: 'calendar_year' },
        appliesTo: { posts: ['trainer'] },
      },
    ],
  },
}
