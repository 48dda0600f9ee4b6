import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type NoticeHouse, raiseNotices } from '../../../../../packages/testkit/src/test-notices.ts'

let house: NoticeHouse
const TITLES = Array.from({ length: 23 }, (_, n) => `公示 ${String(n).padStart(2, '0')}`)

beforeAll(async () => {
  house = await raiseNotices('2026-04-30')
})
afterAll(() => house.spine.stop())

const linked = (text: string) => [...text.matchAll(/href="(\/notices\/jinshui\/not_\w+)"/g)].map(([, path]) => path)

describe('the list of notices', () => {
  test('of a bureau without one says so, and its feed is one all the same', async () => {
    const page = await house.page('/notices/jinshui')
    expect(await page.text()).toContain('目前没有公示')
    expect(await (await house.page('/notices/jinshui/feed.atom')).text()).not.toContain('<entry>')
    expect((await house.page('/notices/nobody')).status).toBe(404)
    expect((await house.page('/notices/nobody/feed.atom')).status).toBe(404)
  })

  test('goes page by page, the newest first, each once, without a script', async () => {
    for (const title of TITLES) await house.publish([await house.ranked(title)], { title })
    const first = await (await house.page('/notices/jinshui')).text()
    expect(first).not.toMatch(/<script|\son\w+=|javascript:/)
    const next = /href="([^"]*after=[^"]*)"/.exec(first)?.[1] ?? ''
    const second = await (await house.page(next.replaceAll('&amp;', '&'))).text()
    const all = [...linked(first), ...linked(second)]
    expect([linked(first).length, linked(second).length, new Set(all).size]).toEqual([20, 3, 23])
    const titles = [...(first + second).matchAll(/公示 \d\d/g)].map(([title]) => title)
    expect(titles).toEqual([...TITLES].reverse())
    expect(second).not.toContain('after=')
  })

  test('may be kept for a minute by anybody', async () => {
    expect((await house.page('/notices/jinshui')).headers.get('cache-control')).toBe('public, max-age=60')
  })
})

describe('the feed', () => {
  test('is Atom, dense, absolute, and costs an unchanged reader no body', async () => {
    const feed = await house.page('/notices/jinshui/feed.atom')
    const text = await feed.text()
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(feed.headers.get('cache-control')).toBe('public, max-age=300')
    expect(text.split('<entry>')).toHaveLength(24)
    expect(text).toContain(
      `<link rel="self" type="application/atom+xml" href="${house.spine.house.url}/notices/jinshui/feed.atom"/>`,
    )
    const etag = feed.headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await house.page('/notices/jinshui/feed.atom', { headers: { 'if-none-match': known } })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    const changed = await house.page('/notices/jinshui/feed.atom', { headers: { 'if-none-match': '"other"' } })
    expect(changed.status).toBe(200)
  })

  test('moves when a notice is settled', async () => {
    const before = await (await house.page('/notices/jinshui/feed.atom')).text()
    await house.forward('2026-05-12')
    const { body } = await house.spine.office.get<{ items: { id: string }[] }>(`${house.spine.base}/notices`)
    const path = `${house.spine.base}/notices/${body.items[0]?.id}`
    expect((await house.spine.office.action(path, 'conclude')).status).toBe(200)
    const after = await (await house.page('/notices/jinshui/feed.atom')).text()
    expect(after).not.toBe(before)
    expect(after).toContain('<category term="concluded"/>')
    expect(after).toContain('<updated>2026-05-12T')
  })
})
