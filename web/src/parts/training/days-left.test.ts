import { expect, it } from 'vitest'
import { daysLeft } from './days-left.ts'

it.each([
  ['2026-11-24T10:00:00.000Z', '2026-11-24T09:59:00.000Z', 0],
  ['2026-11-24T16:00:00.000Z', '2026-11-24T15:59:00.000Z', 1],
  ['2026-11-24T15:59:00.000Z', '2026-11-23T16:00:00.000Z', 0],
  ['2026-03-01T02:00:00.000Z', '2026-02-26T02:00:00.000Z', 3],
])('from %2$s to %1$s are %3$i days of China', (until, now, days) => expect(daysLeft(until, now)).toBe(days))
