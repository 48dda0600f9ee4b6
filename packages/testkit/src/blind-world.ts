import type { Role } from '@shixun/domain/identity/role'
import { expect } from 'vitest'
import { BUREAU, CANARY, CONTENT, OPINION } from './blind-story.ts'
import { type Client, clientOf } from './client.ts'
import { addressesOf, everything, readableBy, wordsIn } from './crawl.ts'
import type { Applicant, Rater, Spine } from './test-spine.ts'

const IDENTITY = [...Object.values(CANARY), BUREAU]
/** Where the public reads who applied, once a notice stands. */
export const NOTICES = /\/notices|\/publicity/

/** A review as it stands: who sits where, what ids and instants there are, who else may look in. */
export type BlindWorld = {
  spine: Spine
  school: Applicant
  others: readonly (readonly [Role, Client])[]
  raters: Record<string, Rater>
  /** Whose scoresheet has which id. */
  sheets: Record<string, string>
  ids: Set<string>
  /** When the application was begun, handed in, and its files uploaded. */
  times: string[]
  applicationId: string
}

/** Words that this client gets to read, each with where; `open` are addresses that may say them. */
export async function leaksTo(
  { spine, ids }: BlindWorld,
  [role, client]: readonly [Role | null, Client],
  words: readonly string[],
  open: RegExp | null,
): Promise<string[]> {
  const addresses = readableBy(role).flatMap((route) => addressesOf(route, spine.district.ref.slug, [...ids]))
  const lists = role === 'expert' ? [`${spine.base}/scoresheets?format=xlsx`] : []
  const seen = await everything(client, [...addresses, ...lists])
  expect(seen.filter(({ status }) => status >= 500).map(({ address }) => address)).toEqual([])
  return (
    seen
      .filter(({ address }) => !open?.test(address))
      .flatMap((one) => wordsIn(one, words).map((word) => `${one.address}: ${word}`))
      // an expert reads the name of their own bureau elsewhere, on the head of a list too; in a material it says whose it is
      .filter((leak) => !leak.endsWith(`: ${BUREAU}`) || (/scoresheets|\/panels/.test(leak) && !/format=/.test(leak)))
  )
}

/** Which experts hold a sheet through which they may read the item. */
export async function readersOf({ spine, raters, applicationId }: BlindWorld): Promise<string[]> {
  const rows = await spine.rows(
    "SELECT expert_id FROM scoresheets WHERE application_id = ? AND state IN ('declared', 'submitted')",
    applicationId,
  )
  const nameOf = (id: unknown) => Object.entries(raters).find(([, rater]) => rater.id === id)?.[0] ?? ''
  return rows.map((row) => nameOf(row['expert_id'])).sort()
}

/** No expert reads who applied and when, or what others are and think; without an open sheet, nothing of the item either. */
export async function blindToExperts(world: BlindWorld, open: RegExp | null = null): Promise<void> {
  const { raters, times, ids, applicationId, school } = world
  const reading = await readersOf(world)
  for (const [name, rater] of Object.entries(raters)) {
    const colleagues = Object.entries(raters).flatMap(([other, one]) => (other === name ? [] : [one.name, one.id]))
    const words = [
      ...IDENTITY,
      ...times,
      ...colleagues,
      ...(name === 'A' ? [] : Object.values(OPINION)),
      applicationId,
      school.id,
      ...[...ids].filter((id) => id.startsWith('att_')),
      ...(reading.includes(name) ? [] : CONTENT),
    ].filter((word) => word !== '')
    const found = await leaksTo(world, ['expert', rater.client], words, open)
    // R's own profile says where R served
    const own = (leak: string) => name === 'R' && /\/experts(?:\/exp_\w+)?: /.test(leak)
    expect(
      found.filter((leak) => !own(leak)),
      name,
    ).toEqual([])
  }
}

/** Who is no party reads nothing of the item before the notice; nobody outside the office ever reads who scored it and how. */
export async function blindToOthers(world: BlindWorld, published: boolean): Promise<void> {
  const { spine, raters, sheets, school, others, applicationId } = world
  const experts = Object.values(raters).flatMap(({ name, id }) => [name, id])
  const sealed = [...experts, ...Object.values(OPINION), ...Object.values(sheets)]
  expect(await leaksTo(world, ['school_admin', school.client], sealed, null), 'applicant').toEqual([])
  const item = published ? [] : [...CONTENT, CANARY.unit, CANARY.leader, applicationId]
  for (const [role, client] of [...others, [null, clientOf(spine.house.url)] as const]) {
    const found = await leaksTo(world, [role, client], [...sealed, ...item], published ? NOTICES : null)
    // every school may look up which schools there are
    const listed = (leak: string) => leak.endsWith(CANARY.unit) && /\/schools|\/lookups/.test(leak)
    expect(
      found.filter((leak) => !listed(leak)),
      String(role),
    ).toEqual([])
  }
}
