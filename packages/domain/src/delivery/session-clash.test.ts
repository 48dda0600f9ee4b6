import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashOf, type Sitting } from './session-clash.ts'

const at = (time: string, day = '2026-05-12') => `${day}T${time}:00.000Z`
const sitting = (from: string, to: string, day?: string): Sitting => ({ startsAt: at(from, day), endsAt: at(to, day) })

describe('a clash of timetables', () => {
  it('counts the minutes that both need', () => {
    expect(clashOf([sitting('01:00', '03:00')], [sitting('02:00', '04:00')])).toEqual({
      minutes: 60,
      sittings: 1,
      first: sitting('02:00', '03:00'),
    })
  })
  it.each([
    ['a minute before', '02:59', null],
    ['touching', '03:00', null],
    ['a minute over', '03:01', 1],
  ])('%s', (_, ends, minutes) => {
    const other = clashOf([sitting('03:00', '04:00')], [sitting('02:00', ends)])
    expect(other?.minutes ?? null).toBe(minutes)
  })
  it('on the other day is none', () => {
    expect(clashOf([sitting('01:00', '03:00')], [sitting('01:00', '03:00', '2026-05-13')])).toBeNull()
  })
  it('counts parallel sessions of one timetable once', () => {
    const doubled = [sitting('01:00', '03:00'), sitting('01:30', '03:00')]
    expect(clashOf(doubled, [sitting('01:00', '04:00')])).toMatchObject({ minutes: 120, sittings: 2 })
  })
  it('of nothing is none', () => {
    expect(clashOf([], [sitting('01:00', '03:00')])).toBeNull()
    expect(clashOf([sitting('01:00', '03:00')], [])).toBeNull()
  })

  const ANY = fc.array(
    fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 60 })).map(([from, minutes]) => ({
      startsAt: new Date(Date.UTC(2026, 4, 12) + from * 60_000).toISOString(),
      endsAt: new Date(Date.UTC(2026, 4, 12) + (from + minutes) * 60_000).toISOString(),
    })),
    { maxLength: 12 },
  )
  it('is the same whichever comes first, and in whatever order', () => {
    fc.assert(
      fc.property(ANY, ANY, (a, b) => {
        const [one, other] = [clashOf(a, b), clashOf(b.toReversed(), a.toReversed())]
        expect(other?.minutes).toBe(one?.minutes)
        expect(other?.first).toEqual(one?.first)
      }),
    )
  })
  it('is the number of minutes that a bare count finds', () => {
    const minutesOf = (sittings: readonly Sitting[]) =>
      new Set(
        sittings.flatMap(({ startsAt, endsAt }) => {
          const from = Date.parse(startsAt) / 60_000
          return Array.from({ length: Date.parse(endsAt) / 60_000 - from }, (_, n) => from + n)
        }),
      )
    fc.assert(
      fc.property(ANY, ANY, (a, b) => {
        const other = minutesOf(b)
        const shared = [...minutesOf(a)].filter((minute) => other.has(minute)).length
        expect(clashOf(a, b)?.minutes ?? 0).toBe(shared)
      }),
    )
  })
})
