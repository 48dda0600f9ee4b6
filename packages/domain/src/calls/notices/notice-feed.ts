import { startOfChinaDay } from '../../shared/china-time.ts'
import { NOTICE, type NoticeState } from './notice.ts'

/** What a feed tells of a notice. `settledAt` is when it was concluded or revoked, null while it stands. */
export type FeedNotice = {
  id: string
  title: string
  body: string
  state: NoticeState
  startsOn: string
  endsOn: string
  workingDays: number
  items: readonly { title: string; unitName: string; result: string }[]
  createdAt: string
  settledAt: string | null
}

/** Whose feed it is. `origin` without a slash at its end; `district` is the id, which outlives every slug. */
export type FeedOwner = { district: string; slug: string; name: string; origin: string; foundedAt: string }

// XML 1.0 (2.2) allows no other characters, not even as references
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text as character data or attribute value of XML 1.0; what XML cannot hold becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** When readers could first see a notice: on its first day, or when it was written on that day. */
function appearedAt({ startsOn, createdAt }: FeedNotice): string {
  const begins = startOfChinaDay(startsOn)
  return begins > createdAt ? begins : createdAt
}

function updatedAt(notice: FeedNotice): string {
  const appeared = appearedAt(notice)
  return notice.settledAt !== null && notice.settledAt > appeared ? notice.settledAt : appeared
}

function entry(owner: FeedOwner, notice: FeedNotice): string {
  const address = `${owner.origin}/notices/${owner.slug}/${notice.id}`
  const span = `公示期：${notice.startsOn} 至 ${notice.endsOn}（${notice.workingDays} 个工作日）。${NOTICE.states[notice.state]}。`
  const rows = notice.items.map((one, index) => `${index + 1}. ${one.title}（${one.unitName}）：${one.result}`)
  const text = [span, notice.body, ...rows].filter((line) => line.trim() !== '').join('\n')
  return [
    '  <entry>',
    `    <id>urn:shixun:notice:${owner.district}:${notice.id}</id>`,
    `    <title>${escaped(notice.title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${escaped(address)}"/>`,
    `    <published>${appearedAt(notice)}</published>`,
    `    <updated>${updatedAt(notice)}</updated>`,
    `    <category term="${notice.state}"/>`,
    `    <content type="text">${escaped(text)}</content>`,
    '  </entry>',
  ].join('\n')
}

/**
 * The notices of a district as an Atom 1.0 feed (RFC 4287), newest first as given. Ids are URNs that stay when a
 * district changes its address; `updated` of the feed is that of its newest change, or of the founding when it is empty.
 */
export function noticeFeed(owner: FeedOwner, notices: readonly FeedNotice[]): string {
  const home = `${owner.origin}/notices/${owner.slug}`
  const updated = notices.reduce((latest, one) => (updatedAt(one) > latest ? updatedAt(one) : latest), owner.foundedAt)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `  <id>urn:shixun:notices:${owner.district}</id>`,
    `  <title>${escaped(owner.name)} 公示</title>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>${escaped(owner.name)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(home)}/feed.atom"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(home)}"/>`,
    ...notices.map((notice) => entry(owner, notice)),
    '</feed>',
    '',
  ].join('\n')
}
