import { expect, it } from 'vitest'
import { blindFiles } from './blind-files.ts'

const file = (id: string, name: string) => ({ id, name, mediaType: 'application/pdf', size: 9, sha256: 'x' })
const field = (key: string, title: string, identifying = false) => ({ key, title, type: 'file', identifying })
const shown = (name: string) => ({ name, mediaType: 'application/pdf', size: 9 })

it('names files by their fields, numbers several, drops those of identifying fields, and keeps nothing of their names', () => {
  const files = [
    file('1', '张三丰-育才小学实施方案.PDF'),
    file('2', '李四的课例.docx'),
    file('3', '王五的课例.pdf'),
    file('4', '营业执照.pdf'),
    file('5', '赵六.pdf'),
  ]
  const form = [field('case', '课例'), field('plan', '实施方案'), field('licence', '资质', true)]
  const values = {
    plan: [{ attachment: '1' }],
    case: [{ attachment: '2' }, { attachment: '3' }],
    licence: [{ attachment: '4' }],
  }
  expect(blindFiles(files, form, values)).toEqual([
    shown('课例 1.docx'),
    shown('课例 2.pdf'),
    shown('实施方案.pdf'),
    shown('附件.pdf'),
  ])
})

it('has nothing to show of nothing, and numbers loose files', () => {
  expect(blindFiles([], [field('plan', '实施方案')], { plan: null })).toEqual([])
  expect(blindFiles([file('1', '甲'), file('2', '乙.张三丰先生著作')], [], {}).map(({ name }) => name)).toEqual([
    '附件 1',
    '附件 2',
  ])
})
