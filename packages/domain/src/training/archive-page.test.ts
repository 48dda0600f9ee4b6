import { expect, test } from 'vitest'
import type { FormField } from '../calls/design/form.ts'
import { answerSection } from './answer-section.ts'
import { archivePage } from './archive-page.ts'

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key: 'x',
  title: '题目',
  type,
  required: false,
  identifying: false,
  ...more,
})
const CARD = { id: 'att_1', name: '证明.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a' }

test('nothing that people wrote becomes markup', () => {
  const page = archivePage('甲 & 乙', [
    { heading: '<i>', facts: [['"单位"', '<script>alert(1)</script>']] },
    { heading: '表', head: ['<th>'], rows: [["'a'\nb"]] },
    { heading: '空' },
  ])
  expect(page).not.toMatch(/<script|<i>|<th>'|"单位"/)
  expect(page).toContain('&#39;a&#39;<br>b')
  expect(page).toContain('<p class="none">无</p>')
  expect(page).toContain('<title>甲 &amp; 乙</title>')
})

test('answers read as people read them: money in 元, codes in words, files by name', () => {
  expect(answerSection(field('money'), 123_450, []).text).toBe('1,234.50 元')
  expect(answerSection(field('number'), 40.25, []).text).toBe('40.25')
  expect(answerSection(field('longtext'), '一\n二', []).text).toBe('一\n二')
  expect(answerSection(field('text'), undefined, []).text).toBe('')
  expect(answerSection(field('budget'), [{ item: 'meals', amount: 100, basis: '2 人' }], [])).toEqual({
    heading: '题目',
    head: ['科目', '金额', '测算依据'],
    rows: [['餐费', '1.00 元', '2 人']],
  })
  expect(answerSection(field('file'), [{ attachment: 'att_1' }, { attachment: 'att_2' }], [CARD]).rows).toEqual([
    ['证明.pdf'],
    ['att_2'],
  ])
  const course = { title: '班会课', module: '师德修养', trainer: '李华', trainerTitle: 'full', hours: 4, fee: 100_000 }
  expect(answerSection(field('courses'), [course], []).rows).toEqual([
    ['班会课', '师德修养', '李华', '正高级职称', '4', '', '', '1,000.00 元'],
  ])
})

test('a table of the form keeps its own columns', () => {
  const columns: FormField['columns'] = [
    { key: 'a', title: '甲', type: 'text' },
    { key: 'b', title: '乙', type: 'money' },
  ]
  expect(answerSection(field('table', { columns }), [{ a: '一', b: 5 }], [])).toEqual({
    heading: '题目',
    head: ['甲', '乙'],
    rows: [['一', '0.05 元']],
  })
})
