import { createHmac, scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makePasswords } from './passwords.ts'

const p1 = { id: 'p1', key: Buffer.alloc(32, 1) }
const p2 = { id: 'p2', key: Buffer.alloc(32, 2) }

describe('passwords at rest', () => {
  it('are scrypt N=2^15, r=8, p=3 over a peppered password, with their parameters', async () => {
    const stored = await makePasswords([p1]).hash('kettle-orbit-41')
    const parts = /^\$s1\$ln=15,r=8,p=3,k=p1\$([\w-]{22})\$([\w-]{43})$/.exec(stored)
    const keyed = createHmac('sha256', p1.key).update('kettle-orbit-41').digest()
    const salt = Buffer.from(parts?.[1] ?? '', 'base64url')
    const expected = scryptSync(keyed, salt, 32, { N: 32_768, r: 8, p: 3, maxmem: 2 ** 26 })
    expect(parts?.[2]).toBe(expected.toString('base64url'))
  })

  it('are checked exactly as typed, each under its own salt', async () => {
    const passwords = makePasswords([p1])
    const [stored, again] = [await passwords.hash('kettle-orbit-41'), await passwords.hash('kettle-orbit-41')]
    expect(stored).not.toBe(again)
    expect(await passwords.check('kettle-orbit-41', stored)).toBe(true)
    expect(await passwords.check('Kettle-orbit-41', stored)).toBe(false)
    expect(await passwords.check('kettle-orbit-41 ', stored)).toBe(false)
  })

  it('cost the same when there is none', async () => {
    const passwords = makePasswords([p1])
    const stored = await passwords.hash('kettle-orbit-41')
    const timed = async (hash: string | null) => {
      // The processor's time, not the clock's: other suites run beside this one.
      const before = process.cpuUsage()
      expect(await passwords.check('something else', hash)).toBe(false)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await timed(null)
    const known = Math.min(await timed(stored), await timed(stored), await timed(stored))
    const unknown = Math.min(await timed(null), await timed(null), await timed(null))
    expect(unknown / known).toBeGreaterThan(0.6)
    expect(unknown / known).toBeLessThan(1.7)
  })

  it('stay valid under an older pepper and are outdated by it, as by lower cost', async () => {
    const stored = await makePasswords([p1]).hash('kettle-orbit-41')
    const passwords = makePasswords([p2, p1])
    expect(await passwords.check('kettle-orbit-41', stored)).toBe(true)
    expect(passwords.outdated(stored)).toBe(true)
    expect(makePasswords([p1]).outdated(stored)).toBe(false)
    expect(makePasswords([p1]).outdated(stored.replace('ln=15', 'ln=14'))).toBe(true)
    await expect(makePasswords([p2]).check('kettle-orbit-41', stored)).rejects.toThrow('no pepper p1')
  })
})
