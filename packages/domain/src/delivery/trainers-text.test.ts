import { expect, it } from 'vitest'
import { trainersOf, trainersText } from './trainers-text.ts'

it('reads trainers however they are set apart', () => {
  expect(trainersOf('王五(郑州一中，高级教师)；赵六').map(({ name, unit, title }) => [name, unit, title])).toEqual([
    ['王五', '郑州一中', '高级教师'],
    ['赵六', '', ''],
  ])
  expect(trainersOf(null)).toEqual([])
})

it('writes what it reads', () => {
  const trainers = [
    { name: '王五', unit: '郑州一中', title: '高级教师' },
    { name: '赵六', unit: '', title: '' },
  ]
  expect(trainersText(trainers)).toBe('王五（郑州一中 高级教师）、赵六')
  expect(trainersOf(trainersText(trainers))).toEqual(trainers)
})
