import { applicationById, attachmentsOf } from '@shixun/db/tenant/calls'
import { savedFormOf, settingsOfDrafts } from '@shixun/db/tenant/drafts'
import { countersBetween } from '@shixun/db/tenant/house'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import { NUMBERING, numberingOf } from '@shixun/tenant/numbering'
import type { DistrictScene } from '../../store.ts'
import { findingRules } from '../design/finding-rules.ts'
import type { ApplicationRow } from './application-card.ts'
import { underItsForm } from './carried-draft.ts'
import { type EligibilityFacts, eligibilityReadsOf } from './check-eligibility.ts'

type RowsOf<Reads> = {
  -readonly [K in keyof Reads]: Reads[K] extends { decode: (raw: Record<string, unknown>) => infer Row } ? Row[] : never
}

/** Everything a verb may ask of an application: attachments, the form it stands under, counters and settings. */
export function applicationReads(id: string) {
  return [
    applicationById({ id }),
    attachmentsOf({ id }),
    countersBetween({ from: 'number.', to: 'number.~' }),
    savedFormOf({ id }),
    settingsOfDrafts(),
  ] as const
}

/** The rows of those reads as an application. Another unit's row is as unknown as none: it must not be guessable. */
export function applicationOf(
  scene: DistrictScene,
  permission: Permission,
  [[stored], attachments, counters, [saved], settings]: RowsOf<ReturnType<typeof applicationReads>>,
) {
  const limit = unitLimit(scene.visitor, permission)
  if (!stored || (limit !== null && stored.unitId !== limit)) return null
  const rules = findingRules(settings, stored.callYear)
  const row: ApplicationRow = { ...underItsForm(stored, saved ?? null), rules }
  const numbering = numberingOf(settings.find(({ key }) => key === NUMBERING)?.value)
  const eligibility: EligibilityFacts | null = null
  return { row, stored, saved: saved ?? null, attachments, counters, numbering, eligibility }
}

/** An application as verbs and answers know it. */
export type LoadedApplication = Omit<NonNullable<ReturnType<typeof applicationOf>>, 'eligibility'> & {
  /** What is known of the unit's right to apply; read for a submission alone. */
  eligibility: EligibilityFacts | null
}

/** Loads an application in one trip. */
export async function loadApplication(
  scene: DistrictScene,
  id: string,
  permission: Permission,
): Promise<LoadedApplication | null> {
  const { tenant } = scene.store
  if (permission !== 'application.submit')
    return applicationOf(scene, permission, await tenant.read(...applicationReads(id)))
  const [row, attachments, counters, saved, settings, ...eligibility] = await tenant.read(
    ...applicationReads(id),
    ...eligibilityReadsOf(id),
  )
  const loaded = applicationOf(scene, permission, [row, attachments, counters, saved, settings])
  return loaded && { ...loaded, eligibility }
}
