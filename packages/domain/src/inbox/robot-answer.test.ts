import { describe, expect, it } from 'vitest'
import { readRobotAnswer } from './robot-answer.ts'

const of = (status: number, body: unknown, kind: 'wecom' | 'dingtalk' = 'wecom', secrets: string[] = []) =>
  readRobotAnswer(kind, { status, body: typeof body === 'string' ? body : JSON.stringify(body) }, secrets)

describe('readRobotAnswer', () => {
  it('takes errcode 0 alone for delivered', () => {
    expect(of(200, { errcode: 0, errmsg: 'ok' })).toEqual({ kind: 'sent' })
    expect(of(200, { errmsg: 'ok' }).kind).toBe('later')
    expect(of(200, { errcode: '0' }).kind).toBe('later')
    expect(of(200, 'null').kind).toBe('later')
    expect(of(200, '<html>').kind).toBe('later')
  })

  it.each([
    ['wecom', 45009, 'later'],
    ['wecom', -1, 'later'],
    ['wecom', 93000, 'never'],
    ['wecom', 40058, 'never'],
    ['dingtalk', 130101, 'later'],
    ['dingtalk', 410100, 'later'],
    ['dingtalk', 310000, 'never'],
    ['dingtalk', 300001, 'never'],
  ] as const)('%s errcode %i is tried %s', (kind, errcode, outcome) => {
    const read = of(200, { errcode, errmsg: 'whatever' }, kind)
    expect(read.kind).toBe(outcome)
    expect(read.kind === 'sent' ? '' : read.reason).toContain(`errcode ${errcode}`)
  })

  it.each([
    [500, 'later'],
    [502, 'later'],
    [429, 'later'],
    [408, 'later'],
    [404, 'never'],
    [403, 'never'],
    [302, 'never'],
  ] as const)('HTTP %i is tried %s', (status, outcome) => expect(of(status, '').kind).toBe(outcome))

  it('repeats no secret, no address and nothing that looks like a key', () => {
    const errmsg = 'bad key 693a91f6 at https://qyapi.weixin.qq.com/x?key=1 token SEC0123456789abcdef0123'
    const read = of(200, { errcode: 12345, errmsg }, 'wecom', ['693a91f6'])
    expect(read).toEqual({ kind: 'later', reason: '对方拒收（errcode 12345：bad key *** at *** token ***）' })
  })

  it('keeps at most 120 characters of what the other side said', () => {
    const read = of(200, { errcode: 1, errmsg: '长'.repeat(500) })
    expect(read.kind === 'sent' ? '' : read.reason).toHaveLength('对方拒收（errcode 1：）'.length + 120)
  })
})
