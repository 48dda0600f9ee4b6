import { expect, test } from 'vitest'
import { agreementText, chineseDay, chineseOrdinal } from './agreement-text.ts'
import type { AgreementBody } from './figures.ts'

const BODY: AgreementBody = {
  number: 'RW2026-0001',
  title: '小学班主任培训',
  unitName: '育才小学',
  targets: [
    { means: 'persons', name: '培训人数', promised: 50, unit: '人' },
    { means: 'target', name: '培训目标', promised: '掌握家校沟通的方法。', unit: '' },
  ],
  money: {
    total: 350_000,
    items: [
      { item: 'meals', amount: 250_000 },
      { item: 'venueHire', amount: 100_000 },
    ],
  },
  outputs: ['课例集一册'],
  dates: {
    from: '2026-04-01',
    to: '2026-11-30',
    milestones: [
      { text: '需求调研', from: '2026-04-01', to: '2026-04-01' },
      { text: '返岗实践', from: '2026-09-01', to: '2026-11-30' },
    ],
  },
}
const HEAD = {
  kind: 'training_project',
  bureau: '金水区教育局',
  projectNumber: 'LX2026-0007',
  no: 1,
  reason: null,
} as const

test('the first agreement says who, what, how much and when, in the words of an official document', () => {
  expect(agreementText(BODY, HEAD)).toBe(`教师培训项目任务书

任务书编号：RW2026-0001
项目编号：LX2026-0007
项目名称：小学班主任培训
甲方（委托单位）：金水区教育局
乙方（承担单位）：育才小学

乙方申报的“小学班主任培训”经评审、公示，由甲方批准立项。双方就项目的目标、经费、成果和进度约定如下，共同遵守。

一、任务目标
（一）培训人数：50 人。
（二）培训目标：掌握家校沟通的方法。

二、项目经费
（一）项目经费总额为人民币叁仟伍佰元整（3,500.00 元）。
（二）经费按下列科目安排：
    1. 餐费：2,500.00 元。
    2. 场地费：1,000.00 元。
（三）经费专款专用，按规定科目列支，凭证齐全。

三、预期成果
（一）课例集一册。

四、实施进度
（一）项目自2026年4月1日起实施，至2026年11月30日结束。
（二）各阶段的时间和任务（可以交叉进行）：
    1. 2026年4月1日：需求调研。
    2. 2026年9月1日至2026年11月30日：返岗实践。

五、变更、暂停与终止
（一）任何一方不得单方改动本任务书。确需调整的，由一方提出变更并说明理由，另一方同意后形成新的一版，以最新一版为准。
（二）项目的暂停、恢复和终止由甲方决定，说明理由，通知乙方，并记入项目档案。

六、确认
本任务书以本文本为准，经双方确认后生效。确认人、确认时间和本文本的 SHA-256 摘要记入项目档案。

甲方：金水区教育局
乙方：育才小学
`)
})

test('a later number names its edition, its reason and what it takes the place of', () => {
  const text = agreementText(BODY, { ...HEAD, no: 2, reason: '汛期停课' })
  expect(text).toContain('教师培训项目任务书（第二版）\n')
  expect(text).toContain('变更事由：汛期停课。\n')
  expect(text).toContain('本版自双方同意之日起代替第一版。')
})

test('an agreement without terms still says what is carried out', () => {
  const bare = agreementText(
    {
      ...BODY,
      targets: [],
      money: { total: 0, items: [] },
      outputs: [],
      dates: { from: null, to: null, milestones: [] },
    },
    { ...HEAD, kind: 'studio' },
  )
  expect(bare).toContain('名师工作室建设任务书')
  expect(bare.match(/按批准的申报书执行。/g)).toHaveLength(2)
  expect(bare).toContain('（二）经费专款专用')
  expect(bare).toContain('按教育局通知的时间实施。')
})

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [39, '三十九'],
])('%d is counted %s', (n, words) => {
  expect(chineseOrdinal(n)).toBe(words)
})

test('a date stands without leading zeros', () => {
  expect(chineseDay('2026-04-01')).toBe('2026年4月1日')
})
