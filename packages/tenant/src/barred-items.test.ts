import { type MeetingRow, MOST_MEETINGS } from '@shixun/db/tenant/conflicts'
import { DEFAULT_CONFLICT_RULES } from '@shixun/domain/quality/conflicts/conflict-rules'
import { expect, test } from 'vitest'
import { barredItems, conflictRulesOf } from './barred-items.ts'

const meeting = (given: Partial<MeetingRow> = {}): MeetingRow => ({
  applicationId: 'app_5',
  via: 'unit',
  key: 'sch_1',
  what: 'unit',
  name: '育才小学',
  since: null,
  until: null,
  callId: 'cal_1',
  state: 'submitted',
  kindred: '["pro_5","pan_5"]',
  rules: null,
  ...given,
})
const rulesOf = (list: readonly { rule: string }[]) => list.map(({ rule }) => rule)
const TODAY = '2026-05-20'

test('bars the application and whatever carries its content, and the call while decisions are to come', () => {
  const barred = barredItems([meeting()], 'office', TODAY)
  for (const id of ['app_5', 'pro_5', 'pan_5']) expect(rulesOf(barred.against(id))).toEqual(['same_unit'])
  expect(barred.against('app_6')).toEqual([])
  expect(rulesOf(barred.inCall('cal_1'))).toEqual(['same_unit'])
  expect(barredItems([meeting({ state: 'approved' })], 'office', TODAY).inCall('cal_1')).toEqual([])
})

test('drops what is over, and what the bureau does not bind this role to; a declaration binds whatever the rules', () => {
  const left = meeting({ until: '2025-05-19' })
  const rules = JSON.stringify({ ...DEFAULT_CONFLICT_RULES, office: [] })
  expect(barredItems([left], 'office', TODAY).against('app_5')).toEqual([])
  expect(barredItems([meeting({ rules })], 'office', TODAY).against('app_5')).toEqual([])
  expect(rulesOf(barredItems([meeting({ rules })], 'curator', TODAY).against('app_5'))).toEqual(['same_unit'])
  const declared = meeting({ rules, via: 'declared', name: '导师' })
  expect(barredItems([declared], 'office', TODAY).against('app_5')).toEqual([{ rule: 'declared', detail: '导师' }])
})

test('who meets more than can be read is barred from everything older', () => {
  const many = Array.from({ length: MOST_MEETINGS }, (_, n) =>
    meeting({ applicationId: `app_${String(9999 - n)}`, kindred: '[]' }),
  )
  const barred = barredItems(many, 'office', TODAY)
  expect(barred.against('app_1000')).toHaveLength(1)
  expect(barred.against('pro_9999x')).toEqual([])
})

test('a bureau that set nothing has the defaults', () => {
  expect(conflictRulesOf(null)).toEqual(DEFAULT_CONFLICT_RULES)
  expect(conflictRulesOf('null')).toEqual(DEFAULT_CONFLICT_RULES)
  expect(conflictRulesOf('{"yearsAfterLeaving":3}').yearsAfterLeaving).toBe(3)
})
