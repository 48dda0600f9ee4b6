import type { CallKind } from '@shixun/domain/calls/design/call'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { DEFAULT_NUMBERING, type NumberFacts, type Numbering } from '@shixun/domain/shared/number-pattern'
import type { TenantScene } from './tenant-scene.ts'

/** The setting under which a bureau keeps its patterns of numbers. */
export const NUMBERING = 'numbering'

/** The patterns in force: the bureau's own, or those that ship. */
export function numberingOf(setting: string | undefined): Numbering {
  const own: Partial<Numbering> = setting === undefined ? {} : JSON.parse(setting)
  return { ...DEFAULT_NUMBERING, ...own }
}

type Numbered = { callYear: number | null; callKind: string | null; callLevel: string | null }

/** What the tokens of a pattern say of an application: its call's year, or this one in China when it has no call. */
export function numberFacts(scene: TenantScene, { callYear, callKind, callLevel }: Numbered): NumberFacts {
  return {
    year: callYear ?? Number(chinaDate(scene.now).slice(0, 4)),
    kind: (callKind ?? 'training_project') as CallKind,
    level: callLevel ?? 'district',
    division: scene.store.tenant.district.division,
  }
}
