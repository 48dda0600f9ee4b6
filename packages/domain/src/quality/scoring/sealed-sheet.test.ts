import { expect, test } from 'vitest'
import { isLate, sealedText } from './sealed-sheet.ts'

const sheet = {
  sheet: 'she_1',
  panel: 'pan_1',
  expert: 'exp_1',
  rubric: 'rub_1',
  scores: { b: 50, a: 100 },
  comments: { a: '好' },
  comment: '可行',
  total: 150,
  sealedAt: '2026-11-20T01:30:00.000Z',
}

test('the sealed bytes are the same however the sheet was put together, and change with every part of it', () => {
  expect(sealedText({ ...sheet, scores: { a: 100, b: 50 } })).toBe(sealedText(sheet))
  const others = [
    { scores: { a: 100, b: 100 } },
    { comments: { a: '好。' } },
    { comment: '可行。' },
    { total: 200 },
    { sealedAt: '2026-11-20T01:30:00.001Z' },
    { expert: 'exp_2' },
  ]
  expect(new Set(others.map((other) => sealedText({ ...sheet, ...other })).concat(sealedText(sheet))).size).toBe(7)
})

test('the day itself is in time, the next one is late, and without a day nothing is', () => {
  expect([isLate('2026-11-20', '2026-11-20'), isLate('2026-11-20', '2026-11-21'), isLate(null, '2099-01-01')]).toEqual([
    false,
    true,
    false,
  ])
})
