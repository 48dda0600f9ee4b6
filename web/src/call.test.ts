import { afterEach, describe, expect, it, vi } from 'vitest'
import { addressOf, call, headersOf, knowRoutes, onSignedOut, readAnswer } from './call.ts'
import { routeTable } from './route-table.ts'

afterEach(() => vi.unstubAllGlobals())

const noHeader = () => null

knowRoutes(routeTable)

describe('a call of the API', () => {
  it('fills the path and leaves empty conditions out', () => {
    expect(addressOf('readCall', { district: 'jinshui', id: 'cal_1' })).toBe('/api/districts/jinshui/calls/cal_1')
    expect(addressOf('listCalls', { district: 'a/b' }, { state: undefined, after: '', limit: 20 })).toBe(
      '/api/districts/a%2Fb/calls?limit=20',
    )
  })
  it('carries a key where it creates or moves, and the version that was seen', () => {
    expect(headersOf('createCall', { body: {}, idempotencyKey: 'k1' })).toEqual({
      'content-type': 'application/json',
      'idempotency-key': 'k1',
    })
    expect(headersOf('createCall', { body: {} })['idempotency-key']).toMatch(/^[0-9a-f]{40}$/)
    expect(headersOf('closeCall', { body: {}, ifMatch: 7, idempotencyKey: 'k2' })['if-match']).toBe('"7"')
    expect(headersOf('editCall', { body: {}, ifMatch: 7 })).not.toHaveProperty('idempotency-key')
    expect(headersOf('signIn', { body: {}, idempotencyKey: 'k3' })).not.toHaveProperty('idempotency-key')
  })
  it('reads the version from the ETag', () => {
    expect(readAnswer(200, '{"id":"x"}', (name) => (name === 'etag' ? 'W/"12"' : null))).toEqual({
      ok: true,
      body: { id: 'x' },
      version: 12,
    })
    expect(readAnswer(204, '', noHeader)).toEqual({ ok: true, body: undefined, version: null })
  })
  it('reads a problem with its fields by pointer, and tells when the session is over', () => {
    const over = vi.fn()
    onSignedOut(over)
    const body = {
      type: 'urn:shixun:problem:invalid-input',
      title: '填写的内容有误',
      status: 422,
      detail: '…',
      requestId: 'r1',
      errors: [{ pointer: '/values/hours', problem: 'required', detail: '必填' }],
    }
    const refused = readAnswer(422, JSON.stringify(body), noHeader)
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'invalid-input', fields: { '/values/hours': '必填' } },
    })
    expect(over).not.toHaveBeenCalled()
    readAnswer(401, JSON.stringify({ ...body, type: 'urn:shixun:problem:not-signed-in' }), noHeader)
    expect(over).toHaveBeenCalledOnce()
  })
  it('takes the page of a proxy for no answer of ours', () => {
    expect(readAnswer(200, '<html>', noHeader)).toMatchObject({ ok: false, problem: { code: 'unreadable' } })
    expect(readAnswer(502, '<html>', noHeader)).toMatchObject({
      ok: false,
      problem: { code: 'unreadable', status: 502 },
    })
  })
  it('answers a lost network as a value', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
    expect(await call('readDemo', {})).toMatchObject({ ok: false, problem: { code: 'offline' } })
  })
})
