import type { FormField } from '@shixun/domain/calls/design/form'
import { expect, test } from 'vitest'
import { hiddenNames } from './hidden-names.ts'

const form: FormField[] = [{ key: 'trainers', title: '师资', type: 'longtext', required: false, identifying: true }]
const names = (trainers: string) =>
  hiddenNames({ unit: '金水区第一小学', bureau: '金水区教育局' }, form, { trainers }).slice(5)

test('a unit is known by its whole name, by its short one, and by its place', () => {
  expect(hiddenNames({ unit: '金水区第一小学', bureau: '金水区教育局' }, [], {})).toEqual([
    '金水区教育局',
    '金水区',
    '金水区第一小学',
    '金水区第一小学',
    '第一小学',
  ])
})

test.each([
  ['公孙画眉（特级教师）、李明，高级教师', ['公孙画眉', '李明']],
  ['李敏主讲；班主任、方案', ['李敏']],
  ['由本校骨干教师组成的团队负责实施，详见附件。', []],
  ['', []],
])('people in a list that was typed: %s', (text, found) => expect(names(text)).toEqual(found))

test('trainers of the programme tell too, and the units they come from', () => {
  const courses: FormField = { key: 'courses', title: '课程', type: 'courses', required: true, identifying: false }
  const values = { courses: [{ title: '课例', trainer: '南宫斑鸠（白虎岭中学）、王芳教授' }] }
  expect(hiddenNames({ unit: '金水区第一小学', bureau: '金水区教育局' }, [courses], values).slice(5)).toEqual([
    '南宫斑鸠',
    '王芳',
    '白虎岭中学',
  ])
})
