import { Agent, request } from 'node:http'
import { cpuOf } from './workerd-cpu.ts'

export type Shot = { method: string; path: string; headers: Record<string, string>; body?: string }
/** Somebody who answers: an address, the process that does the work, and the requests to send one after another. */
export type Target = { url: string; pid: number | undefined; next(): Shot; status: number }
/** `cpu`: microseconds of the process per answered request, null where it cannot be read. */
export type Round = { perSecond: number; cpu: number | null }

const CONNECTIONS = 8

/** Sends one request and answers its milliseconds; any other status than the expected one is thrown. */
function fire(target: Target, agent: Agent): Promise<number> {
  const { method, path, headers, body } = target.next()
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(target.url + path, { method, headers, agent }, (response) => {
      let text = ''
      response.on('data', (part: Buffer) => {
        if (response.statusCode !== target.status) text += String(part)
      })
      response.on('end', () => {
        if (response.statusCode === target.status) resolve(performance.now() - begun)
        else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function newAgent(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 64 })
}

/** Keeps eight connections busy for a while. */
export async function shoot(target: Target, milliseconds: number): Promise<Round> {
  const agent = newAgent()
  const cpuBefore = cpuOf(target.pid)
  const begun = performance.now()
  let answered = 0
  const connection = async () => {
    while (performance.now() - begun < milliseconds) {
      await fire(target, agent)
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  const seconds = (performance.now() - begun) / 1000
  const cpuAfter = cpuOf(target.pid)
  agent.destroy()
  const cpu = cpuBefore === null || cpuAfter === null ? null : ((cpuAfter - cpuBefore) * 1000) / answered
  return { perSecond: answered / seconds, cpu }
}

/** Sends at a fixed pace, whether answers come or not; answers every request's milliseconds. */
export async function pace(target: Target, perSecond: number, milliseconds: number): Promise<number[]> {
  const agent = newAgent()
  const times: Promise<number>[] = []
  const begun = performance.now()
  const count = Math.round((perSecond * milliseconds) / 1000)
  for (let n = 0; n < count; n++) {
    const wait = begun + (n * 1000) / perSecond - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    times.push(fire(target, agent))
  }
  const all = await Promise.all(times)
  agent.destroy()
  return all
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
