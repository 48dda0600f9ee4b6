import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { expect, it } from 'vitest'
import { printRouteTable } from '../../scripts/print-route-table.ts'

it('is what the contract prints now', () => {
  expect(readFileSync(join(import.meta.dirname, 'route-table.ts'), 'utf8')).toBe(printRouteTable(ALL_ROUTES))
})
