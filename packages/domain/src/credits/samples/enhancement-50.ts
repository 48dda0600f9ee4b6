import { type PolicySample, SAMPLE_FRAME } from './sample-frame.ts'

const PROJECT = { category: ['信息技术应用能力提升工程2.0'] }
const WINDOW = { kind: 'dates', from: '2019-01-01', to: '2022-12-31' } as const

/** 50 hours of one programme by a day: 20 online and 30 of practice at school. */
export const ENHANCEMENT_50: PolicySample = {
  key: 'enhancement-50',
  source: '许昌市建安区 2022 年教师培训工作要点第 9 条；起始日为工程 2.0 启动之年',
  policy: {
    ...SAMPLE_FRAME,
    title: '能力提升工程 2.0：50 学时（网络 20、校本实践 30）',
    cycle: { years: 4, anchor: { kind: 'fixed', start: '2019-01-01' } },
    validFrom: '2019-01-01',
    requirements: [
      {
        id: 'total',
        title: '提升工程 2.0 合计',
        kind: 'min',
        unit: 'hours',
        amount: 50,
        where: PROJECT,
        window: WINDOW,
      },
      {
        id: 'online',
        title: '网络研修',
        kind: 'min',
        unit: 'hours',
        amount: 20,
        where: { ...PROJECT, channel: ['online'] },
        window: WINDOW,
      },
      {
        id: 'practice',
        title: '校本应用实践',
        kind: 'min',
        unit: 'hours',
        amount: 30,
        where: { ...PROJECT, channel: ['practice'] },
        window: WINDOW,
      },
    ],
  },
}
