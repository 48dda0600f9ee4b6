import { expect, it } from 'vitest'
import { csvText } from './csv-text.ts'

it('opens with its letters right, line by line', () =>
  expect(
    csvText([
      ['专家', '宽严'],
      ['王"老师"', '-3.20'],
    ]),
  ).toBe('\uFEFF"专家","宽严"\r\n"王""老师""","-3.20"\r\n'))

it.each([
  ['=1+1', '"\'=1+1"'],
  ['@cmd', '"\'@cmd"'],
  ['-', '"\'-"'],
  ['-1+2', '"\'-1+2"'],
  ['+2.50', '"+2.50"'],
  ['-1,234.5%', '"-1,234.5%"'],
])('keeps %s from being a formula, and figures figures', (text, written) =>
  expect(csvText([[text]])).toBe(`\uFEFF${written}\r\n`),
)
