import type { Binding } from '@shixun/db/binding'
import { type Migration, migrate } from '@shixun/db/migrate'
import identity from '../../../migrations/tenant/0001_identity.sql'
import spine from '../../../migrations/tenant/0002_spine.sql'
import registration from '../../../migrations/tenant/0003_registration.sql'
import delivery from '../../../migrations/tenant/0004_delivery.sql'
import rosterImports from '../../../migrations/tenant/0005_roster_imports.sql'
import nominations from '../../../migrations/tenant/0006_nominations.sql'
import hours from '../../../migrations/tenant/0007_hours.sql'
import surveys from '../../../migrations/tenant/0008_surveys.sql'
import policies from '../../../migrations/tenant/0009_policies.sql'
import certificates from '../../../migrations/tenant/0010_certificates.sql'
import exchange from '../../../migrations/tenant/0011_exchange.sql'
import review from '../../../migrations/tenant/0012_review.sql'
import rubrics from '../../../migrations/tenant/0013_rubrics.sql'
import panels from '../../../migrations/tenant/0014_panels.sql'
import conflicts from '../../../migrations/tenant/0015_conflicts.sql'
import comments from '../../../migrations/tenant/0016_comments.sql'
import rankings from '../../../migrations/tenant/0017_rankings.sql'
import snapshots from '../../../migrations/tenant/0018_snapshots.sql'
import appeals from '../../../migrations/tenant/0019_appeals.sql'
import inspections from '../../../migrations/tenant/0020_inspections.sql'
import documents from '../../../migrations/tenant/0021_documents.sql'
import enrolmentEnds from '../../../migrations/tenant/0022_enrolment_ends.sql'
import appealedRankings from '../../../migrations/tenant/0023_appealed_rankings.sql'

const TENANT_MIGRATIONS: readonly Migration[] = [
  { name: '0001_identity.sql', sql: identity },
  { name: '0002_spine.sql', sql: spine },
  { name: '0003_registration.sql', sql: registration },
  { name: '0004_delivery.sql', sql: delivery },
  { name: '0005_roster_imports.sql', sql: rosterImports },
  { name: '0006_nominations.sql', sql: nominations },
  { name: '0007_hours.sql', sql: hours },
  { name: '0008_surveys.sql', sql: surveys },
  { name: '0009_policies.sql', sql: policies },
  { name: '0010_certificates.sql', sql: certificates },
  { name: '0011_exchange.sql', sql: exchange },
  { name: '0012_review.sql', sql: review },
  { name: '0013_rubrics.sql', sql: rubrics },
  { name: '0014_panels.sql', sql: panels },
  { name: '0015_conflicts.sql', sql: conflicts },
  { name: '0016_comments.sql', sql: comments },
  { name: '0017_rankings.sql', sql: rankings },
  { name: '0018_snapshots.sql', sql: snapshots },
  { name: '0019_appeals.sql', sql: appeals },
  { name: '0020_inspections.sql', sql: inspections },
  { name: '0021_documents.sql', sql: documents },
  { name: '0022_enrolment_ends.sql', sql: enrolmentEnds },
  { name: '0023_appealed_rankings.sql', sql: appealedRankings },
]

/** At most two trips a database, so 450 of them fit the query limit of one invocation. */
const AT_ONCE = 450
/** Databases that one invocation may talk to at the same time. */
const CONNECTIONS = 6

/**
 * Brings the bound tenant databases after the slot `after` to the newest version, as many as fit one invocation;
 * `next` is where the following invocation goes on. A second run changes nothing.
 */
export async function migrateSlots(
  tenants: Readonly<Record<string, Binding>>,
  after: string | null,
  now: string,
): Promise<{ slots: string[]; next: string | null }> {
  const waiting = Object.keys(tenants)
    .sort()
    .filter((slot) => after === null || slot > after)
  const slots = waiting.slice(0, AT_ONCE)
  for (let start = 0; start < slots.length; start += CONNECTIONS)
    await Promise.all(
      slots.slice(start, start + CONNECTIONS).map((slot) => {
        const binding = tenants[slot]
        return binding ? migrate(binding, TENANT_MIGRATIONS, now) : []
      }),
    )
  return { slots, next: waiting.length > AT_ONCE ? (slots.at(-1) ?? null) : null }
}
