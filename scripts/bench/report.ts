import type { Growth } from './growth.ts'
import type { Cost } from './metered.ts'
import type { Comparison } from './ratios.ts'
import type { Sizes } from './sizes.ts'

/** Everything one run found. `session` are the rows that every signed-in request reads to know who asks. */
export type Report = {
  at: string
  machine: { node: string; cores: number; processor: string; load: number[] }
  quick: boolean
  counts: Record<string, Cost>
  session: number
  growth: Growth
  ratios: Comparison[]
  sizes: Sizes
  seconds: number
}

export const NOT_SHOWN = [
  'no network: a round trip to a distant colo is 50–250 ms of a real user; here it is a hop inside one process',
  'no production D1: rows are counted the same way, but times, stalls and retries are not those of Cloudflare',
  'work behind a service binding (founding a district, the shelf of an adoption) has a meter of its own and is not in the counts',
  'the demonstration clock is one row of every look-up that production does not read',
  'times on a shared machine are noise: only counts, growth and ratios of interleaved rounds mean anything',
]

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  ')
  return cells.map((row) => `  ${line(row)}`).join('\n')
}

function countTable(counts: Record<string, Cost>): string {
  return table(
    ['route', 'trips', 'rows read', 'rows written', 'bytes'],
    Object.entries(counts).map(([name, { trips, rows, written, bytes }]) => [name, trips, rows, written, bytes]),
  )
}

function growthTable({ growth, session }: Report): string {
  const sizes = Object.keys(Object.values(growth)[0] ?? {})
  const rows = Object.entries(growth).map(([name, costs]) => {
    const read = sizes.map((size) => costs[size]?.rows ?? '—')
    const last = costs[sizes.at(-1) ?? '']
    return [name, ...read, last?.trips ?? '—', last?.bytes ?? '—']
  })
  return `  rows read, ${session} of them by the look-up of a session\n${table(['what', ...sizes, 'trips', 'bytes'], rows)}`
}

function figures(values: Record<string, number | null>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value === null ? '—' : Math.round(value * 100) / 100}`)
    .join(', ')
}

function ratioList(ratios: readonly Comparison[]): string {
  return ratios
    .map(({ name, ratio, cpuRatio, goal, met, product, anchor }) =>
      [
        `  ${name}`,
        `    ${ratio.toFixed(2)}   goal ${goal}: ${met ? 'met' : 'MISSED'}${cpuRatio === null ? '' : `; by CPU ${cpuRatio.toFixed(2)}`}`,
        `    here: ${figures(product)}`,
        `    against: ${figures(anchor)}`,
      ].join('\n'),
    )
    .join('\n')
}

function sizeTable({ workers, web }: Sizes): string {
  const rows = [...Object.entries(workers).map(([name, size]) => [`worker ${name}`, size] as const)]
  const routes = Object.entries(web ?? {}).map(([name, size]) => [`web ${name}`, size] as const)
  const missing = web === null ? '\n  web/dist is not built: npm run build shows the routes of the client' : ''
  return `${table(['KiB after gzip', 'size'], [...rows, ...routes])}${missing}`
}

/** The report as a person reads it. */
export function printed(report: Report): string {
  const { machine, counts, ratios, sizes } = report
  const parts: [string, string][] = [
    ['What each route costs (a small year, warm isolate)', countTable(counts)],
    ['Growth: the same question at more rows', growthTable(report)],
    ['Ratios (medians of interleaved rounds)', ratioList(ratios)],
    ['Sizes', sizeTable(sizes)],
    ['What this does not show', NOT_SHOWN.map((line) => `  - ${line}`).join('\n')],
  ]
  const head = `node ${machine.node}, ${machine.cores} × ${machine.processor}, load ${machine.load.map((n) => n.toFixed(1)).join(' ')}${report.quick ? ', quick' : ''}, ${report.seconds.toFixed(0)} s`
  return `${head}\n\n${parts.map(([title, text]) => `${title}\n${text}`).join('\n\n')}\n`
}
