import { expect, test } from 'vitest'
import { type ArchiveItem, archiveIndexJson, archiveIndexPage, archiveStep, checksumList } from './archive-index.ts'

const item = (given: Partial<ArchiveItem> = {}): ArchiveItem => ({
  path: '申报/附件/01-方案 #1.pdf',
  title: '方案',
  size: 1536,
  sha256: 'a'.repeat(64),
  recorded: 'a'.repeat(64),
  ...given,
})
const HEAD = {
  title: '<b>班主任</b>培训',
  number: 'LX2026-0001',
  unitName: '育才小学',
  bureau: '金水区教育局',
  state: '实施中',
  takenAt: '2026-11-21 09:30',
  takenBy: '王老师（师训科）',
  leftOut: ['评审专家的姓名和评分表'],
}

test('checksums are lines that sha256sum reads', () => {
  expect(checksumList([item(), item({ path: 'index.html', sha256: 'b'.repeat(64) })])).toBe(
    `${'a'.repeat(64)}  申报/附件/01-方案 #1.pdf\n${'b'.repeat(64)}  index.html\n`,
  )
})

test('the index escapes what people wrote and links to encoded paths', () => {
  const page = archiveIndexPage(HEAD, [item()], [])
  expect(page).toContain('&lt;b&gt;班主任&lt;/b&gt;培训')
  expect(page).not.toContain('<b>班主任')
  expect(page).toContain('%E7%94%B3%E6%8A%A5/%E9%99%84%E4%BB%B6/01-%E6%96%B9%E6%A1%88%20%231.pdf')
  expect(page).toContain('1.5 KB')
  expect(page).toContain('与提交时一致')
  expect(page).toContain('按权限未收录的内容')
})

test('a file whose bytes are not those handed in, and one that is gone, are told', () => {
  const page = archiveIndexPage(HEAD, [item({ recorded: 'c'.repeat(64) })], [{ title: '证明.pdf', recorded: 'd' }])
  expect(page).toContain('校验值不符')
  expect(page).toContain('缺失的文件')
  expect(JSON.parse(archiveIndexJson(HEAD, [item()], [{ title: '证明.pdf', recorded: 'd' }]))).toMatchObject({
    format: 'shixun-project-archive/1',
    number: 'LX2026-0001',
    items: [{ path: '申报/附件/01-方案 #1.pdf' }],
    missing: [{ title: '证明.pdf' }],
  })
})

test.each([
  ['方案.pdf', '方案.pdf'],
  ['a/b\\c:d*e?.pdf', 'a_b_c_d_e_.pdf'],
  ['..', '_'],
  ['. 隐藏 .', '隐藏'],
  ['\u202Efdp.exe', '_fdp.exe'],
  ['行\n行.pdf', '行_行.pdf'],
  ['', '_'],
  [`${'长'.repeat(60)}.docx`, `${'长'.repeat(40)}.docx`],
])('%j becomes the step %j', (name, step) => {
  expect(archiveStep(name)).toBe(step)
})
