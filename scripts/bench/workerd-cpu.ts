import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of a second in /proc, fixed by the kernel's interface (man 5 proc). */
const TICKS = 100

/** The workerd processes that this process has started. Empty where there is no /proc. */
export function workerds(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        const fields = statOf(pid)
        return fields?.name === 'workerd' && fields.parent === process.pid
      })
      .map(Number)
  } catch {
    return []
  }
}

function statOf(pid: string): { name: string; parent: number; ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
    const rest = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { name, parent: Number(rest[1]), ticks: Number(rest[11]) + Number(rest[12]) }
  } catch {
    return null
  }
}

/** Milliseconds of CPU (utime + stime) that a process has used, or null where that cannot be read. */
export function cpuOf(pid: number | undefined): number | null {
  const fields = pid === undefined ? null : statOf(String(pid))
  return fields ? (fields.ticks * 1000) / TICKS : null
}
