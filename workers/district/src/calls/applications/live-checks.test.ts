import type { FormField } from '@shixun/domain/calls/design/form'
import { DEFAULT_BUDGET_POLICY } from '@shixun/domain/money/budget-policy-samples'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import { type Applicant, pointersOf, raiseSpine, type Spine } from '../../../../../packages/testkit/src/test-spine.ts'

type Whole = {
  number: string | null
  findings: { pointer: string; rule: string; severity: string; detail: string }[]
}

let spine: Spine
let school: Applicant

const pathOf = (id: string) => `${spine.base}/applications/${id}`
const read = async (id: string) => must('application', await school.client.get<Whole>(pathOf(id)))

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
})
afterAll(() => spine.stop())

describe('the live checks', () => {
  const form: FormField[] = [{ key: 'budget', title: '经费预算', type: 'budget', required: false, identifying: false }]
  const line = (item: string, amount: number) => ({ item, amount, basis: '按实际测算' })
  /** `other` of 100,000 元, in fen. */
  const values = (other: number) => ({ budget: [line('meals', 10_000_000 - other), line('miscellaneous', other)] })

  test('answer with every reading and saving, and block a submission at their limits', async () => {
    const id = await spine.draft(school, await spine.openCall({ form }), { values: values(310_000) })
    const { findings } = await read(id)
    expect(findings.map(({ pointer, rule, severity }) => [pointer, rule, severity])).toEqual([
      ['/values/budget/1', 'other-share', 'block'],
    ])
    const refused = await school.client.action(pathOf(id), 'submit')
    expect([refused.status, pointersOf(refused)]).toEqual([422, [['/values/budget/1', 'other-share']]])
    const [{ detail } = { detail: '' }] = refused.body['errors'] as { detail: string }[]
    expect(detail).toBe(findings[0]?.detail)
    const saved = must(
      'save',
      await school.client.patch<Whole>(pathOf(id), { values: values(300_000) }, { ifMatch: 1 }),
    )
    expect(saved.findings).toEqual([])
    must('submission', await school.client.action(pathOf(id), 'submit'))
  })

  test('follow the bureau’s own policy', async () => {
    const policy = DEFAULT_BUDGET_POLICY
    const rules = { ...policy.rules, 'other-share': { ...policy.rules['other-share'], severity: 'warn' } }
    await spine.put('settings', { key: 'budget-policy', value: JSON.stringify({ ...policy, rules }), version: 1 })
    const id = await spine.draft(school, await spine.openCall({ form }), { values: values(310_000) })
    expect((await read(id)).findings.map(({ rule, severity }) => [rule, severity])).toEqual([['other-share', 'warn']])
    must('submission', await school.client.action(pathOf(id), 'submit'))
    expect((await read(id)).number).toMatch(/^SB2026-\d{4}$/)
    await spine.rows("DELETE FROM settings WHERE key = 'budget-policy'")
  })
})
