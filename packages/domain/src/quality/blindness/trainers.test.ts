import { describe, expect, it } from 'vitest'
import type { FormField } from '../../calls/design/form.ts'
import { isPersonName, namesInList } from './person-names.ts'
import { maskTrainers, trainerNames } from './trainers.ts'

const UNIT = '金水区第一小学'
const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  title: key,
  type,
  required: false,
  identifying: false,
  ...more,
})
const COURSES = [field('courses', 'courses')]
const courses = (...trainers: (string | null)[]) => ({
  courses: trainers.map((trainer) => ({ title: '课例', trainer })),
})
const shown = (...trainers: (string | null)[]) => {
  const { courses: rows } = maskTrainers(COURSES, courses(...trainers), UNIT)
  return Array.isArray(rows) ? rows.map((row) => row['trainer']) : rows
}
const names = (...trainers: string[]) => trainerNames(COURSES, courses(...trainers))

describe('trainers of a programme under double blindness', () => {
  it.each<[string[], string[]]>([
    [['李敏'], ['授课人 1']],
    [
      ['李敏', '王芳', '李 敏'],
      ['授课人 1', '授课人 2', '授课人 1'],
    ],
    [['李敏、王芳'], ['授课人 1、授课人 2']],
    [
      ['李敏（郑州大学，教授）', '李敏'],
      ['授课人 1（教授，外单位）', '授课人 1（外单位）'],
    ],
    [['郑州大学 李敏 副教授'], ['授课人 1（副教授，外单位）']],
    [['郑州大学李敏教授'], ['授课人 1（教授，外单位）']],
    [['王芳（第一小学）'], ['授课人 1（本单位）']],
    [['王芳(本校 高级教师)'], ['授课人 1（高级教师，本单位）']],
    [['金水区第一小学'], ['授课人 1（本单位）']],
    [['张三校长'], ['授课人 1']],
    [['教授 李敏，郑州大学；王芳'], ['授课人 1（教授，外单位）、授课人 2']],
    [['外聘教授'], ['授课人 1（教授）']],
    [['Alice Wang'], ['授课人 1']],
    [['阿依古丽·买买提'], ['授课人 1']],
    [['我们最敬爱的那位先生'], ['授课人 1']],
    [['待定'], ['待定']],
    [['小组研讨'], ['小组研讨']],
    [[''], ['']],
  ])('%j reads %j', (given, masked) => expect(shown(...given)).toEqual(masked))

  it('keeps the rest of a row, and a gap a gap', () => {
    const row = { title: '课例', module: '师德', trainer: '李敏', trainerTitle: 'full', hours: 4, fee: 100_000 }
    expect(maskTrainers(COURSES, { courses: [row, { title: '观摩', trainer: null }] }, UNIT)).toEqual({
      courses: [
        { ...row, trainer: '授课人 1' },
        { title: '观摩', trainer: null },
      ],
    })
  })

  it('knows from the hidden team who is of the unit, and numbers one person once over all fields', () => {
    const form = [
      field('team', 'people', { identifying: true }),
      field('courses', 'courses'),
      field('guests', 'people'),
      field('lead', 'text', { title: '首席专家' }),
      field('plan', 'table', {
        columns: [
          { key: 'who', title: '授课教师及职称', type: 'text' },
          { key: 'from', title: '所在单位', type: 'text' },
          { key: 'what', title: '授课内容', type: 'text' },
        ],
      }),
    ]
    const team = [{ name: '王芳', unit: UNIT, duty: '负责人' }]
    const values = {
      team,
      ...courses('王芳', '李敏'),
      guests: [{ name: '李敏', unit: '朱雀桥幼儿园', duty: '顾问' }],
      lead: '赵强 教授',
      plan: [{ who: '孙立，特级教师', from: '朱雀桥幼儿园', what: '课堂观察' }],
    }
    expect(maskTrainers(form, values, UNIT)).toEqual({
      team,
      courses: [
        { title: '课例', trainer: '授课人 1（本单位）' },
        { title: '课例', trainer: '授课人 2（外单位）' },
      ],
      guests: [{ name: '授课人 2（外单位）', unit: '外单位', duty: '顾问' }],
      lead: '授课人 3（教授）',
      plan: [{ who: '授课人 4（特级教师，外单位）', from: '外单位', what: '课堂观察' }],
    })
    expect(trainerNames(form, values)).toEqual(expect.arrayContaining(['王芳', '李敏', '赵强', '孙立', '朱雀桥幼儿园']))
  })

  it('leaves tables alone that name nobody: a unit of measure is no unit', () => {
    const columns = [
      { key: 'name', title: '指标', type: 'text' as const },
      { key: 'unit', title: '单位', type: 'text' as const },
    ]
    const values = { targets: [{ name: '结业率', unit: '%' }] }
    expect(maskTrainers([field('targets', 'table', { columns })], values, UNIT)).toEqual(values)
    expect(trainerNames([field('targets', 'table', { columns })], values)).toEqual([])
  })

  it('finds names and units that could stand elsewhere, and no common words', () => {
    expect(names('李敏（郑州大学，教授）', '王芳')).toEqual(['李敏', '王芳', '郑州大学'])
    expect(names('线上平台', '高级教师', '市教研室', '本校', '待定', '外聘专家')).toEqual([])
    expect(names('欧阳黄鹂老师')).toEqual(['欧阳黄鹂'])
    const prose = [field('staff', 'longtext', { title: '师资情况' }), field('merit', 'longtext', { title: '业绩' })]
    expect(trainerNames(prose, { staff: '李敏（教授）、王芳，均为骨干', merit: '李敏、高效' })).toEqual([
      '李敏',
      '王芳',
    ])
  })
})

describe('names of people', () => {
  it.each([
    ['李明', true],
    ['公孙画眉', true],
    ['阿依古丽·买买提', true],
    ['Alice Wang', true],
    ['MOOC', false],
    ['平台', false],
    ['王', false],
    ['王老师', false],
    ['授课', false],
    ['文化馆', false],
    ['全区', false],
  ])('%s: %s', (text, found) => expect(isPersonName(text)).toBe(found))

  it('stand between marks in a list', () =>
    expect(namesInList('公孙画眉（特级教师）、李明，高级教师')).toEqual(['公孙画眉', '李明']))
})
