import { afterEach, describe, expect, it, vi } from 'vitest'
import { ask, entryOf, forgetAll, refreshAll } from './query-store.ts'

afterEach(() => {
  forgetAll()
  vi.unstubAllGlobals()
})

/** A server whose answers are let go one by one. */
function heldServer() {
  const held: (() => void)[] = []
  let asked = 0
  vi.stubGlobal('fetch', () => {
    asked += 1
    const body = JSON.stringify({ n: asked })
    return new Promise((resolve) => held.push(() => resolve(new Response(body))))
  })
  return { asked: () => asked, letGo: () => held.shift()?.() }
}

describe('what is known of the server', () => {
  it('asks one question once while its answer is on the way', async () => {
    const server = heldServer()
    const entry = entryOf('readDemo', {})
    const first = ask(entry)
    await ask(entry)
    server.letGo()
    await first
    expect(server.asked()).toBe(1)
    expect(entryOf('readDemo', {}).data).toEqual({ n: 1 })
  })
  it('asks again when a mutation came in between, as the answer may be of before', async () => {
    const server = heldServer()
    const entry = entryOf('readDemo', {})
    entry.listeners.add(() => undefined)
    const first = ask(entry)
    refreshAll()
    server.letGo()
    await vi.waitFor(() => expect(server.asked()).toBe(2))
    server.letGo()
    await first
    expect(entry.data).toEqual({ n: 2 })
  })
  it('keeps the last answer beside the problem of a failed refresh', async () => {
    const entry = entryOf('readDemo', {})
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"n":1}')))
    await ask(entry)
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
    await ask(entry)
    expect([entry.data, entry.problem?.code]).toEqual([{ n: 1 }, 'offline'])
  })
  it('leaves alone what nobody looks at until it is shown', () => {
    const server = heldServer()
    const entry = entryOf('readDemo', {})
    entry.stale = false
    refreshAll()
    expect([server.asked(), entry.stale]).toEqual([0, true])
  })
})
