import { expect, it } from 'vitest'
import { blindFiles } from './blind-files.ts'
import { CLEANER } from './expert-document.ts'

const file = (id: string, name: string) => ({ id, name, mediaType: 'application/x-test', size: 9, sha256: 'x' })
const field = (key: string, title: string, identifying = false) => ({ key, title, type: 'file', identifying })
const shown = (id: string, name: string) => ({
  id,
  name,
  mediaType: 'application/x-test',
  size: 1024,
  state: 'ready',
  reason: null,
})

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
    shown('2', '课例 1.docx'),
    shown('3', '课例 2.pdf'),
    shown('1', '实施方案.pdf'),
    shown('5', '附件.pdf'),
  ])
})

it('has nothing to show of nothing, and numbers loose files', () => {
  expect(blindFiles([], [field('plan', '实施方案')], { plan: null })).toEqual([])
  expect(blindFiles([file('1', '甲'), file('2', '乙.张三丰先生著作')], [], {}).map(({ name }) => name)).toEqual([
    '附件 1',
    '附件 2',
  ])
})

it('says of a file that is held back that it is, and nothing of one that the office keeps', () => {
  const check = {
    cleaner: CLEANER,
    outcome: 'clean',
    reason: null,
    names: ['张三丰'],
    whole: true,
    ruling: null,
  } as const
  const files = [
    { ...file('1', '甲.pdf'), check },
    { ...file('2', '乙.pdf'), check: { ...check, ruling: 'hide' as const } },
    { ...file('3', '丙.pdf'), check: { ...check, outcome: 'unclean' as const, reason: 'encrypted' as const } },
  ]
  const seen = blindFiles(files, [], {})
  expect(seen.map(({ id, name, state }) => [id, name, state])).toEqual([
    ['1', '附件 1.pdf', 'held'],
    ['3', '附件 2.pdf', 'unclean'],
  ])
  expect(JSON.stringify(seen)).not.toContain('张三丰')
})
