import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import { describe, expect, it } from 'vitest'
import { checkSchoolRows } from './school-rows.ts'
import { checkTeacherRows } from './teacher-rows.ts'

const school = { code: '2141000001', name: '文化路第一小学', area: 'urban', phase: 'primary' }
const number = makeIdentityNumber('410105', '1988-02-29', 12)
const teacher = {
  name: '张三',
  document: number,
  documentType: null,
  schoolCode: '2141000001',
  phase: '小学',
  subject: '语文',
  title: '一级教师',
  posts: '班主任、骨干教师',
}

describe('rows of schools', () => {
  it('takes words and codes, and a code from a numeric cell, of which nothing is lost', () => {
    const { sound, problems } = checkSchoolRows(
      [{ ...school, area: '城区', phase: '小学', code: 2141000001 }],
      '410105',
    )
    expect(problems).toEqual([])
    expect(sound).toEqual([{ row: 1, ...school }])
  })

  it.each([
    ['code', undefined, 'required'],
    ['code', '   ', 'required'],
    ['code', '214100001', 'wrong_institution_code'],
    ['code', '21410000011', 'wrong_institution_code'],
    ['code', '9941000001', 'wrong_institution_code'],
    ['code', '2142000001', 'wrong_province'],
    ['code', true, 'not_text'],
    ['code', 2141000001.5, 'not_text'],
    ['name', 7, 'not_text'],
    ['name', 'a\u0000b', 'wrong_format'],
    ['name', null, 'required'],
    ['area', 'city', 'not_a_choice'],
    ['area', 'toString', 'not_a_choice'],
    ['phase', '大学', 'not_a_choice'],
  ])('tells %s = %j as %s', (column, value, problem) => {
    const { sound, problems } = checkSchoolRows([school, { ...school, code: '2141000002', [column]: value }], '410105')
    expect(sound.length).toBe(1)
    expect(problems).toEqual([{ row: 2, column, problem }])
  })

  it('takes a name of 60 characters and tells one of 61', () => {
    const rows = [60, 61].map((length, at) => ({ ...school, code: `214100000${at}`, name: '校'.repeat(length) }))
    const { sound, problems } = checkSchoolRows(rows, '410105')
    expect(sound.map(({ row }) => row)).toEqual([1])
    expect(problems).toEqual([{ row: 2, column: 'name', problem: 'too_long', limit: 60 }])
  })

  it('tells every wrong cell of a row, and the second of two with one code', () => {
    const { sound, problems } = checkSchoolRows([{}, school, { ...school, name: '另一所' }], '410105')
    expect(sound.map(({ row }) => row)).toEqual([2])
    expect(problems.map(({ row, column, problem }) => `${row} ${column} ${problem}`)).toEqual([
      '1 code required',
      '1 name required',
      '1 area required',
      '1 phase required',
      '3 code duplicate',
    ])
  })
})

