import { describe, expect, it } from 'vitest'
import { openPersonal, personalMac, sealPersonal } from './personal-data.ts'

const key = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)))
const ring = { k1: key(1) }
const macKey = key(9)
const place = { tenant: 'dis_a', row: 'tea_1' }
const number = '41010519491231002X'

describe('sealed personal data', () => {
  it('opens for its own row and tenant alone', async () => {
    const sealed = await sealPersonal(ring, place, number)
    expect(await openPersonal(ring, place, sealed)).toBe(number)
    expect(await openPersonal(ring, { ...place, row: 'tea_2' }, sealed)).toBeNull()
    expect(await openPersonal(ring, { ...place, tenant: 'dis_b' }, sealed)).toBeNull()
  })

  it('names key and algorithm, shows nothing of the text, and never looks the same twice', async () => {
    const [one, two] = await Promise.all([sealPersonal(ring, place, number), sealPersonal(ring, place, number)])
    expect(one).toMatch(/^k1\.A256GCM\.[\w-]{16}\.[\w-]{46}$/)
    expect(one).not.toBe(two)
    expect(one).not.toContain(number)
  })

  it('does not open when any part was changed', async () => {
    const parts = (await sealPersonal(ring, place, number)).split('.')
    for (const at of [0, 1, 2, 3]) {
      const changed = parts.map((part, index) =>
        index === at ? `${part[0] === 'A' ? 'B' : 'A'}${part.slice(1)}` : part,
      )
      expect(await openPersonal(ring, place, changed.join('.'))).toBeNull()
    }
    expect(await openPersonal(ring, place, '')).toBeNull()
    expect(await openPersonal(ring, place, `${parts.join('.')}.x`)).toBeNull()
  })

  it('encrypts with the first key and still opens what older keys sealed', async () => {
    const old = await sealPersonal(ring, place, number)
    const rotated = { k2: key(2), ...ring }
    expect(await openPersonal(rotated, place, old)).toBe(number)
    expect(await sealPersonal(rotated, place, number)).toMatch(/^k2\./)
    expect(await openPersonal({ k1: key(3) }, place, old)).toBeNull()
  })

  it('refuses a key that is not 256 bits', async () => {
    await expect(sealPersonal({ k1: btoa('short') }, place, number)).rejects.toThrow(TypeError)
  })
})

describe('the mark by which personal data is found', () => {
  it('is the same for the same text and differs by tenant, text and key', async () => {
    const mac = await personalMac(macKey, 'dis_a', number)
    expect(mac).toMatch(/^[\w-]{43}$/)
    expect(await personalMac(key(9), 'dis_a', number)).toBe(mac)
    expect(await personalMac(macKey, 'dis_b', number)).not.toBe(mac)
    expect(await personalMac(macKey, 'dis_a', `${number}0`)).not.toBe(mac)
    expect(await personalMac(key(8), 'dis_a', number)).not.toBe(mac)
  })
})
