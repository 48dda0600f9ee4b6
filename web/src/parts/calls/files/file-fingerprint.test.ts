import { expect, it } from 'vitest'
import { fingerprintOf } from './file-fingerprint.ts'

it('is 64 hexadecimal digits, the same for the same beginning, another for another', async () => {
  const one = await fingerprintOf(new Blob(['%PDF-1.4 甲']))
  expect(one).toMatch(/^[0-9a-f]{64}$/)
  expect(new Set(one.match(/.{8}/g)).size).toBe(8)
  expect(await fingerprintOf(new Blob(['%PDF-1.4 甲']))).toBe(one)
  expect(await fingerprintOf(new Blob(['%PDF-1.4 乙']))).not.toBe(one)
  expect(await fingerprintOf(new Blob([]))).toMatch(/^[0-9a-f]{64}$/)
})

it('looks at the first 64 KB alone', async () => {
  const head = new Uint8Array(65_536)
  const [a, b] = [new Blob([head, 'a']), new Blob([head, 'b'])]
  expect(await fingerprintOf(a)).toBe(await fingerprintOf(b))
  head[65_535] = 1
  expect(await fingerprintOf(new Blob([head]))).not.toBe(await fingerprintOf(a))
})
