import type { Hundredths } from '../rational.ts'

/** Where an application stands in one conclusion of its panel; scores in hundredths. */
export type Standing = {
  applicationId: string
  official: Hundredths
  rank: number
  seat: 'in' | 'out' | 'undecided'
}

/** One application before and after; null where it stood or stands in no ranking. `moved`: places gained (+) or lost (-). */
type StandingChange = {
  applicationId: string
  before: Omit<Standing, 'applicationId'> | null
  after: Omit<Standing, 'applicationId'> | null
  scoreChange: Hundredths | null
  moved: number | null
  seatChanged: boolean
}

/** What a new conclusion changes against an earlier one; `changes` in the order of the new ranking, those that fell out last. */
export type ConclusionChanges = { changes: StandingChange[]; unchanged: number; seatsChanged: number }

function bare({ official, rank, seat }: Standing): Omit<Standing, 'applicationId'> {
  return { official, rank, seat }
}

/** Compares two conclusions of a panel, item by item: score, place, and whether it lies within the quota. */
export function compareConclusions(before: readonly Standing[], after: readonly Standing[]): ConclusionChanges {
  const earlier = new Map(before.map((one) => [one.applicationId, one]))
  const present = new Set(after.map(({ applicationId }) => applicationId))
  const ordered = [...after].sort((a, b) => a.rank - b.rank || (a.applicationId < b.applicationId ? -1 : 1))
  const gone = before.filter(({ applicationId }) => !present.has(applicationId))
  const all = [
    ...ordered.map((one): StandingChange => {
      const was = earlier.get(one.applicationId)
      return {
        applicationId: one.applicationId,
        before: was ? bare(was) : null,
        after: bare(one),
        scoreChange: was ? one.official - was.official : null,
        moved: was ? was.rank - one.rank : null,
        seatChanged: was?.seat !== one.seat,
      }
    }),
    ...gone
      .toSorted((a, b) => a.rank - b.rank || (a.applicationId < b.applicationId ? -1 : 1))
      .map(
        (one): StandingChange => ({
          applicationId: one.applicationId,
          before: bare(one),
          after: null,
          scoreChange: null,
          moved: null,
          seatChanged: one.seat !== 'out',
        }),
      ),
  ]
  const changes = all.filter(({ scoreChange, moved, seatChanged }) => scoreChange !== 0 || moved !== 0 || seatChanged)
  return {
    changes,
    unchanged: all.length - changes.length,
    seatsChanged: all.filter(({ seatChanged }) => seatChanged).length,
  }
}
