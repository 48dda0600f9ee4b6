import type { Route, Sheet } from '@shixun/contract/route'
import { Paging } from '@shixun/contract/shapes'
import { ok, refuse } from '@shixun/domain/shared/result'
import { describe, expect, it } from 'vitest'
import { attachmentDisposition } from './attachment-disposition.ts'
import type { WrittenSheet } from './documents.ts'
import { type ExportRecord, exportList } from './export-list.ts'
import { nextLink } from './page-link.ts'
import type { Scene, Verdict } from './scene.ts'
import { sheetCell } from './sheet-cells.ts'

const SHEET: Sheet = {
  title: '申报',
  columns: [
    { key: 'no', title: '编号' },
    { key: 'state', title: '状态', words: { draft: '草稿' } },
  ],
}
const ROUTE: Route = {
  id: 'listThings',
  part: 'calls',
  worker: 'district',
  method: 'GET',
  path: '/api/things',
  may: 'signed-in',
  summary: '',
  query: Paging,
  out: null,
  status: 200,
  refusals: [],
}
const scene = { now: '2026-11-21T16:30:00.000Z', passage: { district: { name: '金水区教育局' } } } as Scene<null>

/** Exports a list of `total` things whose pages come by keyset, and tells what was asked and written. */
async function exported(total: number, more: { sheet?: Partial<Sheet>; query?: object; failAt?: number } = {}) {
  const asked: number[] = []
  const journal: ExportRecord[] = []
  let written: { sheet: WrittenSheet; rows: unknown[] } | null = null
  const raw = new Request('http://x/api/things?format=xlsx&limit=20')
  const verdict = await exportList<null>(
    {
      route: ROUTE,
      sheet: { ...SHEET, ...more.sheet },
      run: async (_, { query }): Promise<Verdict> => {
        const from = Number(query['after'] ?? 0)
        const limit = Number(query['limit'])
        asked.push(from)
        if (asked.length === more.failAt) return refuse({ code: 'unavailable' })
        const items = Array.from({ length: Math.min(limit, total - from) }, (__, n) => ({
          no: from + n,
          state: 'draft',
        }))
        return ok({ body: { items, next: nextLink(raw, from + limit < total ? String(from + limit) : null) } })
      },
    },
    scene,
    { params: {}, query: { format: 'xlsx', limit: 20, ...more.query }, body: undefined, raw },
    {
      workbooks: {
        write: async (sheet, rows) => {
          const text = await new Response(rows).text()
          written = {
            sheet,
            rows: text
              .split('\n')
              .slice(0, -1)
              .map((line) => JSON.parse(line)),
          }
          return new Response('file').body as ReadableStream<Uint8Array>
        },
      },
      journal: async (__, record) => {
        journal.push(record)
        return null
      },
    },
  )
  return { verdict, asked, journal, written: written as { sheet: WrittenSheet; rows: unknown[] } | null }
}

describe('an export', () => {
  it('holds every row of every page, in order, as people read it', async () => {
    const { verdict, asked, written } = await exported(5000)
    expect(asked).toEqual([0, 1000, 2000, 3000, 4000])
    expect(written?.rows.length).toBe(5000)
    expect(written?.rows[4999]).toEqual([4999, '草稿'])
    const answer = verdict.ok ? (verdict.value as Response) : null
    expect(answer?.headers.get('cache-control')).toBe('no-store')
    // the day in China, not in Greenwich
    expect(decodeURIComponent(answer?.headers.get('content-disposition') ?? '')).toContain(
      "filename*=UTF-8''金水区教育局-申报-2026-11-22.xlsx",
    )
  })

  it('of an empty list has a head and no rows', async () => {
    const { verdict, written } = await exported(0)
    expect(verdict.ok).toBe(true)
    expect(written).toMatchObject({ sheet: { columns: [{ title: '编号' }, { title: '状态' }] }, rows: [] })
  })

  it('takes 20,000 rows and refuses one more before the first byte', async () => {
    expect((await exported(20_000)).written?.rows.length).toBe(20_000)
    const { verdict, written, asked } = await exported(20_001)
    expect(verdict).toEqual({ ok: false, refusal: { code: 'too-many-rows', facts: { limit: 20_000 } } })
    expect(written).toBeNull()
    expect(asked.length).toBe(20)
  })

  it('that fails half way is a refusal and no file', async () => {
    const { verdict, written } = await exported(5000, { failAt: 3 })
    expect(verdict).toEqual({ ok: false, refusal: { code: 'unavailable' } })
    expect(written).toBeNull()
  })

  it('of a personal list asks for a purpose and leaves a record before it is written', async () => {
    const refused = await exported(3, { sheet: { personal: true } })
    expect(refused.verdict).toMatchObject({ refusal: { fields: [{ pointer: '/purpose', problem: 'required' }] } })
    expect(refused.asked).toEqual([])
    const { journal, verdict } = await exported(3, {
      sheet: { personal: true },
      query: { purpose: '核对名册', q: '张' },
    })
    expect(verdict.ok).toBe(true)
    expect(journal).toEqual([{ list: 'listThings', rows: 3, purpose: '核对名册', filters: { q: '张' } }])
  })
})

describe('a cell', () => {
  const item = {
    at: '2026-04-10T15:59:00.000Z',
    fen: 123_456,
    none: null,
    on: false,
    levels: ['city', 'district'],
    memberships: [
      { role: 'office', unit: null },
      { role: 'teacher', unit: '一小' },
    ],
    empty: [],
  }
  const title = ''
  it.each([
    [{ key: 'at', as: 'instant' }, '2026-04-10 23:59'],
    [{ key: 'fen', as: 'money' }, 1234.56],
    [{ key: 'fen', as: 'number' }, 123_456],
    [{ key: 'none' }, null],
    [{ key: 'none', as: 'yesno' }, null],
    [{ key: 'on', as: 'yesno' }, '否'],
    [{ key: 'levels', as: 'list', words: { city: '市级' } }, '市级、district'],
    [{ key: 'memberships.role', as: 'list', words: { office: '师训科', teacher: '教师' } }, '师训科、教师'],
    [{ key: 'memberships.unit', as: 'list' }, '一小'],
    [{ key: 'empty', as: 'list' }, null],
    [{ key: 'not.there' }, null],
  ] as const)('%j', (column, shown) => {
    expect(sheetCell(item, { title, ...column })).toBe(shown)
  })
})

it('names a download in ASCII and in UTF-8', () => {
  expect(attachmentDisposition("申报 (1)'.xlsx")).toBe(
    'attachment; filename="file.xlsx"; filename*=UTF-8\'\'%E7%94%B3%E6%8A%A5%20%281%29%27.xlsx',
  )
})
