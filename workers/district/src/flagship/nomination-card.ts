import type { nominationPage } from '@shixun/db/tenant/flagship'
import { reasonText } from '@shixun/domain/exchange/reasons'

type Row = ReturnType<ReturnType<typeof nominationPage>['decode']>

/** A nomination as the API shows it: nobody may change what has been sent. */
export function nominationCard(row: Row) {
  const { id, version, projectId, title, state, decision, createdAt } = row
  const reason = reasonText(row.reason)
  return { id, version, actions: [], projectId, title, curator: row.curatorSlug, state, reason, decision, createdAt }
}