describe('rows of teachers', () => {
  it('reads a whole row; a blank kind of document is the identity card', () => {
    const { sound, problems } = checkTeacherRows([teacher])
    expect(problems).toEqual([])
    const { name, schoolCode, subject, title } = teacher
    expect(sound).toEqual([
      {
        ...{ row: 1, name, schoolCode, subject, number },
        documentType: 'resident-identity-card',
        phase: 'primary',
        given: { title, posts: ['班主任', '骨干教师'], heldPosts: [] },
        numbers: {},
      },
    ])
  })

  it.each([
    ['document', Number(number.slice(0, 17)), 'numeric_cell'],
    ['document', 0, 'numeric_cell'],
    ['document', null, 'required'],
    ['document', number.slice(0, 17), 'wrong_format'],
    ['document', `${number}0`, 'wrong_format'],
    ['document', `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`, 'wrong_check_digit'],
    ['document', `99${number.slice(2)}`, 'unknown_region'],
    ['document', '410105198902290016', 'wrong_birth_date'],
    ['documentType', '驾驶证', 'not_a_choice'],
    ['name', 12, 'not_text'],
    ['schoolCode', false, 'not_text'],
    ['schoolCode', '214100001', 'wrong_institution_code'],
    ['schoolCode', '21410000011', 'wrong_institution_code'],
    ['subject', '', 'required'],
    ['phase', 3, 'not_text'],
  ])('tells %s = %j as %s', (column, value, problem) => {
    const { sound, problems } = checkTeacherRows([{ ...teacher, [column]: value }])
    expect(sound).toEqual([])
    expect(problems).toEqual([{ row: 1, column, problem }])
  })

  it('knows a document again in lower case and full width, and lets the same digits be a passport', () => {
    const x = makeIdentityNumber('410105', '1990-01-01', 1)
    const passport = { ...teacher, documentType: '护照', document: 'E12345678' }
    const rows = [
      teacher,
      { ...teacher, document: ` ${number.toLowerCase()} ` },
      { ...teacher, document: x },
      passport,
      passport,
    ]
    const { sound, problems } = checkTeacherRows(rows)
    expect(sound.map(({ row }) => row)).toEqual([1, 3, 4])
    expect(problems.map(({ row, problem }) => [row, problem])).toEqual([
      [2, 'duplicate'],
      [5, 'duplicate'],
    ])
  })

  it('takes ten posts of twenty characters and tells more', () => {
    const posts = (count: number, length: number) =>
      Array.from({ length: count }, (_, at) => String(at).padStart(length, '岗')).join(',')
    const read = (text: string) =>
      checkTeacherRows([{ ...teacher, posts: text }]).problems.map(({ problem }) => problem)
    expect(read(posts(10, 10))).toEqual([])
    expect(read(posts(11, 5))).toEqual(['too_many'])
    expect(read(posts(2, 20))).toEqual([])
    expect(read(posts(2, 21))).toEqual(['too_long'])
  })
})

describe('the optional columns of teachers', () => {
  const read = (cells: object) => checkTeacherRows([{ ...teacher, posts: null, title: null, ...cells }])

  it.each([
    ['certificate', '20124101032001234', { certificate: '20124101032001234' }],
    ['certificate', '无', { certificate: null }],
    ['phone', '138 0000 0000', { phone: '13800000000' }],
    ['phone', 13800000000, { phone: '13800000000' }],
    ['phone', '-', { phone: null }],
  ])('take %s = %j', (column, value, numbers) => {
    const { sound, problems } = read({ [column]: value })
    expect(problems).toEqual([])
    expect(sound[0]?.numbers).toEqual(numbers)
  })

  it.each([
    ['entryDate', '2010年9月1日', { entryDate: '2010-09-01' }],
    ['entryDate', '无', { entryDate: null }],
    ['education', '本科', { education: '本科' }],
    ['education', '—', { education: null }],
    ['title', '无', { title: null }],
    ['frontLine', '否', { frontLine: false }],
    ['frontLine', true, { frontLine: true }],
    ['posts', '无', { posts: [], heldPosts: [] }],
    ['posts', '教研组长', { posts: ['教研组长'], heldPosts: [] }],
    [
      'leaves',
      '病假（2024-01-01 至 2024-03-01）',
      { leaves: [{ kind: 'sick', from: '2024-01-01', to: '2024-03-01' }] },
    ],
    ['leaves', '', {}],
    ['title', null, {}],
  ])('take %s = %j', (column, value, given) => {
    const { sound, problems } = read({ [column]: value })
    expect(problems).toEqual([])
    expect(sound[0]?.given).toEqual(given)
  })

  it.each([
    ['certificate', Number('20124101032001234'), 'numeric_cell'],
    ['certificate', '2012410103200123', 'wrong_certificate'],
    ['phone', '1380000000', 'wrong_phone'],
    ['entryDate', 40422, 'not_a_date'],
    ['entryDate', '2010-02-30', 'not_a_date'],
    ['frontLine', '也许', 'not_a_choice'],
    ['posts', '班主任（2021-09-01）', 'wrong_period'],
    ['leaves', '产假', 'leave_without_dates'],
    ['leaves', '产假（2023-06-30 至 2023-01-10）', 'ends_before_start'],
    ['title', '=A1', 'formula_cell'],
    ['education', 7, 'not_text'],
  ])('tell %s = %j as %s', (column, value, problem) => {
    expect(read({ [column]: value }).problems).toEqual([{ row: 1, column, problem }])
  })
})
