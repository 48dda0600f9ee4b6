import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { localSecrets } from './secrets.ts'

let state: string
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'shixun-secrets-'))
})
afterEach(() => rmSync(state, { recursive: true, force: true }))
const file = () => join(state, 'secrets.json')

it('secrets are made once and kept for their owner alone', async () => {
  const made = await localSecrets(state)
  expect(await localSecrets(state)).toEqual(made)
  expect(statSync(file()).mode & 0o777).toBe(0o600)
})

it('a folder of an older release keeps every key, in the hands of who holds it now, and gets what it lacks', async () => {
  const { identity, district, registry, catalogue, province } = await localSecrets(state)
  const { CERTIFICATE_KEYS, ...personal } = registry
  const { OBJECTION_KEYS: _, ...signing } = district
  writeFileSync(file(), JSON.stringify({ identity, district: { ...signing, ...personal }, catalogue, province }))
  const now = await localSecrets(state)
  expect(now).toMatchObject({ identity, registry: personal, catalogue, province })
  // what objections were sealed with so far still opens them
  expect(now.district).toEqual({ ...signing, OBJECTION_KEYS: personal['PERSONAL_KEYS'] })
  expect(JSON.parse(now.registry['CERTIFICATE_KEYS'] ?? '[]')).toHaveLength(1)
  expect(now.registry['CERTIFICATE_KEYS']).not.toBe(CERTIFICATE_KEYS)
  const [key] = Object.values(JSON.parse(now.delivery['ATTENDANCE_KEYS'] ?? '{}'))
  expect(Buffer.from(String(key), 'base64')).toHaveLength(32)
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(now)
})
