import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { expect, it } from 'vitest'
import { clientTables } from '../../scripts/print-route-table.ts'

it.each(clientTables(ALL_ROUTES))('$file is what the contract prints now', ({ file, text }) => {
  expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toBe(text)
})
