import type { StoredPage } from '@shixun/db/province/feed'

const COLUMNS = [
  'province_seq',
  'district',
  'division',
  'district_name',
  'page',
  'epoch',
  'seq',
  'type',
  'dataset',
  'period',
  'dims',
  'n',
  'value',
  'status',
  'rev',
] as const

/** A cell that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV injection). */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The lines of pages as CSV (RFC 4180), for reading in a spreadsheet; what is signed are the lines of the JSON form. */
export function feedCsv(pages: readonly StoredPage[]): string {
  const rows = pages.flatMap((page) =>
    page.lines
      .trimEnd()
      .split('\n')
      .map((text) => {
        const line = JSON.parse(text)
        const origin = [page.seq, page.district, page.division, page.districtName, page.page]
        return [...origin, ...COLUMNS.slice(origin.length).map((column) => line[column])].map(cell).join(',')
      }),
  )
  return `\uFEFF${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`
}
