/** A published version as far as the ledger looks at it. */
export type PublishedVersion = { id: string; no: number; state: string; validFrom: string; minutesPerHour: number }

/** Minutes of an hour (学时) where no policy says it: a lesson. */
export const LESSON_MINUTES = 45

/** The version in force on a day: of those valid by then the one that began last; null before the first. */
export function versionOn<Version extends PublishedVersion>(versions: readonly Version[], day: string): Version | null {
  const begun = versions.filter(({ validFrom }) => validFrom <= day)
  const standing = begun.filter(({ state }) => state === 'published')
  const among = standing.length > 0 ? standing : begun
  return (
    [...among].sort((a, b) => (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : b.no - a.no))[0] ?? null
  )
}

/** Minutes of an hour on a day. */
export function minutesPerHourOn(versions: readonly PublishedVersion[], day: string): number {
  return versionOn(versions, day)?.minutesPerHour ?? LESSON_MINUTES
}

/** Whole minutes as hours, two decimals, rounded half up once. */
export function hoursOf(minutes: number, minutesPerHour: number): number {
  return Math.round((minutes * 100) / minutesPerHour) / 100
}

/** Hours of at most two decimals as whole minutes, rounded half up once. */
export function minutesOf(hours: number, minutesPerHour: number): number {
  return Math.round((Math.round(hours * 100) * minutesPerHour) / 100)
}
