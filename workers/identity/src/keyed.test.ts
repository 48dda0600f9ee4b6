import { describe, expect, it } from 'vitest'
import { makeKeyed } from './keyed.ts'

const p1 = { id: 'p1', key: Buffer.alloc(32, 1) }
const p2 = { id: 'p2', key: Buffer.alloc(32, 2) }

describe('what is made with the key of the house', () => {
  it('names counters without saying whose they are', () => {
    const keyed = makeKeyed([p1])
    expect(keyed.subject('acc', 'zhang.min')).toMatch(/^acc:[\w-]{27}$/)
    expect(keyed.subject('acc', 'zhang.min')).toBe(keyed.subject('acc', 'zhang.min'))
    expect(keyed.subject('dev', 'a', 'bc')).not.toBe(keyed.subject('dev', 'ab', 'c'))
    expect(makeKeyed([p2]).subject('acc', 'zhang.min')).not.toBe(keyed.subject('acc', 'zhang.min'))
  })

  it('seals an answer and opens it again, after a rotation too', async () => {
    const sealed = JSON.stringify(await makeKeyed([p1]).seal({ activationCode: '7CKNK-RDZX7' }))
    expect(sealed).not.toContain('7CKNK')
    expect(await makeKeyed([p2, p1]).unseal(sealed)).toBe('{"activationCode":"7CKNK-RDZX7"}')
    await expect(makeKeyed([{ ...p1, key: p2.key }]).unseal(sealed)).rejects.toThrow()
  })

  it('leaves an open answer as it is', async () => {
    expect(await makeKeyed([p1]).unseal('{"id":"acc_1"}')).toBe('{"id":"acc_1"}')
  })
})
