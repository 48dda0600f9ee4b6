import { describe, expect, it } from 'vitest'
import { TRAINING_FORM } from '../calls/design/training-form.ts'
import { agreementOf } from '../training/agreement.ts'
import { checkCohort, spanOf } from './check-cohort.ts'
import { DEFAULT_COHORT_RULES } from './cohort.ts'
import { draftCohort, lineOf } from './draft-cohort.ts'

const values = {
  phase: '初中',
  subject: '数学',
  mode: '混合',
  persons: 60,
  hours: 40,
  milestones: [
    { text: '高校研修', from: '2026-04-01', to: '2026-04-10' },
    { text: '返岗实践', from: '2026-04-05', to: '2026-06-30' },
  ],
  courses: [
    {
      title: '评价',
      module: '教育技术能力',
      trainer: '张三',
      trainerTitle: 'full',
      hours: 4,
      halfDays: 1,
      joint: '',
      fee: 0,
    },
    {
      title: '命题',
      module: '教育技术能力',
      trainer: '',
      trainerTitle: '',
      hours: null,
      halfDays: null,
      joint: '',
      fee: 0,
    },
    { title: '', module: '师德修养', trainer: '', trainerTitle: '', hours: 1, halfDays: null, joint: '', fee: 0 },
  ],
}
const project = { title: '2026年初中数学骨干教师培训', level: 'district' as const, no: 2, today: '2026-03-01' }
const head = { number: 'LX1', title: project.title, unitName: '实验小学' }

describe('the draft of a cohort', () => {
  it('says what application and agreement say already', () => {
    const { cohort, courses, promised } = draftCohort(
      project,
      TRAINING_FORM,
      values,
      agreementOf(TRAINING_FORM, values, head),
    )
    expect(cohort).toMatchObject({
      title: '2026年初中数学骨干教师培训第 2 班',
      line: '初中数学骨干教师培训',
      topic: '数学',
      level: 'district',
      module: '教育技术能力',
      subject: '数学',
      phase: 'junior',
      channel: 'blended',
      places: 60,
      rules: { phases: ['junior'] },
    })
    expect(cohort.stages).toEqual([
      { id: 's1', title: '高校研修', from: '2026-04-01', to: '2026-04-10' },
      { id: 's2', title: '返岗实践', from: '2026-04-05', to: '2026-06-30' },
    ])
    expect(courses.map(({ topic, hours }) => [topic, hours])).toEqual([
      ['评价', 4],
      ['命题', null],
    ])
    expect(promised).toEqual({ persons: 60, hours: 40 })
  })

  it('stands on a form that asks for nothing', () => {
    const { cohort } = draftCohort(project, [], {}, agreementOf([], {}, head))
    expect(cohort).toMatchObject({ topic: '初中数学骨干教师培训', phase: '', channel: 'concentrated', places: 50 })
    expect(cohort.stages).toHaveLength(1)
  })
})

it.each([
  ['2026年初中数学骨干教师培训', '初中数学骨干教师培训'],
  ['2025-2026 学年班主任培训', '班主任培训'],
  ['班主任培训（第二期）', '班主任培训'],
  ['班主任培训第3批', '班主任培训'],
  ['2026年', '2026年'],
])('the line of %s is %s', (title, line) => {
  expect(lineOf(title)).toBe(line)
})

describe('a cohort', () => {
  const stage = { id: 's1', title: '研修', from: '2026-04-01', to: '2026-04-10' }
  const wrong = (given: Partial<Parameters<typeof checkCohort>[0]>) =>
    checkCohort({ stages: [stage], rules: DEFAULT_COHORT_RULES, taken: 0, places: 10, ...given }).map(
      ({ pointer, problem }) => `${pointer} ${problem}`,
    )
  it.each([
    [{}, []],
    [{ stages: [stage, { ...stage, id: 's2' }] }, []],
    [{ stages: [{ ...stage, to: '2026-04-01' }] }, []],
    [{ stages: [{ ...stage, to: '2026-03-31' }] }, ['/stages/0/to ends_before_start']],
    [{ stages: [stage, stage] }, ['/stages/1/id duplicate']],
    [{ taken: 10 }, []],
    [{ taken: 11 }, ['/places too_small']],
    [{ rules: { ...DEFAULT_COHORT_RULES, absenceFrom: [1, 1] as const } }, []],
    [{ rules: { ...DEFAULT_COHORT_RULES, absenceFrom: [2, 1] as const } }, ['/rules/absenceFrom too_large']],
    [{ rules: { ...DEFAULT_COHORT_RULES, serviceYears: { from: 3, to: 3 } } }, []],
    [{ rules: { ...DEFAULT_COHORT_RULES, serviceYears: { from: 3, to: 2 } } }, ['/rules/serviceYears/to too_small']],
  ])('%j: %j', (given, expected) => {
    expect(wrong(given)).toEqual(expected)
  })

  it('runs from its first to its last day, however stages lie', () => {
    const inner = { ...stage, id: 's2', from: '2026-04-02', to: '2026-04-03' }
    expect(spanOf([inner, stage])).toEqual({ startsOn: '2026-04-01', endsOn: '2026-04-10' })
  })
})
