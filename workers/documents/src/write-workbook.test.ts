import { byteStream } from '@shixun/http/byte-stream'
import type { WrittenCell, WrittenSheet } from '@shixun/http/documents'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from './read-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

const AT = Date.parse('2026-11-21T01:30:00.000Z')
const SHEET: WrittenSheet = {
  format: 'xlsx',
  name: '申报/初审[1]',
  columns: [
    { title: '编号', required: true, width: 20 },
    { title: '金额', as: 'decimal' },
    { title: '名次', as: 'number' },
    { title: '结果', choices: ['通过', '修改', '重大修改', '不通过'] },
  ],
}

async function* lines(rows: Iterable<readonly WrittenCell[]>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const row of rows) yield new TextEncoder().encode(`${JSON.stringify(row)}\n`)
}

async function written(rows: readonly (readonly WrittenCell[])[], sheet: Partial<WrittenSheet> = {}) {
  const stream = writeWorkbook({ ...SHEET, ...sheet }, byteStream(lines(rows)), AT)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function partsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

describe('a workbook', () => {
  it('comes back as it went in, formulas as text and long digits whole', async () => {
    const rows = [
      ['=1+1', 0.5, 1, '@SUM(A1)'],
      ['410105199001011234', -12.34, null, '两行\n<b>&"文字" _x000A_ '],
      ['', null, 20_000, "'引号"],
    ]
    const read = await readWorkbook(await written(rows))
    expect(read).toEqual({
      ok: true,
      value: {
        sheets: [
          {
            name: '申报 初审 1',
            notes: [],
            rows: [
              ['编号', '金额', '名次', '结果'],
              ['=1+1', 0.5, 1, '@SUM(A1)'],
              ['410105199001011234', -12.34, null, '两行\n<b>&"文字" _x000A_ '],
              [null, null, 20_000, "'引号"],
            ],
          },
        ],
      },
    })
  })

  it('holds no formula element, keeps empty cells of text columns as text, and offers the choices', async () => {
    const parts = await partsOf(await written([['=HYPERLINK("http://x")', 1, 2, '+1']]))
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).not.toMatch(/<f[\s>]/)
    expect(sheet).toContain('<col min="1" max="1" width="20" style="3" customWidth="1"/>')
    expect(sheet).toContain('<formula1>"通过,修改,重大修改,不通过"</formula1>')
    expect(sheet).toContain('sqref="D2:D20001"')
    expect(parts['xl/styles.xml']).toContain('<xf numFmtId="49"')
  })

  it('has a second sheet of instructions when there are any', async () => {
    const read = await readWorkbook(await written([['a', 1, 2, '通过']], { instructions: ['第一步', '第二步'] }))
    expect(read.ok && read.value.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['申报 初审 1', 2],
      ['填写说明', 2],
    ])
  })

  it('drops what XML cannot hold and cuts a cell at 32,767 characters', async () => {
    const read = await readWorkbook(await written([['a\u0000\u000bb\ud800', null, null, '长'.repeat(40_000)]]))
    const [, row] = read.ok ? (read.value.sheets[0]?.rows ?? []) : []
    expect(row?.[0]).toBe('ab\ufffd')
    expect(String(row?.[3]).length).toBe(32_767)
    expect(String(row?.[3]).endsWith('长…')).toBe(true)
  })

  it('refuses a list of choices that no spreadsheet takes', async () => {
    const columns = [{ title: '岗位', choices: Array.from({ length: 90 }, (_, n) => `岗${n}`) }]
    await expect(written([], { columns })).rejects.toThrow('岗位')
  })

  it('is written while the rows come: the first bytes leave long before the last row is asked for', async () => {
    let asked = 0
    function* many() {
      for (; asked < 50_000; asked++) yield [`编号${Math.random()}`, asked, asked, Math.random().toString(36)]
    }
    const reader = writeWorkbook(SHEET, byteStream(lines(many())), AT).getReader()
    let bytes = 0
    let early = 0
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes += next.value.byteLength
      if (bytes > 50_000 && early === 0) early = asked
    }
    expect(early).toBeGreaterThan(0)
    expect(early).toBeLessThan(5000)
    expect(asked).toBe(50_000)
  })
})

describe('a CSV', () => {
  it('begins with the mark Excel needs and neutralises what a spreadsheet would work out', async () => {
    const bytes = await written(
      [
        ['=1+1', -5, 3, '+86'],
        ['@a', 1.5, null, '逗号,"引号"'],
      ],
      { format: 'csv' },
    )
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe(
      '编号,金额,名次,结果\r\n\'=1+1,-5,3,\'+86\r\n\'@a,1.5,,"逗号,""引号"""',
    )
  })

  it('comes back with the signs it went out with', async () => {
    const read = await readWorkbook(await written([['=1+1', -5, 3, '\t制表']], { format: 'csv' }))
    expect(read.ok && read.value.sheets[0]?.rows[1]).toEqual(['=1+1', '-5', '3', '\t制表'])
  })
})
