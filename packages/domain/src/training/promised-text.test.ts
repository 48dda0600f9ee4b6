import { expect, it } from 'vitest'
import { promisedText } from './promised-text.ts'

it.each([
  [50, '人', '50 人'],
  [95, '%', '95%'],
  [3, '‰', '3‰'],
  ['1,200', '学时', '1,200 学时'],
  [3, '', '3'],
])('%s with %s reads %s', (figure, unit, text) => expect(promisedText(figure, unit)).toBe(text))
