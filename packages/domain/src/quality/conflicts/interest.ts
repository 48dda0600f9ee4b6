import type { PastSchool, Tie } from '../panels/expert.ts'
import { plainName } from './plain-name.ts'

/** A unit and the time somebody served there: dates `YYYY-MM-DD`, their days included. `until` null: still there; `since` null: nobody says. */
export type UnitPeriod = { unitId: string | null; name: string; since: string | null; until: string | null }

/**
 * Trainings of one unit in which somebody taught or took part: days `YYYY-MM-DD` of the first and the last of them; the last may be
 * still to come.
 */
export type Engagement = { unitId: string; how: 'teaching' | 'enrolled'; since: string; until: string }

/** What binds a person: an expert, an approver or a curator. `enrolled` and `teaches` are ids of projects. */
export type Interests = {
  name: string
  units: readonly UnitPeriod[]
  ties: readonly Tie[]
  enrolled: readonly string[]
  teaches: readonly string[]
}

/** An expert's row as interests. `units` in time stand beside the school of today and the schools left behind. */
export function interestsOfExpert(row: {
  name: string
  schoolId: string | null
  pastSchools: readonly PastSchool[]
  units?: readonly UnitPeriod[] | undefined
  ties: readonly Tie[]
}): Interests {
  const now = row.schoolId === null ? [] : [{ unitId: row.schoolId, name: '', since: null, until: null }]
  const past = row.pastSchools.map(({ schoolId, until }) => ({ unitId: schoolId, name: '', since: null, until }))
  return { name: row.name, units: [...now, ...past, ...(row.units ?? [])], ties: row.ties, enrolled: [], teaches: [] }
}

/** One thing by which a person may be met in an item; `key` is a unit's id or `unit/NAME`, `person/NAME`. */
export type InterestKey = {
  key: string
  what: 'unit' | 'self' | Tie['kind']
  name: string
  since: string | null
  until: string | null
}

/** Interests as keys that an index can find. Equal names count as the same person or unit: a doubt binds. */
export function interestKeys({ name, units, ties }: Pick<Interests, 'name' | 'units' | 'ties'>): InterestKey[] {
  const self = plainName(name)
  return [
    ...(self === '' ? [] : [{ key: `person/${self}`, what: 'self' as const, name, since: null, until: null }]),
    ...units.flatMap(({ unitId, name: unit, since, until }) => {
      const plain = plainName(unit)
      const one = { what: 'unit' as const, name: unit, since, until }
      return [
        ...(unitId === null ? [] : [{ ...one, key: unitId }]),
        ...(plain === '' ? [] : [{ ...one, key: `unit/${plain}` }]),
      ]
    }),
    ...ties.flatMap(({ name: other, kind, since, until }) => {
      const plain = plainName(other)
      if (plain === '') return []
      return [{ key: `person/${plain}`, what: kind, name: other, since: since ?? null, until: until ?? null }]
    }),
  ]
}
