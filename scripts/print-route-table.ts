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

/** The gateway's table of doors: which worker answers an address, and what must be known before it is asked. */
export function printDoorTable(routes: readonly Route[]): string {
  const rows = routes.map(({ method, path, worker, may, produces }) => {
    const row = [
      method,
      path,
      worker,
      ...(may === 'public' ? ['public'] : []),
      ...(produces === 'html' ? ['html'] : []),
    ]
    return `  [${row.map((cell) => `'${cell}'`).join(', ')}],`
  })
  return [
    "import type { WorkerName } from '@shixun/contract/route'",
    '',
    "export type DoorRow = readonly [method: string, path: string, worker: WorkerName, ...marks: ('public' | 'html')[]]",
    '',
    '/** Printed from the contract by scripts/print-route-table.ts, without the schemas. */',
    'export const DOORS: readonly DoorRow[] = [',
    ...rows,
    ']',
    '',
  ].join('\n')
}

const ROOT = join(import.meta.dirname, '..')
if (import.meta.main) {
  writeFileSync(join(ROOT, 'web/src/route-table.ts'), printRouteTable(ALL_ROUTES))
  writeFileSync(join(ROOT, 'workers/gateway/src/door-table.ts'), printDoorTable(ALL_ROUTES))
}
