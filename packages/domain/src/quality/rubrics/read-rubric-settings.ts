import type { SheetProblem } from './read-rubric-sheet.ts'
import { type Band, DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric } from './rubric.ts'
import { pointsIn } from './rubric-points.ts'
import { type FoundSheet, type SheetRow, textOf } from './rubric-rows.ts'
import {
  BAND_ROW,
  METHOD_WORDS,
  MISSING_WORDS,
  PURPOSE_WORDS,
  type Purpose,
  SETTING_ROWS,
  SETTINGS_SHEET,
  type SettingRow,
  type SettingsColumn,
} from './rubric-sheet.ts'

type Place = Pick<SheetProblem, 'sheet' | 'row' | 'column'>
export type SettingsRead = {
  purpose: Purpose
  body: Omit<Rubric, 'criteria'>
  problems: SheetProblem[]
  /** The cell that a pointer of `checkRubric` speaks of. */
  placeOf: (pointer: string) => Place
}
type Row = SheetRow<SettingsColumn>

const TITLE = 80
const BAND_TITLE = 20
const BANDS = 10
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/
const POINTERS: Readonly<Record<string, SettingRow>> = {
  '/title': 'title',
  '/method': 'method',
  '/missing': 'missing',
  '/disagreement/gap': 'gap',
  '/disagreement/passLine': 'passLine',
}

/** What a bureau starts from when its file has no sheet of settings. */
const START: Omit<Rubric, 'criteria'> = {
  title: '',
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
}

function bandKeys(bands: readonly { key: string }[]): string[] {
  const taken = new Set(bands.map(({ key }) => key))
  return bands.map(({ key }) => {
    if (key !== '') return key
    let number = 1
    while (taken.has(`b${number}`)) number++
    taken.add(`b${number}`)
    return `b${number}`
  })
}

/** The settings of a rubric from its second sheet. A setting that has no row keeps what a bureau starts from. */
export function readSettings(sheet: FoundSheet<SettingsColumn> | null): SettingsRead {
  const name = sheet?.name ?? SETTINGS_SHEET
  const rows = sheet?.rows ?? []
  const bandRows = rows.filter((row) => textOf(row.cells.item) === BAND_ROW)
  const rowOf = (setting: SettingRow) => rows.find((row) => textOf(row.cells.item) === SETTING_ROWS[setting])
  const place = (row: Row | undefined, column: string): Place => ({
    sheet: name,
    row: row?.line ?? sheet?.head ?? 1,
    column,
  })
  const problems: SheetProblem[] = []
  const tell = (row: Row | undefined, column: string, problem: string, limit?: string | number) =>
    problems.push({ ...place(row, column), problem, ...(limit === undefined ? {} : { limit }) })

  const known: readonly string[] = [...Object.values(SETTING_ROWS), BAND_ROW]
  for (const row of rows) if (!known.includes(textOf(row.cells.item))) tell(row, '项目', 'not_one_of', known.join('、'))

  function word<Key extends string>(setting: SettingRow, words: Readonly<Record<Key, string>>, fallback: Key): Key {
    const row = rowOf(setting)
    const text = textOf(row?.cells.content)
    if (text === '') return fallback
    const keys = Object.keys(words) as Key[]
    const key = keys.find((one) => words[one] === text || one === text)
    if (key === undefined) tell(row, '内容', 'not_one_of', Object.values<string>(words).join('、'))
    return key ?? fallback
  }
  function points(row: Row | undefined, column: 'content' | 'from', fallback: number): number {
    const read = pointsIn(row?.cells[column])
    if (read === null) return fallback
    if (typeof read === 'number') return read
    tell(row, column === 'content' ? '内容' : '起始分', read.problem)
    return fallback
  }
  function line(row: Row | undefined, most: number): string {
    const text = textOf(row?.cells.content)
    if (text.length > most) tell(row, '内容', 'too_long', most)
    return text
  }
  function bandOf(row: Row): Band {
    const key = textOf(row.cells.code)
    if (key !== '' && !CODE.test(key)) tell(row, '代码', 'wrong_format')
    if (textOf(row.cells.from) === '') tell(row, '起始分', 'required')
    return { key, title: line(row, BAND_TITLE), from: points(row, 'from', 0) }
  }

  const title = line(rowOf('title'), TITLE)
  const purpose = word('purpose', PURPOSE_WORDS, 'review')
  const method = word('method', METHOD_WORDS, START.method)
  const missing = word('missing', MISSING_WORDS, START.missing)
  const gap = points(rowOf('gap'), 'content', START.disagreement.gap)
  const passLine = points(rowOf('passLine'), 'content', START.disagreement.passLine)
  const read = bandRows.slice(0, BANDS).map(bandOf)
  const keys = bandKeys(read)
  if (bandRows.length > BANDS) tell(bandRows[BANDS], '项目', 'too_many', BANDS)
  const bands = sheet === null ? START.bands : read.map((band, index) => ({ ...band, key: keys[index] ?? band.key }))
  return {
    purpose,
    body: { title, missing, bands, method, disagreement: { gap, passLine } },
    problems,
    placeOf: (pointer) => {
      const band = /^\/bands\/(\d+)(?:\/(\w+))?/.exec(pointer)
      if (band)
        return place(bandRows[Number(band[1])], band[2] === 'from' ? '起始分' : band[2] === 'key' ? '代码' : '内容')
      const setting = POINTERS[pointer]
      return setting ? place(rowOf(setting), '内容') : place(undefined, '项目')
    },
  }
}
