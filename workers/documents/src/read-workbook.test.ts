import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { FILE_LIMIT, readWorkbook } from './read-workbook.ts'

const TYPES = strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')

async function rowsOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes)
  return read.ok ? (read.value.sheets[0]?.rows ?? []) : read.refusal
}

/** The sentence a person reads, or the code when the refusal has none. */
async function refusalOf(bytes: Uint8Array): Promise<string> {
  const started = performance.now()
  const read = await readWorkbook(bytes)
  if (read.ok) return 'read'
  // hostile files are found out while they are small
  expect(performance.now() - started).toBeLessThan(2000)
  return String(read.refusal.facts?.['reason'] ?? read.refusal.code)
}

async function workbook(rows: (string | number | Date | boolean | null)[][], more: object = {}): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '表', rows, ...more }] })
}

function archive(parts: Zippable): Uint8Array {
  return zipSync({ '[Content_Types].xml': TYPES, ...parts })
}

/** Overwrites the size that the central directory tells of the file called `name`. */
function lying(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 46 < bytes.byteLength; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const length = view.getUint16(at + 28, true)
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name)
      view.setUint32(at + 24, size, true)
  }
  return bytes
}

describe('cells', () => {
  it('keep their kind: text, number, date, nothing', async () => {
    const rows = await rowsOf(
      await workbook([
        ['证件号码', '日期', '是否'],
        [Number('410105199001011234'), new Date('2026-03-01T00:00:00Z'), true],
        ['410105199001011234', null, false],
      ]),
    )
    expect(rows).toEqual([
      ['证件号码', '日期', '是否'],
      // the last digits of a number beyond 15 are lost: the import tells so, because it sees a number
      [Number('410105199001011234'), { date: '2026-03-01' }, 'TRUE'],
      ['410105199001011234', null, 'FALSE'],
    ])
  })

  it('with a formula are text and never worked out, and the place is told', async () => {
    const cells = new Map([
      ['1,0', { value: 2, type: 'formula' as const, formula: 'HYPERLINK("http://x","a")', formulaResult: 2 }],
    ])
    const read = await readWorkbook(await workbook([['名称'], [null]], { cells }))
    const [sheet] = read.ok ? read.value.sheets : []
    expect(sheet?.rows[1]).toEqual(['=HYPERLINK("http://x","a")'])
    expect(sheet?.notes.join()).toContain('A2')
  })

  it('merged in the head are told, and so are merged ones below', async () => {
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
      { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
    ]
    const read = await readWorkbook(
      await workbook([['名册', null, null], ['a', 'b', 'c'], ['x'], [null, 'y']], { merges }),
    )
    const notes = read.ok ? (read.value.sheets[0]?.notes ?? []) : []
    expect(notes[0]).toMatch(/第 1 行.*A1:C1/)
    expect(notes[1]).toContain('A3:A4')
  })

  it('of hidden sheets stay hidden', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '名单', rows: [['a']] },
        { name: '选项', rows: [['b']], hidden: true },
      ],
    })
    const read = await readWorkbook(bytes)
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(['名单'])
  })
})

describe('a CSV', () => {
  const text = '姓名,证件号码\r\n"张,三",410105199001011234\r\n李四,00012\r\n'
  const rows = [
    ['姓名', '证件号码'],
    ['张,三', '410105199001011234'],
    ['李四', '00012'],
  ]
  /** 姓名,张三 as Excel in China saves it. */
  const GB = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd5, 0xc5, 0xc8, 0xfd])
  const utf16 = (bigEndian: boolean) => {
    const bytes = new Uint8Array(2 + text.length * 2)
    const view = new DataView(bytes.buffer)
    view.setUint16(0, 0xfeff, !bigEndian)
    for (let n = 0; n < text.length; n++) view.setUint16(2 + n * 2, text.charCodeAt(n), !bigEndian)
    return bytes
  }

  it('is read in UTF-8 with and without its mark, in UTF-16, in GB18030', async () => {
    expect(await rowsOf(strToU8(text))).toEqual(rows)
    expect(await rowsOf(strToU8(`\ufeff${text}`))).toEqual(rows)
    expect(await rowsOf(utf16(false))).toEqual(rows)
    expect(await rowsOf(utf16(true))).toEqual(rows)
    expect(await rowsOf(GB)).toEqual([['姓名', '张三']])
  })

  it('takes 20,000 rows below its head and no more', async () => {
    const lines = (count: number) => strToU8(`编号\n${'a\n'.repeat(count)}`)
    const read = await readWorkbook(lines(20_000))
    expect(read.ok && read.value.sheets[0]?.rows.length).toBe(20_001)
    expect(await readWorkbook(lines(20_001))).toEqual({
      ok: false,
      refusal: { code: 'too-many-rows', facts: { limit: 20_000 } },
    })
  })

  it.each([
    ['a web page', '<html><table><tr><td>1</td></tr></table>', '网页'],
    ['a PDF', '%PDF-1.7 abc', '不是 Excel'],
    ['bytes of anything', '\u0000\u0001\u0002', '不是 Excel'],
    ['nothing', '', '空的'],
    ['white space', ' \n \n', '没有内容'],
    ['too many columns', 'a,'.repeat(101), '超过 100 列'],
  ])('does not pretend to be one: %s', async (_, content, sentence) => {
    const refusal = await refusalOf(strToU8(content))
    if (sentence === '没有内容') expect(['表格里没有内容。', 'read']).toContain(refusal)
    else expect(refusal).toContain(sentence)
  })
})

