import { expect, test } from 'vitest'
import { draftOf, errorsOfOthers, errorsOfOutputs, itemSum, type Terms, termsOf } from './terms-draft.ts'

const TERMS: Terms = {
  targets: [
    { means: 'target', name: '公开课', promised: 12, unit: '节' },
    { means: 'persons', name: '培训人数', promised: 50, unit: '人' },
    { means: 'target', name: '目标', promised: '提高水平', unit: '' },
  ],
  money: {
    total: 300,
    items: [
      { item: 'meals', amount: 100 },
      { item: 'venueHire', amount: 200 },
    ],
  },
  outputs: ['课例集一册'],
  dates: { from: '2026-04-01', to: null, milestones: [{ text: '开班', from: '2026-04-01', to: '2026-04-02' }] },
}

test('terms go into the form and come back as they were, measured targets first', () => {
  const [lessons, persons, aim] = TERMS.targets
  expect(termsOf(draftOf(TERMS))).toEqual({ ...TERMS, targets: [persons, lessons, aim] })
})

test('the total is the sum of the items, and is typed only where there are none', () => {
  const draft = draftOf(TERMS)
  expect(itemSum({ ...draft, items: [{ item: 'meals', amount: 5 }, { item: 'venueHire' }] })).toBe(5)
  expect(termsOf({ ...draft, total: 9, items: [] }).money).toEqual({ total: 9, items: [] })
})

test('what is typed as a figure is one, gaps are sent for the server to name', () => {
  const draft = { ...draftOf(TERMS), others: [{ name: '甲', promised: '3.5' }, { promised: '约 3 节' }, {}] }
  expect(termsOf(draft).targets.slice(1)).toEqual([
    { means: 'target', name: '甲', promised: 3.5, unit: '' },
    { means: 'target', name: '', promised: '约 3 节', unit: '' },
    { means: 'target', name: '', promised: '', unit: '' },
  ])
})

test('errors find the row in which they were typed', () => {
  expect(errorsOfOthers({ '/terms/targets/2/name': '必填', '/terms/money/total': '错' }, 1)).toEqual({
    '/terms/targets/1/name': '必填',
  })
  expect(errorsOfOutputs({ '/terms/outputs/0': '必填' })).toEqual({ '/terms/outputs/0/text': '必填' })
})
