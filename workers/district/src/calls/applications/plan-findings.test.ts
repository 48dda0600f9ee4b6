import { ROUTES } from '@shixun/contract/routes'
import type { FormValues } from '@shixun/domain/calls/design/form'
import { BUDGET_ITEM_CODES } from '@shixun/domain/money/budget-items'
import { type BudgetPolicy, checkBudgetPolicy } from '@shixun/domain/money/budget-policy'
import { DEFAULT_BUDGET_POLICY } from '@shixun/domain/money/budget-policy-samples'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  pointersOf,
  problemOf,
  raiseSpine,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import { VALUES } from '../../../../system/src/sample-rows.ts'

type Draft = Item & {
  values: FormValues
  findings: { pointer: string; rule: string; severity: string; detail: string }[]
}

let spine: Spine
let school: Applicant
let callId: string

const base = () => `${spine.base}/applications`
const found = ({ findings }: Draft) => findings.map(({ pointer, rule, severity }) => `${pointer} ${rule} ${severity}`)
const read = async (id: string) => must('reading', await school.client.get<Draft>(`${base()}/${id}`))
async function draft(change: FormValues = {}): Promise<Draft> {
  const body = { callId, title: '单元整体教学研修', values: { ...VALUES, ...change } }
  return must('draft', await school.client.post<Draft>(base(), body))
}
const submit = (id: string) => school.client.action(`${base()}/${id}`, 'submit')
/** ¥50,000 of meals; the item beside it has the given share of a whole of ¥100,000. */
const beside = (item: string, fen: number) => [
  { item, amount: fen, basis: '按需测算' },
  { item: 'meals', amount: 10_000_000 - fen, basis: '50 人 × 5 天 × 400 元' },
]
async function setPolicy(change: (rules: BudgetPolicy['rules']) => BudgetPolicy['rules']): Promise<void> {
  const value = { ...DEFAULT_BUDGET_POLICY, rules: change(DEFAULT_BUDGET_POLICY.rules) }
  expect(checkBudgetPolicy(value)).toEqual([])
  const params = { district: spine.district.ref.slug, key: 'budget-policy' }
  must('policy', await spine.office.call(ROUTES.putSetting, { params, body: { value } }))
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  callId = await spine.openCall()
})
afterAll(() => spine.stop())

describe('the schedule and budget of a draft', () => {
  test('are checked with every answer, and named with their rule', async () => {
    const one = await draft({ budget: beside('survey', 510_000), hours: 41 })
    expect(found(one)).toEqual(['/values/courses hours-agree warn', '/values/budget/0 research-share block'])
    expect(one.findings[1]?.detail).toContain('不得超过预算合计的 5%（5,000.00 元），现为 5,100.00 元')
    expect(found(await read(one.id))).toEqual(found(one))
    const values = { ...VALUES, budget: beside('survey', 500_000) }
    const edited = must('edit', await school.client.patch<Draft>(`${base()}/${one.id}`, { values }, { ifMatch: 1 }))
    expect(found(edited)).toEqual([])
  })

  test('block a submission until they are mended; a warning does not', async () => {
    const { id } = await draft({ budget: beside('venueHire', 1_010_000), hours: 41 })
    const refused = await submit(id)
    expect(problemOf(refused)).toBe('invalid-input')
    expect(pointersOf(refused)).toEqual([['/values/budget/0', 'venue-share']])
    expect(JSON.stringify(refused.body)).toContain('场地设备')
    const values = { ...VALUES, budget: beside('venueHire', 1_000_000), hours: 41 }
    must('edit', await school.client.patch(`${base()}/${id}`, { values }, { ifMatch: 1 }))
    expect(must('submission', await submit(id))).toMatchObject({ state: 'submitted' })
  })

  test.each([
    ['assessment', 500_000, []],
    ['assessment', 500_001, ['/values/budget/0 evaluation-share block']],
    ['officeCosts', 300_000, []],
    ['officeCosts', 310_000, ['/values/budget/0 other-share block']],
    ['materials', 500_000, []],
    ['materials', 500_001, ['/values/budget/0 materials-per-person block']],
  ])('%s of %s fen: %j', async (item, fen, expected) => {
    expect(found(await draft({ budget: beside(item, fen) }))).toEqual(expected)
  })

  test('take the twenty items and an adjustment below zero', async () => {
    const each = BUDGET_ITEM_CODES.map((item) => ({ item, amount: 100, basis: '1 元' }))
    const one = await draft({ budget: [...each, { item: 'meals', amount: -50, basis: '核减' }] })
    expect(one.values['budget']).toHaveLength(21)
    const refused = await school.client.post(base(), { callId, title: '题', values: { budget: [{ item: 'x' }] } })
    expect(pointersOf(refused)).toEqual([['/values/budget/0/item', 'not_a_choice']])
  })

  test('know lecture fees, half days, joint classes and modules', async () => {
    const course = { title: '班会课', module: '师德修养', trainer: '李老师', trainerTitle: 'associate', hours: 5 }
    const one = await draft({
      hours: 10,
      courses: [
        { ...course, halfDays: 1, fee: 50_001, joint: '1、2 班' },
        { ...course, halfDays: 1, fee: 50_001, joint: '1、2 班', module: '专业能力' },
      ],
      budget: [...beside('textResources', 1), { item: 'lecturing', amount: 200_003, basis: '4 学时' }],
    })
    expect(found(one)).toEqual([
      '/values/courses/1/module course-module block',
      '/values/courses/0/fee lecture-fee block',
      '/values/courses/0/halfDays half-day warn',
      '/values/courses/1/fee lecture-fee block',
      '/values/courses/1/halfDays half-day warn',
      // 4 hours at 500.01 元, once: one fen short
      '/values/budget/2 lecture-total warn',
    ])
  })
})

describe('the rules of a bureau', () => {
  test('turn a refusal into a warning, move a cap, and are left alone', async () => {
    const { id } = await draft({ budget: beside('survey', 510_000) })
    await setPolicy((rules) => ({ ...rules, 'research-share': { severity: 'warn', limit: 400 } }))
    expect(found(await read(id))).toEqual(['/values/budget/0 research-share warn'])
    await setPolicy((rules) => ({ ...rules, 'research-share': { severity: 'off', limit: 400 } }))
    expect(found(await read(id))).toEqual([])
    await setPolicy((rules) => ({ ...rules, 'total-per-person': { severity: 'block', limit: 199_999 } }))
    expect(found(await read(id))).toEqual([
      '/values/budget/0 research-share block',
      '/values/budget total-per-person block',
    ])
    expect(problemOf(await submit(id))).toBe('invalid-input')
  })
})

test('samples carry the modules and money rules that a bureau starts from', async () => {
  const params = { district: spine.district.ref.slug }
  const samples = async () => must('samples', await spine.office.call(ROUTES.readSamples, { params }))
  type Samples = {
    forms: { key: string; form: { type: string; choices?: string[] }[] }[]
    budgetPolicies: { key: string }[]
  }
  const modules = async () =>
    ((await samples()) as unknown as Samples).forms
      .find(({ key }) => key === 'training-project')
      ?.form.find(({ type }) => type === 'courses')?.choices
  expect(await modules()).toHaveLength(7)
  const setting = { params: { ...params, key: 'content-modules' }, body: { value: { modules: ['本局模块'] } } }
  must('modules', await spine.office.call(ROUTES.putSetting, setting))
  expect(await modules()).toEqual(['本局模块'])
  must('reset', await spine.office.call(ROUTES.putSetting, { ...setting, body: { value: null } }))
  expect(await modules()).toHaveLength(7)
})
