import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import type { Ask, Reply, TestDistrict } from '../../../../packages/testkit/src/test-district.ts'
import { readWorkbook } from '../../../documents/src/read-workbook.ts'

/** The code of a school of Henan. */
export const code = (serial: number): string => `2141${String(serial).padStart(6, '0')}`
export const number = (serial: number, birth = '1985-06-01'): string => makeIdentityNumber('410105', birth, serial)

/** A row of the template at the first school. */
export const cells = (serial: number, given: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: `教师${serial}`,
  document: number(serial % 1000, serial < 1000 ? '1985-06-01' : '1986-06-01'),
  schoolCode: code(1),
  phase: '小学',
  subject: '语文',
  ...given,
})

/** The address of an import that was begun. */
export async function beginImport(ask: Ask, total: number): Promise<string> {
  const made = await ask('POST', 'roster-imports', { fileName: '教师.xlsx', fingerprint: 'f', total })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  return `roster-imports/${made.body['id']}`
}

/** An import with all of its rows staged, 500 a request. */
export async function stageAll(ask: Ask, rows: Record<string, unknown>[]): Promise<{ path: string; last: Reply }> {
  const path = await beginImport(ask, rows.length)
  let last: Reply | undefined
  for (let from = 0; from < rows.length; from += 500)
    last = await ask('POST', `${path}/rows`, {
      from: from + 1,
      rows: rows.slice(from, from + 500).map((one, n) => ({ line: from + n + 2, cells: one })),
    })
  if (!last) throw new Error('no rows')
  return { path, last }
}

export async function stepThrough(ask: Ask, path: string): Promise<Reply> {
  for (;;) {
    const reply = await ask('POST', `${path}/steps`, {})
    if (!(reply.body['actions'] as string[]).includes('step')) return reply
  }
}

/** The body of a teacher written by hand; the school is given. */
export const newTeacher = (serial: number, given: Record<string, unknown>): Record<string, unknown> => ({
  name: `教师${serial}`,
  documentType: 'resident-identity-card',
  document: number(serial),
  certificate: '20124101032001234',
  phone: '13800000001',
  phase: 'primary',
  subject: '语文',
  title: null,
  posts: [],
  entryDate: '2010-09-01',
  education: null,
  heldPosts: [],
  leaves: [],
  frontLine: true,
  ...given,
})

/** Eight confirmed hours in the ledger of a teacher. */
export async function enterHours(house: TestDistrict, given: Record<string, unknown>): Promise<void> {
  const row = {
    state: 'confirmed',
    date: '2026-03-01',
    minutes: 480,
    channel: 'online',
    level: 'district',
    ...{ module: '', category: '', activity: '', project_id: '', provider_id: '' },
    title: '班主任培训',
    provider_name: '郑州师范学院',
    accredited: 1,
    source: 'outside',
    batch: given['id'],
    version: 1,
    created_at: '2026-03-02T00:00:00.000Z',
    ...given,
  }
  const columns = Object.keys(row)
  const holes = columns.map(() => '?').join(', ')
  await house.run(`INSERT INTO ledger_entries (${columns.join(', ')}) VALUES (${holes})`, ...Object.values(row))
}

/** The rows of the first sheet of a workbook that the office downloads. */
export async function fileRows(house: TestDistrict, path: string): Promise<unknown[][]> {
  const { bytes } = await house.file('office', path)
  const read = await readWorkbook(bytes)
  return read.ok ? ((read.value.sheets[0]?.rows ?? []) as unknown[][]) : []
}
