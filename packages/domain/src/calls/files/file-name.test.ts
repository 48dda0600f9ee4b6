import { expect, test } from 'vitest'
import { fileNameOf } from './file-name.ts'

test.each([
  ['实施方案.pdf', '实施方案.pdf'],
  ['../../etc/王 小明/方案.pdf', '方案.pdf'],
  ['C:\\fakepath\\方案.docx', '方案.docx'],
  [' 方\u0000案\n.pdf ', '方案.pdf'],
  ['目录/', '未命名'],
  ['', '未命名'],
  [`${'长'.repeat(196)}.pdf`, `${'长'.repeat(196)}.pdf`],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`],
  [`${'长'.repeat(195)}😀.pdf`, `${'长'.repeat(195)}.pdf`],
])('%j is kept as a name', (given, kept) => {
  expect(fileNameOf(given)).toBe(kept)
})
