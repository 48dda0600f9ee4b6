import { expect, it } from 'vitest'
import { journalActor } from './journal-actor.ts'

it('tells persons by name and role', () => {
  expect(journalActor('acc_1/office/徐永刚')).toEqual({ name: '徐永刚', role: 'office', account: 'acc_1' })
  expect(journalActor('acc_1')).toEqual({ name: 'acc_1', role: null, account: 'acc_1' })
})
it('tells jobs and clients apart from persons', () => {
  expect(journalActor('job/housekeeper')).toEqual({ name: 'housekeeper', role: 'job', account: null })
  expect(journalActor('anonymous')).toEqual({ name: 'anonymous', role: 'anonymous', account: null })
})
