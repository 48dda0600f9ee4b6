import { DEMO_CLOCK } from '@shixun/db/directory/clock'
import type { ApiClient } from '../local/api-client.ts'
import { apiClient, signIn } from '../local/api-client.ts'
import type { Constellation } from '../local/constellation.ts'
import { DEMO_PASSWORD, type DemoDistrict } from './accounts.ts'

/** One district of the demonstration on its way through the year: who acts, and what stands so far. */
export type Stage = {
  district: DemoDistrict
  index: number
  base: string
  as(login: string): Promise<ApiClient>
  schools: { id: string; name: string }[]
  experts: string[]
  reviewRubric: string
  completionRubric: string
}

export type Named = { id: string; version: number; state: string; title: string }

/** Signed-in clients of a district, each signed in once. */
export function actors(url: string, district: DemoDistrict): (login: string) => Promise<ApiClient> {
  const known = new Map<string, Promise<ApiClient>>()
  return (login) => {
    const client = known.get(login) ?? signIn(url, `${district.slug}.${login}`, DEMO_PASSWORD)
    known.set(login, client)
    return client
  }
}

/** Sets the clock back to where the year begins; from then on it only moves forward. */
export async function startClock(c: Constellation, now: string): Promise<void> {
  const directory = await c.database('gateway', 'DIRECTORY')
  const offset = String(Date.parse(now) - Date.now())
  await directory.batch([
    directory.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)').bind(DEMO_CLOCK, offset),
  ])
}

/** Moves the demonstration's clock forward, as a visitor would. */
export async function moveClock(c: Pick<Constellation, 'url'>, now: string): Promise<void> {
  await apiClient(c.url, null).must('/api/demo/clock', { now })
}

/** Lets the jobs run until what waits has been carried. */
export async function settle(c: Constellation, rounds = 1): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await c.tick()
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
}

/** Runs the same work for several districts side by side. */
export function each<T>(stages: readonly Stage[], work: (stage: Stage) => Promise<T>): Promise<T[]> {
  return Promise.all(stages.map(work))
}
