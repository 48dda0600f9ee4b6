import type { historyOf } from '@shixun/db/tenant/house'

type Row = ReturnType<ReturnType<typeof historyOf>['decode']>

function stateIn(text: string | null): string | null {
  if (text === null) return null
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null && 'state' in value ? String(value.state) : null
}

function line(row: Row) {
  const [, role = row.actor, name = ''] = row.actor.split('/')
  return {
    version: row.version,
    action: row.verb,
    actor: name,
    role,
    at: row.at,
    from: stateIn(row.before),
    to: stateIn(row.after),
    note: row.note,
  }
}

/** The history of one entity, newest first, as people read it. */
export function historyPage(rows: readonly Row[]) {
  return { items: rows.map(line), next: null }
}
