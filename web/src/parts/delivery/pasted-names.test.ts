import { expect, it } from 'vitest'
import { pastedNames } from './pasted-names.ts'

it('reads one name a line, with the end of the document where it stands', () => {
  expect(pastedNames('张三\n李 敏 002x\r\n王五\t********1234\n\n')).toEqual([
    { name: '张三', tail: '' },
    { name: '李敏', tail: '002x' },
    { name: '王五', tail: '1234' },
  ])
})
it('reads names between marks, and leaves the head of a table out', () => {
  expect(pastedNames('姓名\n张三、李四，王五;赵六')).toHaveLength(4)
  expect(pastedNames('  ')).toEqual([])
})
it('keeps to two hundred', () => {
  expect(pastedNames(Array.from({ length: 300 }, (_, n) => `教师${n}`).join('\n'))).toHaveLength(200)
})
