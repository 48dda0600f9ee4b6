import type { FeedRecord } from './feed-line.ts'
import { carriesPersonalNumber } from './personal-number.ts'
import type { FeedListing, FeedProject } from './rollup.ts'

/** Kinds whose names are the names of persons: counted, never listed. */
const NAMED_AFTER_PERSONS: readonly string[] = ['studio', 'honour']

/** The public facts of the district as they stand, as first revisions. */
export function publicFacts(
  projects: readonly FeedProject[],
  listings: readonly FeedListing[],
  period: string,
): FeedRecord[] {
  const facts = [
    ...projects
      .filter(({ kind }) => !NAMED_AFTER_PERSONS.includes(kind))
      .map(({ number, title, unitName, level, state, band }) => ({
        dataset: 'project' as const,
        number,
        value: { number, title, unit: unitName, level, state, band },
      })),
    ...listings.flatMap(({ number, title, originName, state }) =>
      number === null || state === 'candidate' || state === 'removed'
        ? []
        : [{ dataset: 'listing' as const, number, value: { number, title, origin: originName, state } }],
    ),
  ]
  return facts
    .filter(({ value }) => !Object.values(value).some((text) => text !== null && carriesPersonalNumber(text)))
    .map(({ dataset, number, value }) => ({
      type: 'fact',
      dataset,
      period,
      dims: { number },
      n: null,
      value,
      status: 'A',
      rev: 1,
    }))
}
