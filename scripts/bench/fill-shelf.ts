import type { Binding } from '@shixun/db/binding'
import { gramsOf } from '@shixun/domain/flagship/bigrams'
import { facetToken } from '@shixun/domain/flagship/facet-token'
import { BEGIN, fixedId } from './house.ts'

const CHUNK = 1000
/** Where flagships stand in a result: see `GRADE_ROOM` of the catalogue's index. */
const FLAGSHIPS = 3 * 2 ** 28
const SUBJECTS = ['班主任', '骨干教师', '校长', '心理健康', '信息技术']

function cardOf(n: number) {
  const subject = SUBJECTS[n % SUBJECTS.length] ?? '班主任'
  const facets = { level: 'district', phase: '小学', subject, module: '专业能力', mode: '集中', model: null }
  const names = { curator: 'zhengzhou', curatorName: '郑州市教育局', originName: '金水区教育局' }
  const title = `${subject}培训${n}`
  const figures = { version: 1, number: `JP2026-${n}`, latest: 1, adoptions: 0, listedAt: BEGIN }
  return { id: fixedId('lst', n), title, grade: 'flagship', ...facets, ...names, ...figures }
}

/** Adds listings `from` to `to` to the index of the catalogue, as the indexer leaves them: text as bigrams, facets as tokens. */
export async function fillShelf(search: Binding, from: number, to: number): Promise<void> {
  for (let start = from; start <= to; start += CHUNK) {
    const cards = Array.from({ length: Math.min(CHUNK, to - start + 1) }, (_, k) => ({
      n: start + k,
      card: cardOf(start + k),
    }))
    const rows = cards.map(({ n, card }) => [
      FLAGSHIPS + n,
      card.id,
      JSON.stringify(card),
      gramsOf(card.title).join(' '),
      gramsOf('先调研后设计，集中研修与返岗实践结合。').join(' '),
      `any ${facetToken('grade', 'flagship')} ${facetToken('subject', card.subject)}`,
    ])
    const pick = (k: number) => `json_extract(value, '$[${k}]')`
    await search.batch([
      search
        .prepare(
          `INSERT INTO listing_rows (place, listing_id, version, card) SELECT ${pick(0)}, ${pick(1)}, 1, ${pick(2)} FROM json_each(?)`,
        )
        .bind(JSON.stringify(rows)),
      search
        .prepare(
          `INSERT INTO listing_text (rowid, title, body, facets) SELECT CAST(${pick(0)} AS INTEGER), ${pick(3)}, ${pick(4)}, ${pick(5)} FROM json_each(?)`,
        )
        .bind(JSON.stringify(rows)),
    ])
  }
  await search.batch([
    search.prepare('INSERT OR REPLACE INTO index_state (one, built_to, ready) VALUES (1, ?, 1)').bind(to),
  ])
}

/** Adds pages `from` to `to` of Henan to the province's shelf: short ones, for what counts is how many stand there. */
export async function fillFeed(province: Binding, from: number, to: number): Promise<void> {
  await province.batch([
    province
      .prepare(
        `WITH RECURSIVE numbers (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
         INSERT INTO pages (province, seq, district_id, division, district_name, epoch, page, period, first_seq, last_seq, last_line, lines, digest, kid, jws, accepted_at)
         SELECT '410000', n, 'dis_' || (n % 158), '410105', '金水区教育局', 1, n, '2026-03', n, n, '{}', '[]', 'd', 'k', 'j', '${BEGIN}' FROM numbers`,
      )
      .bind(from, to),
  ])
}
