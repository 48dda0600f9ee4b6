import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from '@shixun/contract/route'
import { ALL_ROUTES } from '@shixun/contract/routes'

/** The client's table of addresses: what it needs of the contract at run time, without the schemas. */
export function printRouteTable(routes: readonly Route[]): string {
  const rows = routes.map(({ id, method, path, status }) => {
    const row = [method, path, ...(status === 201 ? ['creates'] : [])]
    return `  ${id}: [${row.map((cell) => `'${cell}'`).join(', ')}],`
  })
  return [
    "import type { RouteId } from '@shixun/contract/routes'",
    '',
    '/** Printed from the contract by scripts/print-route-table.ts: method, path, and whether the route creates. */',
    'export const routeTable = {',
    ...rows,
    "} as const satisfies Record<RouteId, readonly [method: string, path: string, creates?: 'creates']>",
    '',
  ].join('\n')
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../web/src/route-table.ts'), printRouteTable(ALL_ROUTES))
