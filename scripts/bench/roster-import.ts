import { readFileSync } from 'node:fs'
import { ROUTES } from '@shixun/contract/routes'
import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import type { Bureau, House } from './house.ts'
import { ask } from './metered.ts'
import type { Comparison } from './ratios.ts'

const CHUNK = 500
/** Resident memory of the process, its SQLite included, at twenty thousand rows may be so many times that at five thousand. */
const MOST = 1.5

type Figures = { rows: number; seconds: number; tripsPer1000: number; writtenPer1000: number; peakMb: number | null }

/** Resident memory of a process in MB, or null where there is no /proc. */
function residentMb(pid: number | undefined): number | null {
  try {
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb === undefined ? null : Number(kb) / 1024
  } catch {
    return null
  }
}

function rowOf(n: number) {
  const birth = new Date(Date.UTC(1960, 0, 1) + Math.floor(n / 900) * 86_400_000).toISOString().slice(0, 10)
  return {
    line: n + 2,
    cells: {
      name: `教师${n}`,
      document: makeIdentityNumber('410105', birth, n % 900),
      schoolCode: '2141000001',
      phase: '小学',
      subject: '语文',
      title: '一级教师',
      posts: '班主任（2021-09-01 至今）、教研组长',
      entryDate: '2010-09-01',
      phone: '13800000000',
    },
  }
}

/** An import of so many teachers from the first row to the last, and the most memory that was seen in between. */
async function importRows(house: House, bureau: Bureau, rows: number, pid: number | undefined): Promise<Figures> {
  const office = { as: await house.session({ role: 'office', bureau }) }
  const at = { district: bureau.ref.slug }
  const body = { code: '2141000001', name: '第一小学', area: 'urban' as const, phase: 'primary' as const }
  await ask(house.url, ROUTES.createSchool, { ...office, params: at, body })
  const began = performance.now()
  let [trips, written, peak] = [0, 0, residentMb(pid)]
  const counted = async <T>(asked: Promise<{ body: T; cost: { trips: number; written: number } }>): Promise<T> => {
    const { body: answer, cost } = await asked
    trips += cost.trips
    written += cost.written
    const now = residentMb(pid)
    peak = now === null || peak === null ? null : Math.max(peak, now)
    return answer
  }
  const file = { fileName: '教师.xlsx', fingerprint: 'f', total: rows }
  const made = await counted(ask(house.url, ROUTES.createRosterImport, { ...office, params: at, body: file }))
  const params = { ...at, id: made.id }
  for (let from = 0; from < rows; from += CHUNK) {
    const chunk = Array.from({ length: Math.min(CHUNK, rows - from) }, (_, n) => rowOf(from + n))
    await counted(ask(house.url, ROUTES.stageRosterRows, { ...office, params, body: { from: from + 1, rows: chunk } }))
  }
  let now = await counted(ask(house.url, ROUTES.applyRosterImport, { ...office, params, body: {} }))
  while (now.state === 'applying')
    now = await counted(ask(house.url, ROUTES.stepRosterImport, { ...office, params, body: {} }))
  if (now.applied !== rows) throw new Error(`${now.applied} of ${rows} rows were written`)
  return {
    rows,
    seconds: (performance.now() - began) / 1000,
    tripsPer1000: (trips * 1000) / rows,
    writtenPer1000: (written * 1000) / rows,
    peakMb: peak,
  }
}

/** 20,000 teachers imported against 5,000: memory stays flat, whatever the number of rows. */
export async function importRatio(house: House, pid: number | undefined): Promise<Comparison> {
  const found = (slug: string, division: string) => house.found({ slug, name: slug, kind: 'county', division })
  const few = await importRows(house, await found('import-few', '410102'), 5000, pid)
  const many = await importRows(house, await found('import-many', '410103'), 20_000, pid)
  const ratio = few.peakMb === null || many.peakMb === null ? Number.NaN : many.peakMb / few.peakMb
  return {
    name: 'memory of an import of 20,000 teachers over one of 5,000',
    goal: `≤ ${MOST}`,
    better: 'lower',
    ratio,
    cpuRatio: null,
    met: ratio <= MOST,
    product: many,
    anchor: few,
  }
}
