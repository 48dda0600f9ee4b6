import { describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET_POLICY } from '../../money/budget-policy-samples.ts'
import { MODULES } from '../../training/content-modules.ts'
import type { FormField, FormValues } from '../design/form.ts'
import { TRAINING_FORM } from '../design/training-form.ts'
import { findingsOf } from './findings.ts'

const RULES = { budget: DEFAULT_BUDGET_POLICY, modules: MODULES, year: 2026 }
const SOUND: FormValues = {
  persons: 50,
  days: 5,
  arrivalDays: 1,
  departureDays: null,
  hours: 40,
  milestones: [
    { text: '高校研修', from: '2026-03-01', to: '2026-06-30' },
    { text: '返岗实践', from: '2026-04-01', to: '2026-12-20' },
  ],
  courses: [
    { title: '师德', module: '师德修养', trainer: '王教授', trainerTitle: 'full', hours: 8, halfDays: 2, fee: 100_000 },
    { title: '课例', module: '教育技术能力', trainer: '李老师', trainerTitle: 'other', hours: 32, halfDays: 8, fee: 0 },
  ],
  budget: [
    { item: 'meals', amount: 5_000_000, basis: '50 人 × 5 天 × 200 元' },
    { item: 'lecturing', amount: 1_000_000, basis: '8 学时 × 1000 元，另加税' },
  ],
}
const found = (change: FormValues, rules = RULES, form: readonly FormField[] = TRAINING_FORM) =>
  findingsOf(form, { ...SOUND, ...change }, rules).map(
    ({ pointer, rule, severity }) => `${pointer} ${rule} ${severity}`,
  )

it('finds nothing in a sound plan', () => expect(found({})).toEqual([]))

it('finds nothing in an empty draft', () => expect(findingsOf(TRAINING_FORM, {}, RULES)).toEqual([]))

it('points into the answers, by the keys of the form', () => {
  expect(found({ arrivalDays: 2 })).toEqual(['/arrivalDays travel-days block'])
  expect(found({ milestones: [{ text: '结业', from: '2026-12-01', to: '2027-01-10' }] })).toEqual([
    '/milestones/0/to stage-year warn',
  ])
  expect(found({ hours: 41 })).toEqual(['/courses hours-agree warn'])
  expect(found({ budget: [{ item: 'survey', amount: 100, basis: '' }], courses: null })).toEqual([
    '/budget/0/basis basis-missing block',
    '/budget/0 research-share block',
  ])
})

it('reads what fields mean, never their keys', () => {
  const renamed = TRAINING_FORM.map((field) => ({ ...field, key: `x_${field.key}` }))
  const values = Object.fromEntries(Object.entries({ ...SOUND, hours: 41 }).map(([key, value]) => [`x_${key}`, value]))
  expect(findingsOf(renamed, values, RULES).map(({ pointer }) => pointer)).toEqual(['/x_courses'])
  const unmeant = TRAINING_FORM.map(({ means: _, ...field }) => field)
  expect(found({ hours: 41, persons: 1 }, RULES, unmeant)).toEqual([])
})

it('holds the lecture fees of the courses against the budget, a joint class once', () => {
  const [first = {}] = Array.isArray(SOUND['courses']) ? SOUND['courses'] : []
  const long = { ...first, hours: 20, halfDays: 5 }
  const short = [
    { item: 'meals', amount: 4_000_000, basis: '甲' },
    { item: 'lecturing', amount: 2_000_000, basis: '乙' },
  ]
  expect(found({ courses: [long, { ...long, joint: '' }], budget: short })).toEqual(['/budget/1 lecture-total warn'])
  const joint = { ...long, joint: '1、2 班' }
  expect(found({ courses: [joint, joint], budget: short })).toEqual([])
})

it('takes the modules of the field before those of the tenant', () => {
  const own = TRAINING_FORM.map((field) => (field.type === 'courses' ? { ...field, choices: ['本局模块'] } : field))
  const bare = TRAINING_FORM.map((field) => (field.type === 'courses' ? { ...field, choices: undefined } : field))
  const courses = [{ title: '课', module: '本局模块', trainer: '王', hours: 40 }]
  expect(found({ courses }, RULES, own)).toEqual([])
  expect(found({ courses }, { ...RULES, modules: ['本局模块'] }, bare)).toEqual([])
  expect(found({ courses }, RULES, bare)).toEqual(['/courses/0/module course-module block'])
})

describe('malformed answers', () => {
  it.each([
    ['budget', '甲'],
    ['budget', [{ item: 'nothing', amount: 0.5, basis: null }]],
    ['budget', [{}]],
    ['courses', [{ hours: null, title: 1 }]],
    ['courses', 3],
    ['milestones', [{ from: 20_260_301, to: '2026-02-30' }]],
    ['persons', Number.NaN],
    ['persons', '50'],
    ['days', Number.POSITIVE_INFINITY],
  ])('%s of %j are passed over', (key, value) =>
    expect(() => found({ [key]: value as FormValues[string] })).not.toThrow(),
  )
})
