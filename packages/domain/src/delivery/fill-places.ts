import { byPreference } from './preference.ts'

/** A candidate for a place; `held` says why not now: a block that nobody let pass, or a condition no longer met. */
export type Candidate = { id: string; preference: number; waiting: boolean; held: boolean }
export type Filling = { admit: string[]; queue: string[]; left: string[] }

/**
 * Who gets a place: by preference, then by time, until places are used up; the rest of the nominated go to the waiting list
 * while it has room. Whoever is held keeps where they are and takes nobody's place.
 */
export function fillPlaces(candidates: readonly Candidate[], free: number, waitingFree: number): Filling {
  const filling: Filling = { admit: [], queue: [], left: [] }
  let [places, room] = [Math.max(0, free), Math.max(0, waitingFree)]
  for (const { id, waiting, held } of candidates.toSorted(byPreference)) {
    if (!held && places > 0) {
      filling.admit.push(id)
      places -= 1
      if (waiting) room += 1
    } else if (!held && !waiting && room > 0) {
      filling.queue.push(id)
      room -= 1
    } else filling.left.push(id)
  }
  return filling
}
