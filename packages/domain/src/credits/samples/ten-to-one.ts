import { type PolicySample, SAMPLE_FRAME } from './sample-frame.ts'

const HALF_FOR_PRINCIPALS = [{ post: 'principal', factor: [1, 2] }] as const

/** 10:1, online 20:1, principals at one half. The amount asked is the national 360 hours in five years at 10:1. */
export const TEN_TO_ONE: PolicySample = {
  key: 'ten-to-one',
  source:
    '江西省余江县教师培训学分办法、赣教发〔2018〕2号（二手资料，施行前请核对原文）；总量按教师〔2011〕1号五年 360 学时折算',
  policy: {
    ...SAMPLE_FRAME,
    title: '10 学时 1 学分，网络 20 学时 1 学分，校长按 50% 计',
    cycle: { years: 5, anchor: { kind: 'fixed', start: '2016-01-01' } },
    conversions: [
      {
        id: 'online',
        title: '网络研修',
        where: { channel: ['online'] },
        perHour: [1, 20],
        factors: HALF_FOR_PRINCIPALS,
      },
      { id: 'other', title: '其他培训', where: {}, perHour: [1, 10], factors: HALF_FOR_PRINCIPALS },
    ],
    requirements: [
      {
        id: 'total',
        title: '五年累计学分',
        kind: 'min',
        unit: 'credits',
        amount: 36,
        where: {},
        window: { kind: 'cycle' },
      },
    ],
  },
}
