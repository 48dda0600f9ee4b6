import { expect, test } from 'vitest'
import { duplicateMembers } from './duplicate-members.ts'

test('the same name in two objects, in two values or as a value is no duplicate', () => {
  for (const text of [
    '{}',
    '[]',
    '1',
    '"a:b"',
    '{"a":{"a":1},"b":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"b","b":"a"}',
    '{"a":["a","a"]}',
  ])
    expect(duplicateMembers(text), text).toEqual([])
})

test('a member named twice is found where it stands, however it is written', () => {
  expect(duplicateMembers('{"a":1,"a":2}')).toEqual(['/a'])
  expect(duplicateMembers('{"a":1,"\\u0061":2}')).toEqual(['/a'])
  expect(duplicateMembers('{"rows":[{"x":1},{"x":[1,{}],"y":"\\"x\\":","x":2}]}')).toEqual(['/rows/1/x'])
  expect(duplicateMembers('{"a/b":1,"a/b":2,"__proto__":1,"__proto__":2}')).toEqual(['/a~1b', '/__proto__'])
})

test('a body at the limit of size is read in a moment', () => {
  const many = JSON.stringify(Array.from({ length: 40_000 }, (_, n) => ({ n, name: '研修' })))
  const long = JSON.stringify({ a: 'x'.repeat(1_000_000) })
  const escapes = JSON.stringify({ a: '\n'.repeat(500_000) })
  const deep = '['.repeat(500_000) + ']'.repeat(500_000)
  const began = performance.now()
  for (const text of [many, long, escapes, deep]) expect(duplicateMembers(text)).toEqual([])
  expect(performance.now() - began).toBeLessThan(1000)
})
