import { expect, test } from 'vitest'
import { approvalLetter } from './approval-letter.ts'

const BODY = {
  number: 'RW2026-0001',
  title: '小学班主任培训',
  unitName: '育才小学',
  targets: [
    { means: 'persons' as const, name: '培训人数', promised: 50, unit: '人' },
    { means: 'target' as const, name: '培训目标', promised: '提高水平', unit: '' },
  ],
  money: { total: 5_000_000, items: [] },
  outputs: [],
  dates: { from: '2026-04-01', to: '2026-11-30', milestones: [] },
}
const letter = (body: Partial<typeof BODY> | object = {}) =>
  approvalLetter({
    bureau: '金水区教育局',
    kind: 'training_project',
    projectNumber: 'LX2026-0007',
    approvedOn: '2026-03-10',
    body: { ...BODY, ...body },
  })

test('the reply names the project, its number, what is approved and what is asked', () => {
  expect(letter()).toEqual({
    bureau: '金水区教育局',
    title: '关于同意“小学班主任培训”立项的批复',
    to: '育才小学',
    paragraphs: [
      '你单位关于“小学班主任培训”的申报材料收悉。经评审、公示，同意该项目立项，项目编号为 LX2026-0007。现将有关事项批复如下：',
      '一、目标任务。培训人数 50 人。',
      '二、项目经费。核定经费总额人民币伍万元整（50,000.00 元），专款专用，按任务书所列科目列支。',
      '三、实施时间。自2026年4月1日起，至2026年11月30日止。',
      '四、组织实施。请及时在系统中确认《教师培训项目任务书》（编号：RW2026-0001），严格按照任务书组织实施，按期结项；确需调整的，按程序申请变更。',
      '此复。',
    ],
    attachment: '《教师培训项目任务书》（编号：RW2026-0001）',
    year: 2026,
    date: '2026年3月10日',
  })
})

test('what was not asked in the application is not in the reply, and its points are counted without a gap', () => {
  const bare = letter({ targets: [], money: { total: 0, items: [] }, dates: { from: null, to: null, milestones: [] } })
  expect(bare.paragraphs).toHaveLength(3)
  expect(bare.paragraphs[1]).toMatch(/^一、组织实施。/)
})
