import { expect, it } from 'vitest'
import { windowOpen } from '../design/call.ts'
import { resubmissionUntil } from './resubmission.ts'

const call = { state: 'closed', opensAt: '2026-03-01T00:00:00.000Z', closesAt: '2026-03-20T16:00:00.000Z' }

it('is the end of the seventh day in China, whatever the hour of the return', () => {
  expect(resubmissionUntil('2026-04-20T15:59:59.000Z')).toBe('2026-04-27T15:59:59.000Z')
  expect(resubmissionUntil('2026-04-20T16:00:00.000Z')).toBe('2026-04-28T15:59:59.000Z')
})

it('opens a closed window to its last second and not beyond', () => {
  const until = resubmissionUntil('2026-04-20T02:00:00.000Z')
  expect(windowOpen(call, '2026-04-27T15:59:58.999Z', until)).toBe(true)
  expect(windowOpen(call, '2026-04-27T15:59:59.000Z', until)).toBe(false)
})
