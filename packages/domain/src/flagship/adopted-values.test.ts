import { expect, test } from 'vitest'
import type { FormField } from '../calls/design/form.ts'
import { adoptedValues } from './adopted-values.ts'
import type { ListingPackage } from './package.ts'

const CONTENTS: ListingPackage = {
  title: '班主任培训',
  level: 'district',
  phase: '小学',
  subject: '班主任工作',
  module: '师德',
  mode: '集中',
  hours: 40,
  summary: '分层研修',
  outline: [{ title: '家校沟通', hours: 8, module: '师德' }],
  milestones: [{ text: '开班', from: '2026-03-01', to: '2026-03-31' }],
  trainers: '',
  resources: '',
  evaluation: { score: 9200, band: 'excellent' },
  licence: 'CC BY-NC-SA 4.0',
  origin: { district: 'jinshui', districtName: '金水区教育局', project: 'pro_1', number: 'LX2026-0001' },
}
const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  title: key,
  type,
  required: true,
  identifying: false,
  ...more,
})

test('without a form everything is kept but where it came from', () => {
  const values = adoptedValues(CONTENTS, null)
  expect(values).toMatchObject({ summary: '分层研修', hours: 40, subject: '班主任工作' })
  for (const key of ['originName', 'originProject', 'score', 'band']) expect(values).not.toHaveProperty(key)
})

test('with a form the same keys are answered, the outline as courses, and nothing the form does not ask', () => {
  const columns = [
    { key: 'title', title: '专题', type: 'text' },
    { key: 'hours', title: '学时', type: 'number' },
    { key: 'module', title: '模块', type: 'text' },
  ] as const
  const form = [
    field('hours', 'number'),
    field('courses', 'table', { columns: [...columns] }),
    field('budget', 'money'),
  ]
  expect(adoptedValues(CONTENTS, form)).toEqual({ hours: 40, courses: CONTENTS.outline })
})

test('an answer that the form would refuse is left out, at its limit it stays', () => {
  expect(adoptedValues(CONTENTS, [field('hours', 'number', { maximum: 40 })])).toEqual({ hours: 40 })
  expect(adoptedValues(CONTENTS, [field('hours', 'number', { maximum: 39 })])).toEqual({})
  expect(adoptedValues(CONTENTS, [field('phase', 'choice', { choices: ['初中'] })])).toEqual({})
  expect(adoptedValues(CONTENTS, [field('phase', 'choice', { choices: ['小学'] })])).toEqual({ phase: '小学' })
})

test('the courses of a form take the outline under any key', () =>
  expect(adoptedValues(CONTENTS, [field('plan', 'courses')])).toEqual({ plan: CONTENTS.outline }))
