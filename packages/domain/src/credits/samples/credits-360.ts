import { type PolicySample, SAMPLE_FRAME } from './sample-frame.ts'

const OTHER = ['online', 'school_based', 'blended', 'placement', 'practice', 'degree', 'outcome']

/**
 * 360 hours in five years: 160 concentrated at 8:1 (20 credits) and 200 other at 10:1 (20 credits), so that the limits in
 * credits bind what is asked: a class at most 15, degree study at 20:1 at most 5 a year and 20 a cycle.
 */
export const CREDITS_360: PolicySample = {
  key: 'credits-360',
  source: '武汉市江汉区中小学教师继续教育学分管理办法（二手资料，施行前请核对原文）',
  policy: {
    ...SAMPLE_FRAME,
    title: '五年 360 学时：集中 160（20 学分）、非集中 200（20 学分）',
    cycle: { years: 5, anchor: { kind: 'fixed', start: '2016-01-01' } },
    attendance: { absenceFrom: [1, 5] },
    conversions: [
      { id: 'concentrated', title: '集中培训', where: { channel: ['concentrated'] }, perHour: [1, 8], factors: [] },
      { id: 'degree', title: '学历进修', where: { channel: ['degree'] }, perHour: [1, 20], factors: [] },
      { id: 'other', title: '非集中培训', where: {}, perHour: [1, 10], factors: [] },
    ],
    caps: [
      {
        id: 'class',
        title: '一次集中培训不超过 15 学分',
        where: { channel: ['concentrated'] },
        per: 'project',
        unit: 'credits',
        most: 15,
      },
      {
        id: 'degree-year',
        title: '学历进修每年不超过 5 学分',
        where: { channel: ['degree'] },
        per: 'calendar_year',
        unit: 'credits',
        most: 5,
      },
      {
        id: 'degree-cycle',
        title: '学历进修每周期不超过 20 学分',
        where: { channel: ['degree'] },
        per: 'cycle',
        unit: 'credits',
        most: 20,
      },
    ],
    requirements: [
      {
        id: 'total',
        title: '五年累计学时',
        kind: 'min',
        unit: 'hours',
        amount: 360,
        where: {},
        window: { kind: 'cycle' },
      },
      {
        id: 'concentrated',
        title: '集中培训（160 学时）',
        kind: 'min',
        unit: 'credits',
        amount: 20,
        where: { channel: ['concentrated'] },
        window: { kind: 'cycle' },
      },
      {
        id: 'other',
        title: '非集中培训（200 学时）',
        kind: 'min',
        unit: 'credits',
        amount: 20,
        where: { channel: OTHER },
        window: { kind: 'cycle' },
      },
      {
        id: 'novice',
        title: '新任教师第一年',
        kind: 'min',
        unit: 'hours',
        amount: 80,
        where: {},
        window: { kind: 'first_months', months: 12 },
      },
      {
        id: 'novice-concentrated',
        title: '新任教师第一年集中培训',
        kind: 'min',
        unit: 'hours',
        amount: 40,
        where: { channel: ['concentrated'] },
        window: { kind: 'first_months', months: 12 },
      },
    ],
  },
}
