import type { CohortRules } from './cohort.ts'
import { isNovice, type Nominee } from './eligible-teacher.ts'

/** Points that put a teacher forward, and what each is for. */
export type Preference = { points: number; parts: { what: string; points: number }[] }

/** What a cohort prefers: rural and town schools, teachers at the front line, novices. Parts of no points are left out. */
export function preferenceOf(
  { preference }: Pick<CohortRules, 'preference'>,
  { area, frontLine, entryDate }: Pick<Nominee, 'area' | 'frontLine' | 'entryDate'>,
  startsOn: string,
): Preference {
  const parts = [
    { what: '乡村学校', points: area === 'rural' ? preference.rural : 0 },
    { what: '镇区学校', points: area === 'town' ? preference.town : 0 },
    { what: '一线教师', points: frontLine ? preference.frontLine : 0 },
    { what: '新任教师', points: isNovice(entryDate, startsOn) ? preference.novice : 0 },
  ].filter(({ points }) => points !== 0)
  return { points: parts.reduce((sum, { points }) => sum + points, 0), parts }
}

/** Whoever has more points comes first, then whoever was nominated earlier: ids sort by time. */
export function byPreference(a: { preference: number; id: string }, b: { preference: number; id: string }): number {
  return b.preference - a.preference || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
