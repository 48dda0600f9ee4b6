import { describe, expect, it } from 'vitest'
import { checkExpertRows, type ExpertCells } from './expert-rows.ts'

const row: ExpertCells = {
  name: '赵专家',
  schoolCode: '2141000001',
  subjects: '语文、班主任',
  phases: '小学、初中',
  pastSchools: '2141000002（2024-08-31）',
}
const left = (pastSchools: ExpertCells['pastSchools']) => checkExpertRows([{ ...row, pastSchools }])

describe('rows of experts', () => {
  it('reads a whole row, and one of a name alone', () => {
    expect(checkExpertRows([row, { name: '钱专家', schoolCode: '', subjects: null }])).toEqual({
      sound: [
        {
          row: 1,
          name: '赵专家',
          schoolCode: '2141000001',
          subjects: ['语文', '班主任'],
          phases: ['primary', 'junior'],
          pastSchools: [{ code: '2141000002', until: '2024-08-31' }],
          title: '',
          units: [],
        },
        { row: 2, name: '钱专家', schoolCode: null, subjects: [], phases: [], pastSchools: [], title: '', units: [] },
      ],
      problems: [],
    })
  })

  it('takes a school code from a numeric cell, and phases in words and codes, each once', () => {
    const [read] = checkExpertRows([{ ...row, schoolCode: 2141000001, phases: 'primary 小学,中职' }]).sound
    expect(read).toMatchObject({ schoolCode: '2141000001', phases: ['primary', 'vocational'] })
  })

  it.each([
    '2141000002（2024-08-31）、2141000003（2023-07-31）',
    '2141000002(2024/8/31), 2141000003 (2023/7/31)',
    '2141000002 2024.8.31；2141000003 2023.7.31；',
    '2141000002：2024年8月31日，2141000003（至 2023年7月31日）',
  ])('reads the schools left behind from %s', (written) => {
    expect(left(written)).toMatchObject({
      sound: [
        {
          pastSchools: [
            { code: '2141000002', until: '2024-08-31' },
            { code: '2141000003', until: '2023-07-31' },
          ],
        },
      ],
      problems: [],
    })
  })

  it.each([
    ['name', null, 'required'],
    ['name', 7, 'not_text'],
    ['schoolCode', false, 'not_text'],
    ['subjects', 5, 'not_text'],
    ['phases', '大学', 'not_a_choice'],
    ['phases', '小学、toString', 'not_a_choice'],
    ['pastSchools', '2141000002', 'not_past_school'],
    ['pastSchools', 2141000002, 'not_past_school'],
    ['pastSchools', '育才小学（2024-08-31）', 'not_past_school'],
    ['pastSchools', '21410000022024-08-31', 'not_past_school'],
    ['pastSchools', '、', 'not_past_school'],
    ['pastSchools', '2141000002（2024-02-30）', 'not_a_date'],
    ['pastSchools', '2141000002（去年）', 'not_a_date'],
    ['pastSchools', true, 'not_text'],
  ])('tells %s = %j as %s', (column, value, problem) => {
    const { sound, problems } = checkExpertRows([row, { ...row, schoolCode: '2141000009', [column]: value }])
    expect(sound.length).toBe(1)
    expect(problems).toEqual([{ row: 2, column, problem }])
  })

  it('reads other units in time, and tells a span that is none', () => {
    const units = (written: string) => checkExpertRows([{ ...row, title: '教研员', units: written }])
    const one = { unitId: null, title: '' }
    expect(units('市教研室（2020-09-01 至今）、河南大学(2015/3/1 至 2020/8/31)；省教育学会').sound[0]).toMatchObject({
      title: '教研员',
      units: [
        { ...one, name: '市教研室', since: '2020-09-01', until: null },
        { ...one, name: '河南大学', since: '2015-03-01', until: '2020-08-31' },
        { ...one, name: '省教育学会', since: null, until: null },
      ],
    })
    const told = (written: string) => units(written).problems.map(({ column, problem }) => [column, problem])
    expect(told('市教研室（去年 至今）')).toEqual([['units', 'not_a_date']])
    expect(told('市教研室（2020-09-01 至 2019-09-01）')).toEqual([['units', 'ends_before_start']])
    expect(told('市教研室（2020-09-01')).toEqual([['units', 'wrong_unit']])
  })

  it('takes twenty subjects, twenty characters and twenty schools, and tells more', () => {
    const subjects = (count: number, length: number) =>
      checkExpertRows([
        { ...row, subjects: Array.from({ length: count }, (_, at) => String(at).padStart(length, '科')).join('、') },
      ]).problems
    expect([subjects(20, 5), subjects(1, 20)]).toEqual([[], []])
    expect(subjects(21, 5)).toEqual([{ row: 1, column: 'subjects', problem: 'too_many', limit: 20 }])
    expect(subjects(1, 21)).toEqual([{ row: 1, column: 'subjects', problem: 'too_long', limit: 20 }])
    const schools = (count: number) => left(Array(count).fill('2141000002（2024-08-31）').join('、')).problems
    expect(schools(20)).toEqual([])
    expect(schools(21)).toEqual([{ row: 1, column: 'pastSchools', problem: 'too_many', limit: 20 }])
  })

  it('knows an expert by name and school', () => {
    const { sound, problems } = checkExpertRows([row, { ...row, schoolCode: null }, { ...row, schoolCode: ' ' }, row])
    expect(sound.map((one) => one.row)).toEqual([1, 2])
    expect(problems).toEqual([3, 4].map((row) => ({ row, column: 'name', problem: 'duplicate' })))
  })
})
