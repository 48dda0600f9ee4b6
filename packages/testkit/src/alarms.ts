import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject } from 'vitest'

const mark = `t${randomBytes(5).toString('hex')}`
const expected: RegExp[] = []

/** What the request ids of this test file begin with: it tells whose alarm an alarm is. */
export function runMark(): string {
  return mark
}

/** Where the shared constellation keeps what its workers printed as errors, one JSON string a line. */
export function alarmFile(state: string): string {
  return join(state, 'alarms.ndjson')
}

/** The alarms in a file whose text holds `part`, save the expected ones. */
export function alarmsIn(file: string, part: string, allowed: readonly RegExp[]): string[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return lines.filter((line) => line.includes(part) && !allowed.some((pattern) => pattern.test(line)))
}

/** Says that this test file provokes an alarm of the workers (`console.error`) that matches. */
export function expectAlarm(pattern: RegExp): void {
  expected.push(pattern)
}

afterAll(() => {
  const found = alarmsIn(alarmFile(inject('house').state), mark, expected)
  expect(found, 'the workers printed errors that no test expected').toEqual([])
})
