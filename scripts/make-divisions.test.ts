import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'

const sql = readFileSync(new URL('../migrations/directory/0002_divisions.sql', import.meta.url), 'utf8')
const database = new DatabaseSync(':memory:')
database.exec(sql)

const STANDING = "valid_from <= '2026-11-21' AND (valid_to IS NULL OR valid_to > '2026-11-21')"

function count(where: string): number {
  return Number(database.prepare(`SELECT count(*) AS n FROM divisions WHERE ${where}`).get()?.['n'])
}

function all(columns: string, where: string) {
  const rows = database.prepare(`SELECT ${columns} FROM divisions WHERE ${where} ORDER BY code, valid_from`).all()
  return rows.map((row) => Object.values(row))
}

describe('divisions', () => {
  it.each([
    ["standard = 'gb2260' AND level = 'county'", 2847],
    ["standard = 'gb2260' AND level = 'county' AND code LIKE '41%'", 157],
    ["standard = 'gb2260' AND level = 'county' AND parent = '410100'", 12],
    ["standard = 'gb2260' AND level = 'county' AND parent = '350700'", 10],
    ["level = 'prefecture'", 333],
    ["level = 'prefecture' AND parent = '410000'", 17],
    ["level = 'province'", 31],
    ["standard = 'statistical' AND substr(code, 5, 1) = '7'", 124],
  ])('stand today: %s → %i', (where, expected) => {
    expect(count(`${STANDING} AND ${where}`)).toBe(expected)
  })

  it('counts the counties of each prefecture of Henan', () => {
    const rows = all(
      'parent, count(*)',
      `${STANDING} AND standard = 'gb2260' AND parent LIKE '41%' AND level = 'county' GROUP BY parent`,
    )
    expect(rows.map(([, n]) => n)).toEqual([12, 9, 14, 10, 9, 5, 12, 10, 6, 6, 5, 6, 13, 9, 10, 10, 10, 1])
    expect(
      count(`${STANDING} AND standard = 'gb2260' AND level = 'county' AND code LIKE '41%' AND name LIKE '%区'`),
    ).toBe(54)
    expect(
      count(`${STANDING} AND standard = 'gb2260' AND level = 'county' AND code LIKE '41%' AND name LIKE '%市'`),
    ).toBe(21)
  })

  it('counts districts, cities and counties of the mainland as the ministry does', () => {
    const kinds = ['%自治县', '%自治旗', '%特区', '%林区'].map((kind) => `name LIKE '${kind}'`)
    const county = `${STANDING} AND standard = 'gb2260' AND level = 'county'`
    expect(count(`${county} AND name LIKE '%市'`)).toBe(398)
    expect(count(`${county} AND name LIKE '%自治县'`)).toBe(117)
    expect(count(`${county} AND name LIKE '%旗' AND NOT name LIKE '%自治旗'`)).toBe(49)
    expect(count(`${county} AND name LIKE '%县' AND NOT (${kinds.join(' OR ')})`)).toBe(1302)
  })

  it('tells what a reused code meant on a day', () => {
    const on = (code: string, day: string) =>
      all('name', `code = '${code}' AND valid_from <= '${day}' AND (valid_to IS NULL OR valid_to > '${day}')`)
    expect(on('419001', '1990-01-01')).toEqual([['义马市']])
    expect(on('419001', '1996-06-30')).toEqual([])
    expect(on('419001', '2026-11-21')).toEqual([['济源市']])
    expect(on('411023', '2016-12-30')).toEqual([['许昌县']])
    expect(on('411023', '2016-12-31')).toEqual([])
    expect(on('411003', '2016-12-31')).toEqual([['建安区']])
  })

  it('leads from an abolished code to its successor', () => {
    expect(all('code, name, successor', 'successor IS NOT NULL')).toEqual([
      ['350784', '建阳市', '350703'],
      ['410881', '济源市', '419001'],
      ['411023', '许昌县', '411003'],
      ['419001', '义马市', '411281'],
      ['419003', '济源市', '410881'],
      ['500105', '江北区', '500157'],
      ['500112', '渝北区', '500157'],
    ])
    expect(count(`successor IS NOT NULL AND successor NOT IN (SELECT code FROM divisions)`)).toBe(0)
    expect(count('(successor IS NULL) <> (valid_to IS NULL)')).toBe(0)
  })

  it('has the zones that run education bureaus, marked as no GB/T 2260', () => {
    expect(all('code, name, standard, parent', "code BETWEEN '410171' AND '410173'")).toEqual([
      ['410171', '郑州经济技术开发区', 'statistical', '410100'],
      ['410172', '郑州高新技术产业开发区', 'statistical', '410100'],
      ['410173', '郑州航空港经济综合实验区', 'statistical', '410100'],
    ])
  })

  it('hangs every division under one that stands, one level up or two', () => {
    const orphans = `${STANDING} AND level <> 'province' AND parent NOT IN (SELECT code FROM divisions WHERE level <> 'county')`
    expect(count(orphans)).toBe(0)
    expect(all('name, parent', "code IN ('110101', '419001', '441900', '500157') AND valid_to IS NULL")).toEqual([
      ['东城区', '110000'],
      ['济源市', '410000'],
      ['东莞市', '440000'],
      ['两江新区', '500000'],
    ])
  })

  it('never lets two rows of a code stand on one day', () => {
    const overlaps = database
      .prepare(
        `SELECT a.code FROM divisions a JOIN divisions b ON a.code = b.code AND a.valid_from < b.valid_from
         WHERE a.valid_to IS NULL OR a.valid_to > b.valid_from`,
      )
      .all()
    expect(overlaps).toEqual([])
  })

  it('keeps each statement under 90 KB', () => {
    for (const statement of sql.split(';\n')) expect(Buffer.byteLength(statement)).toBeLessThan(90_000)
  })
})
