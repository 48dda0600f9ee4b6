import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from '@shixun/contract/route'
import { ALL_ROUTES } from '@shixun/contract/routes'

/** What the client needs before anybody has signed in; the rest it gets with the frame. */
export function isAtEntry({ part }: Pick<Route, 'part'>): boolean {
  return part === 'identity'
}

/** A table of addresses for the client: what it needs of the contract at run time, without the schemas. */
export function printRouteTable(name: string, routes: readonly Route[]): string {
  const rows = routes.map(({ id, method, path, status }) => {
    const row = [method, path, ...(status === 201 ? ['creates'] : [])]
    return `  ${id}: [${row.map((cell) => `'${cell}'`).join(', ')}],`
  })
  return [
    "import type { RouteTable } from './call.ts'",
    '',
    '/** Printed from the contract by scripts/print-route-table.ts: method, path, and whether the route creates. */',
    `export const ${name} = {`,
    ...rows,
    '} as const satisfies RouteTable',
    '',
  ].join('\n')
}

/** The two tables of the client: each route stands in one of them. */
export function clientTables(routes: readonly Route[]): { file: string; text: string }[] {
  const at = (entry: boolean) => routes.filter((route) => isAtEntry(route) === entry)
  return [
    { file: 'entry-routes.ts', text: printRouteTable('entryRoutes', at(true)) },
    { file: 'route-table.ts', text: printRouteTable('routeTable', at(false)) },
  ]
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
  for (const { file, text } of clientTables(ALL_ROUTES)) writeFileSync(join(ROOT, 'web/src', file), text)
  writeFileSync(join(ROOT, 'workers/gateway/src/door-table.ts'), printDoorTable(ALL_ROUTES))
}
