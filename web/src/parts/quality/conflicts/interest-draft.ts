import type { CallInput, OutputOf } from '../../../call.ts'

type UnitKind = 'school' | 'provider' | 'other'
/** A row that is being written: dates are texts, empty while unknown. */
export interface UnitDraft {
  kind: UnitKind
  unitId: string | null
  name: string
  since: string
  until: string
}
export interface TieDraft {
  name: string
  kind: 'kin' | 'mentor' | 'coworker'
  since: string
  until: string
}
export interface InterestDraft {
  units: readonly UnitDraft[]
  ties: readonly TieDraft[]
}

type Stored = Pick<OutputOf<'readMyInterests'>, 'units' | 'ties'>

function kindOf(unitId: string | null): UnitKind {
  if (unitId === null) return 'other'
  return unitId.startsWith('sch_') ? 'school' : 'provider'
}

export function draftOf({ units, ties }: Stored): InterestDraft {
  return {
    units: units.map(({ unitId, name, since, until }) => ({
      kind: kindOf(unitId),
      unitId,
      name,
      since: since ?? '',
      until: until ?? '',
    })),
    ties: ties.map(({ name, kind, since = '', until = '' }) => ({ name, kind, since, until })),
  }
}

/** What is sent; rows that say nothing are left out. */
export function bodyOf({ units, ties }: InterestDraft): CallInput<'saveMyInterests'>['body'] {
  return {
    units: units
      .filter(({ name, unitId }) => name.trim() !== '' || unitId !== null)
      .map(({ unitId, name, since, until }) => ({ unitId, name, since: since || null, until: until || null })),
    ties: ties
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, kind, since, until }) => ({
        name,
        kind,
        ...(kind === 'coworker' && since ? { since } : {}),
        ...(kind === 'coworker' && until ? { until } : {}),
      })),
  }
}
