import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { printedDocs } from './print-docs.ts'

it.each(Object.entries(printedDocs()))('%s is fresh (npm run docs)', (path, text) => {
  const stands = readFileSync(join(import.meta.dirname, '..', path), 'utf8')
  expect(stands === text, `${path} is stale: run npm run docs`).toBe(true)
})
