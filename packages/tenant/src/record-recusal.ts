import { commit, type JournalEvent } from '@shixun/db/commit'
import { insertMany } from '@shixun/db/statement'
import type { Tenant } from '@shixun/db/tenant/open'
import { recusals } from '@shixun/db/tenant/schema/conflicts'
import type { Person } from '@shixun/domain/identity/visitor'
import type { Scene } from '@shixun/http/scene'
import type { BarredItems } from './barred-items.ts'

/**
 * Keeps that a rule stopped somebody who decides: once for each person, application and rule. It is no part of the request, whose
 * answer is the refusal; when the same recusal stands already, the batch is refused and nothing changes.
 */
export async function recordRecusal(
  tenant: Tenant,
  scene: Pick<Scene<unknown>, 'hand' | 'newId' | 'now'>,
  person: Person,
  { ids, barred }: { ids: readonly string[]; barred: BarredItems },
): Promise<void> {
  const concerned = [...barred.applications].filter(([application]) => ids.includes(application))
  const rows = concerned.flatMap(([applicationId, conflicts]) =>
    conflicts
      .filter(({ rule }) => rule !== 'declared')
      .map(({ rule, detail }) => ({
        id: scene.newId('rcu'),
        personKind: 'account' as const,
        person: person.account,
        personName: person.name,
        role: person.role,
        applicationId,
        panelId: null,
        rule,
        detail,
        how: 'computed' as const,
        liftedAt: null,
        liftNote: null,
        version: 1,
        at: scene.now,
      })),
  )
  const [first, ...rest] = rows.map(
    ({ id, applicationId, rule, detail }): JournalEvent => ({
      entity: id,
      version: 1,
      verb: 'recuse',
      after: { application: applicationId, rule, detail },
    }),
  )
  if (first) await commit(tenant, { ...scene.hand, repeat: null }, [first, ...rest], [insertMany(recusals, rows)], null)
}
