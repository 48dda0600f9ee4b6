import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { expect, it } from 'vitest'
import { printDoorTable } from '../../../scripts/print-route-table.ts'

it('is what the contract prints now', () => {
  expect(readFileSync(join(import.meta.dirname, 'door-table.ts'), 'utf8')).toBe(printDoorTable(ALL_ROUTES))
})
