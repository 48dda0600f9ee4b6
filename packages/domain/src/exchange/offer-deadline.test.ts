import { describe, expect, test } from 'vitest'
import { lapsedPlacesWords, offerDeadline, placesLapse, proposalsOver } from './offer-deadline.ts'

describe('places of another bureau', () => {
  test('may be filled until the end of the day in China, or of nominations where that is earlier', () => {
    expect(offerDeadline(null, null)).toBeNull()
    expect(offerDeadline('2026-05-10T04:00:00.000Z', null)).toBe('2026-05-10T04:00:00.000Z')
    expect(offerDeadline(null, '2026-05-08')).toBe('2026-05-08T15:59:59.999Z')
    expect(offerDeadline('2026-05-10T04:00:00.000Z', '2026-05-08')).toBe('2026-05-08T15:59:59.999Z')
    expect(offerDeadline('2026-05-08T04:00:00.000Z', '2026-05-08')).toBe('2026-05-08T04:00:00.000Z')
  })
  test('lapse the day after their last one, when some of them are not used', () => {
    const offer = { until: '2026-05-08', places: 3, nominated: 2 }
    expect(placesLapse(offer, '2026-05-08')).toBe(false)
    expect(placesLapse(offer, '2026-05-09')).toBe(true)
    expect(placesLapse({ ...offer, nominated: 3 }, '2026-05-09')).toBe(false)
    expect(placesLapse({ ...offer, until: null }, '2026-05-09')).toBe(false)
    expect(lapsedPlacesWords(offer)).toBe('名额保留到 2026-05-08，已到期：3 个名额用了 2 个，未用的收回')
  })
  test('are over for who was not sent when they are taken back or the cohort is over, not while it may reopen', () => {
    expect(proposalsOver('nominating', true)).toBe(true)
    for (const state of ['concluding', 'concluded', 'cancelled'] as const)
      expect(proposalsOver(state, false)).toBe(true)
    for (const state of ['planned', 'nominating', 'ready', 'running'] as const)
      expect(proposalsOver(state, false)).toBe(false)
  })
})
