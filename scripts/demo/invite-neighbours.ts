import type { Constellation } from '../local/constellation.ts'
import { type Stage, settle } from './stage.ts'

type Items<T> = { items: T[] }
type Cohort = { id: string; version: number; rules: Record<string, unknown> }
type Proposal = { teacherId: string; problem: string | null }

/** A bureau opens the cohort that takes nominations to guests and gives a neighbour places in it. */
async function invite(host: Stage, guest: Stage): Promise<void> {
  const office = await host.as('office')
  const { body } = await office.get<Items<Cohort>>(`${host.base}/cohorts?state=nominating&limit=1`)
  const path = `${host.base}/cohorts/${body.items[0]?.id}`
  const { body: cohort } = await office.get<Cohort>(path)
  const rules = { ...cohort.rules, guests: true }
  await office.send('PATCH', path, { rules }, { 'if-match': `"${cohort.version}"` })
  const { slug, name } = guest.district
  const message = '欢迎邻区骨干教师参加，食宿由我局统一安排。'
  await office.must(`${path}/offers`, { receivers: [{ slug, name, places: 4 }], message })
}

/** The neighbour's schools propose; its office sends some of them and leaves one to be looked at. */
async function answer(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const { body } = await office.get<Items<{ id: string }>>(`${stage.base}/offers?state=open`)
  const path = `${stage.base}/offers/${body.items[0]?.id}`
  const { body: roster } = await office.get<Items<{ id: string }>>(`${stage.base}/teachers?limit=12`)
  const all = roster.items.map(({ id }) => id)
  const weighed = await office.must<{ proposals: Proposal[] }>(`${path}/guests`, { teacherIds: all, dryRun: true })
  const fit = weighed.proposals.filter(({ problem }) => problem === null).map(({ teacherId }) => teacherId)
  await office.must(`${path}/guests`, { teacherIds: fit.slice(0, 3) })
  const waiver = '本区课程已与学校协调补课。'
  await office.must(`${path}/sendings`, { teacherIds: fit.slice(0, 2), waiver })
}

/** 跨局名额: one county invites another, whose teachers are on their way. */
export async function inviteNeighbours(c: Constellation, host: Stage, guest: Stage): Promise<void> {
  await invite(host, guest)
  await settle(c)
  await answer(guest)
  await settle(c)
}
