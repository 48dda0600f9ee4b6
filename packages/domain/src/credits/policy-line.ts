import type { PolicyState } from './credit-policy.ts'
import type { Policy } from './policy.ts'
import { scaleOf } from './scale.ts'

/** A version of a policy: those of one `line` follow one another. */
export type PolicyVersion = {
  id: string
  line: string
  no: number
  state: PolicyState
  validFrom: string
  publishedAt: string | null
  body: Policy
}

/** The version in force and those before it, newest first: what `compilePolicy` takes. */
export type PolicyInForce<Version extends PolicyVersion> = { version: Version; earlier: Policy[] }

/** Versions of one line that had begun by a day, the newest first. A draft never begins. */
function begun<Version extends PolicyVersion>(versions: readonly Version[], day: string): Version[] {
  return versions
    .filter(({ state, validFrom }) => state !== 'draft' && validFrom <= day)
    .sort((a, b) => (a.validFrom === b.validFrom ? b.no - a.no : a.validFrom < b.validFrom ? 1 : -1))
}

/** The versions of its line that came before one. */
export function earlierOf<Version extends PolicyVersion>(of: Version, versions: readonly Version[]): Policy[] {
  const line = versions.filter(({ id, line, no }) => line === of.line && id !== of.id && no < of.no)
  return begun(line, of.validFrom).map(({ body }) => body)
}

/**
 * What is in force on a day, the line published last first. A line whose newest version is retired or has run out has
 * nothing in force: an older version does not come back.
 */
export function policiesOn<Version extends PolicyVersion>(
  versions: readonly Version[],
  day: string,
): PolicyInForce<Version>[] {
  const lines = [...new Set(versions.map(({ line }) => line))]
  return lines
    .flatMap((line) => {
      const [version] = begun(
        versions.filter((one) => one.line === line),
        day,
      )
      if (version?.state !== 'published') return []
      if (version.body.validTo !== null && version.body.validTo < day) return []
      return [{ version, earlier: earlierOf(version, versions) }]
    })
    .sort((a, b) => ((a.version.publishedAt ?? '') < (b.version.publishedAt ?? '') ? 1 : -1))
}

/** Above this the hours of an entry might leave 32 bits (`ledgerColumns`). */
export const MOST_BASE = 200_000

/** Whether the hours of all versions can be counted in common parts. */
export function countsTogether(policy: Policy, earlier: readonly Policy[]): boolean {
  return scaleOf(policy, earlier).base <= MOST_BASE
}
