import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import { describe, expect, it } from 'vitest'
import { carryPage } from './carry-page.ts'
import type { Env, Publish } from './env.ts'
import { monthBefore, publishMonth } from './publish-month.ts'

const NOW = '2026-11-01T18:00:00.000Z'

function refs(from: number, to: number, kind: DistrictRef['kind'] = 'county'): DistrictRef[] {
  return Array.from({ length: to - from }, (_, at) => {
    const id = `dis_${from + at}`
    return { id, slug: `d${from + at}`, name: id, kind, division: '410105', slot: 'T_0001', epoch: 1 }
  })
}

const page = (no: number): FeedPage => ({ page: no, epoch: 1, district: 'dis_1' }) as FeedPage

/** Doors that keep what they were told: what is not given here is not called. */
function doorsOf(parts: Partial<Env>): Env {
  return parts as Env
}

describe('monthBefore', () => {
  it.each([
    ['2026-10-31T15:59:59.999Z', '2026-09'],
    ['2026-10-31T16:00:00.000Z', '2026-10'],
    ['2026-12-31T18:00:00.000Z', '2026-12'],
    ['2026-03-01T00:00:00.000Z', '2026-02'],
  ])('of %s is %s', (now, month) => expect(monthBefore(now)).toBe(month))
})

describe('publishMonth', () => {
  it('sends one message per live district but provinces, 100 at a time, and says whom to expect', async () => {
    const sent: { body: Publish }[][] = []
    const expected: number[] = []
    const lists: Record<string, DistrictRef[]> = {
      '': [...refs(0, 100), ...refs(100, 101, 'province')],
      next: [...refs(101, 301), ...refs(301, 302, 'city')],
    }
    await publishMonth(
      doorsOf({
        ROSTER: {
          districts: async (after) => ({
            refs: lists[after ?? ''] ?? [],
            next: after === null ? 'next' : null,
            now: NOW,
          }),
          locate: async () => ({ ref: null, now: NOW }),
          clock: async () => NOW,
          stockPool: async () => ({ total: 0, free: 0, low: false }),
        },
        PUBLISH: { sendBatch: async (messages) => sent.push(messages) },
        FEED_SINK: {
          accept: async () => ({ accepted: true, reason: null, expects: null }),
          expect: async (period, given) => void expected.push(given.length, Number(period.replace('-', ''))),
          excuse: async () => {},
        },
      }),
    )
    expect(sent.map((batch) => batch.length)).toEqual([100, 100, 100, 1])
    expect(sent.flat().every(({ body }) => body.period === '2026-10')).toBe(true)
    expect(sent.flat().some(({ body }) => body.slug === 'd100')).toBe(false)
    expect(expected).toEqual([100, 202610, 100, 202610, 100, 202610, 1, 202610])
  })
})

describe('carryPage', () => {
  function carrier(options: { published: number | null; stored: number; refuses?: boolean }) {
    const carried: number[] = []
    const excused: string[] = []
    let stored = options.stored
    const [ref] = refs(1, 2)
    if (!ref) throw new Error('no district')
    const doors = doorsOf({
      ROSTER: {
        districts: async () => ({ refs: [], next: null, now: NOW }),
        locate: async (slug) => ({ ref: slug === 'd1' ? ref : null, now: NOW }),
        clock: async () => NOW,
        stockPool: async () => ({ total: 0, free: 0, low: false }),
      },
      FEED_SOURCE: {
        publish: async () => (options.published === null ? null : page(options.published)),
        page: async (_ref, _epoch, no) => page(no),
      },
      FEED_SINK: {
        accept: async (given) => {
          if (options.refuses) return { accepted: false, reason: 'signature', expects: null }
          if (given.page > stored + 1) return { accepted: false, reason: 'page-ahead', expects: stored + 1 }
          if (given.page === stored + 1) stored += 1
          carried.push(given.page)
          return { accepted: true, reason: null, expects: null }
        },
        expect: async () => {},
        excuse: async (period) => void excused.push(period),
      },
    })
    return { doors, carried, excused }
  }
  const message = { slug: 'd1', period: '2026-10' }

  it('brings the page, and first those that the province has not got', async () => {
    const near = carrier({ published: 3, stored: 2 })
    await carryPage(near.doors, message)
    expect(near.carried).toEqual([3])
    const far = carrier({ published: 4, stored: 1 })
    await carryPage(far.doors, message)
    expect(far.carried).toEqual([2, 3, 4])
  })

  it('fails, for the queue to try again, when a page is refused or too many are to be carried', async () => {
    await expect(carryPage(carrier({ published: 1, stored: 0, refuses: true }).doors, message)).rejects.toThrow(
      'signature',
    )
    await expect(carryPage(carrier({ published: 60, stored: 0 }).doors, message)).rejects.toThrow('still to be carried')
  })

  it('excuses a month that the district does not owe, and forgets a district that is gone', async () => {
    const none = carrier({ published: null, stored: 0 })
    await carryPage(none.doors, message)
    expect([none.carried, none.excused]).toEqual([[], ['2026-10']])
    await carryPage(none.doors, { ...message, slug: 'gone' })
    expect(none.carried).toEqual([])
  })
})
