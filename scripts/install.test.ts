import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isInstalled, plainReason } from './install.mjs'

it.each([
  ['npm error code ENOSPC', 'disk is full'],
  ['npm error code EACCES', 'permission'],
  ['npm error code ENOTFOUND registry', 'cannot be reached'],
  ['npm error code ETIMEDOUT', 'cannot be reached'],
  ['npm error code EUSAGE', 'do not agree'],
  ['npm error code E418', 'what npm said stands above'],
])('tells %s plainly', (said, told) => expect(plainReason(said)).toContain(told))

it('installs anew after an interruption and after a change of the lock file', () => {
  const root = mkdtempSync(join(tmpdir(), 'shixun-install-'))
  const lock = join(root, 'package-lock.json')
  const written = join(root, 'node_modules', '.package-lock.json')
  writeFileSync(lock, '{}')
  expect(isInstalled(root)).toBe(false)
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true })
  writeFileSync(join(root, 'node_modules', '.bin', 'node'), '')
  expect(isInstalled(root)).toBe(false)
  writeFileSync(written, '{}')
  utimesSync(lock, 1000, 1000)
  expect(isInstalled(root)).toBe(true)
  utimesSync(written, 999, 999)
  expect(isInstalled(root)).toBe(false)
  rmSync(root, { recursive: true })
})
