import { expect, it } from 'vitest'
import { fileNameOf } from './save-answer.ts'

it.each([
  [`attachment; filename="file.xlsx"; filename*=UTF-8''%E7%94%B3%E6%8A%A5%20%281%29.xlsx`, '申报 (1).xlsx'],
  ['attachment; filename="a.xlsx"', null],
  ["attachment; filename*=UTF-8''%E7%94", null],
  [null, null],
])('the name of a download in %j', (header, name) => {
  expect(fileNameOf(header)).toBe(name)
})
