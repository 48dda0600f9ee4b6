import type { Refusal } from '@shixun/domain/shared/refusal'
import { type Result, refuse } from '@shixun/domain/shared/result'

/** Hashes that run in one isolate at the same time; each takes 32 MB of its 128. */
const AT_ONCE = 2
const BEAT_MS = 10
/** A place whose request went away (a closed browser) is given up after so long. */
const ABANDONED_MS = 10_000

/** Runs work that hashes when its turn has come; refuses with `busy` when more than `room` wait already. */
export type HashLine = <T>(room: number, work: () => Promise<Result<T, Refusal>>) => Promise<Result<T, Refusal>>

/** One line for an isolate. The first places of the line work, the others look after a beat whether they moved up. */
export function hashLine(clock: () => number): HashLine {
  const line: { seenMs: number }[] = []
  const giveUpPlaces = () => {
    for (const place of line.filter(({ seenMs }) => clock() - seenMs > ABANDONED_MS))
      line.splice(line.indexOf(place), 1)
  }
  return async (room, work) => {
    giveUpPlaces()
    if (line.length >= AT_ONCE + room) return refuse({ code: 'busy', facts: { seconds: 3 } })
    const place = { seenMs: clock() }
    line.push(place)
    try {
      while (line.indexOf(place) >= AT_ONCE) {
        await new Promise((resolve) => setTimeout(resolve, BEAT_MS))
        place.seenMs = clock()
        giveUpPlaces()
      }
      return await work()
    } finally {
      const at = line.indexOf(place)
      if (at >= 0) line.splice(at, 1)
    }
  }
}
