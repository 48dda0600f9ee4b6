import { describe, expect, it } from 'vitest'
import { type FeedNotice, type FeedOwner, noticeFeed } from './notice-feed.ts'

const owner: FeedOwner = {
  district: 'dis_1',
  slug: 'jinshui',
  name: '金水区教育局',
  origin: 'https://shixun.example',
  foundedAt: '2026-01-01T00:00:00.000Z',
}
const notice: FeedNotice = {
  id: 'not_1',
  title: '拟立项项目公示',
  body: '现予公示。',
  state: 'standing',
  startsOn: '2026-04-30',
  endsOn: '2026-05-11',
  workingDays: 5,
  items: [{ title: '校本研修', unitName: '育才小学', result: '拟立项' }],
  createdAt: '2026-04-30T01:00:00.000Z',
  settledAt: null,
}
const updates = (xml: string) => [...xml.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, at]) => at)

describe('the feed of notices', () => {
  it('has what RFC 4287 asks of a feed and of an entry', () => {
    const xml = noticeFeed(owner, [notice])
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"')).toBe(
      true,
    )
    expect(xml).toContain('<id>urn:shixun:notices:dis_1</id>')
    expect(xml).toContain('<author><name>金水区教育局</name></author>')
    expect(xml).toContain('href="https://shixun.example/notices/jinshui/feed.atom"')
    expect(xml).toContain('<id>urn:shixun:notice:dis_1:not_1</id>')
    expect(xml).toContain('href="https://shixun.example/notices/jinshui/not_1"')
    expect(xml).toContain('公示期：2026-04-30 至 2026-05-11（5 个工作日）。公示期内，可以提出异议。\n现予公示。')
    expect(xml).toContain('1. 校本研修（育才小学）：拟立项')
    for (const name of ['id', 'title', 'updated']) expect(xml.split(`<${name}>`)).toHaveLength(3)
  })

  it('dates an entry by its first day, or when it was settled', () => {
    expect(updates(noticeFeed(owner, [notice]))).toEqual(['2026-04-30T01:00:00.000Z', '2026-04-30T01:00:00.000Z'])
    const later = { ...notice, startsOn: '2026-05-06' }
    expect(updates(noticeFeed(owner, [later]))[1]).toBe('2026-05-05T16:00:00.000Z')
    const revoked = { ...notice, state: 'revoked' as const, settledAt: '2026-05-08T02:00:00.000Z' }
    expect(updates(noticeFeed(owner, [notice, revoked]))).toEqual([
      '2026-05-08T02:00:00.000Z',
      '2026-04-30T01:00:00.000Z',
      '2026-05-08T02:00:00.000Z',
    ])
  })

  it('of a district without a notice is a feed all the same', () => {
    const xml = noticeFeed(owner, [])
    expect(updates(xml)).toEqual(['2026-01-01T00:00:00.000Z'])
    expect(xml).not.toContain('<entry>')
  })

  it('escapes what people typed and drops what XML cannot hold', () => {
    const xml = noticeFeed({ ...owner, name: 'A&B' }, [
      { ...notice, title: '<b>"公示"&', body: ']]>\u0000\u0008\uFFFF\uD800尾🎓' },
    ])
    expect(xml).toContain('<title>&lt;b&gt;&quot;公示&quot;&amp;</title>')
    expect(xml).toContain('<name>A&amp;B</name>')
    expect(xml).toContain(']]&gt;\uFFFD\uFFFD\uFFFD\uFFFD尾🎓')
    expect(xml).not.toContain('\u0000')
  })
})