describe('a workbook at its limits', () => {
  const numbered = (count: number) => [['编号'], ...Array.from({ length: count }, (_, n) => [`SB${n}`])]

  it('takes 20,000 rows below its head and no more', async () => {
    const read = await readWorkbook(await workbook(numbered(20_000)))
    expect(read.ok && read.value.sheets[0]?.rows.length).toBe(20_001)
    expect(await refusalOf(await workbook(numbered(20_001)))).toBe('too-many-rows')
  })

  it('takes 100 columns and no more', async () => {
    const wide = (count: number) => workbook([Array.from({ length: count }, (_, n) => n)])
    expect(await refusalOf(await wide(100))).toBe('read')
    expect(await refusalOf(await wide(101))).toContain('超过 100 列')
  })

  it('is refused above 5 MB, whatever is in it', async () => {
    expect(await readWorkbook(new Uint8Array(FILE_LIMIT + 1))).toMatchObject({ refusal: { code: 'body-too-large' } })
    expect(await refusalOf(new Uint8Array(FILE_LIMIT))).not.toBe('body-too-large')
  })

  it('with a cell in the farthest corner costs nothing', async () => {
    const far =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    const bytes = await workbook([['a']])
    const parts = unzipSync(bytes)
    parts['xl/worksheets/sheet1.xml'] = strToU8(far)
    expect(await rowsOf(zipSync(parts))).toEqual([[1]])
  })
})

describe('a hostile workbook is refused with a sentence', () => {
  it('a bomb: 200 MB of zeros', async () => {
    expect(await refusalOf(archive({ 'xl/a.bin': new Uint8Array(200 * 1024 * 1024) }))).toContain('32 MB')
  })

  it('a bomb whose header lies', async () => {
    const bytes = lying(archive({ 'xl/a.bin': new Uint8Array(100 * 1024 * 1024) }), 'xl/a.bin', 100)
    expect(await refusalOf(bytes)).toContain('实际大小')
  })

  it('a header that tells more than there is', async () => {
    expect(await refusalOf(lying(archive({ 'xl/a.bin': strToU8('abc') }), 'xl/a.bin', 4))).toContain('实际大小')
  })

  it('a million rows', async () => {
    const rows = strToU8(`<sheetData>${'<row/>'.repeat(1_000_000)}</sheetData>`)
    expect(await refusalOf(archive({ 'xl/worksheets/sheet1.xml': rows }))).toContain('行过多')
  })

  it('a column format repeated for ever', async () => {
    const columns = strToU8(`<cols>${'<col min="1" max="16384"/>'.repeat(30_000)}</cols>`)
    expect(await refusalOf(archive({ 'xl/worksheets/sheet1.xml': columns }))).toContain('损坏')
  })

  it('external entities', async () => {
    const xxe = strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
    expect(await refusalOf(archive({ 'xl/workbook.xml': xxe }))).toContain('DTD')
    // cut in two by the inflater's chunks
    const late = strToU8(`${'<a b="c"/>'.repeat(20_000)}<!DOCTYPE a>`)
    expect(await refusalOf(archive({ 'xl/workbook.xml': late }))).toContain('DTD')
  })

  it('an archive within, by its name and by its bytes', async () => {
    const inner = zipSync({ a: strToU8('a') })
    expect(await refusalOf(archive({ 'xl/embeddings/a.xlsx': inner }))).toContain('嵌有')
    expect(await refusalOf(archive({ 'xl/media/image1.png': inner }))).toContain('嵌有')
  })

  it('passwords: of the archive, and of Excel', async () => {
    const bytes = archive({})
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 46 < bytes.byteLength; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
    expect(await refusalOf(bytes)).toContain('密码')
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [['a']] }],
      encryption: { password: 'x', spinCount: 10 },
    })
    expect(await refusalOf(locked)).toContain('密码')
  })

  it('the old format, with what to do', async () => {
    const old = new Uint8Array(1024)
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await refusalOf(old)).toContain('另存为 .xlsx')
  })

  it('cut short, empty, and no workbook at all', async () => {
    const bytes = await workbook([['a'], ['b']])
    for (let length = 2; length < bytes.byteLength; length += 97)
      expect(await refusalOf(bytes.slice(0, length))).not.toBe('read')
    expect(await refusalOf(zipSync({ 'a.txt': strToU8('a') }))).toContain('不是 Excel')
    expect(await refusalOf(archive({ 'a.xml': strToU8('<a') }))).toContain('不是 Excel')
  })

  it('with any byte changed is read or refused, and never breaks', { timeout: 60_000 }, async () => {
    const bytes = await workbook([
      ['编号', '名称'],
      ['a', '校本研修'],
    ])
    for (let at = 0; at < bytes.byteLength; at += 7) {
      const damaged = bytes.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      const read = await readWorkbook(damaged)
      if (!read.ok) expect(read.refusal.code).toBe('workbook-refused')
    }
  })
})
