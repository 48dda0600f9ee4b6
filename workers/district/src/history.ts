import type { Reader } from '@shixun/db/database'
import { historyOf } from '@shixun/db/tenant/house'

type Row = Awaited<ReturnType<typeof readHistory>>[number]

function stateIn(text: string | null): string | null {
  if (text === null) return null
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null && 'state' in value ? String(value.state) : null
}

async function readHistory(tenant: Reader, id: string) {
  const [rows] = await tenant.read(historyOf({ id }))
  return rows
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
export async function historyPage(tenant: Reader, id: string) {
  return { items: (await readHistory(tenant, id)).map(line), next: null }
}
