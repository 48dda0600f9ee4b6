import { expect } from '@playwright/test'
import { CITY, COUNTIES } from '../../scripts/demo/accounts.ts'
import { screenNominations } from '../../scripts/demo/curate-listings.ts'
import { openCall } from '../../scripts/demo/declare-projects.ts'
import { foundDistrict } from '../../scripts/demo/found-districts.ts'
import { approveAll, rankAndPublish, review } from '../../scripts/demo/review-projects.ts'
import { moveClock, type Stage } from '../../scripts/demo/stage.ts'

/** 郑州市, a city that curates: signed up, staffed, with a call for flagships open. */
export async function foundCity(url: string): Promise<{ city: Stage; call: string }> {
  const city = await foundDistrict({ url }, CITY, 3)
  const call = await openCall(city, {
    kind: 'flagship',
    level: 'city',
    title: '2026 年郑州市精品培训项目推荐',
    opensAt: '2026-03-02T00:00:00.000Z',
    closesAt: '2026-12-20T15:59:59.000Z',
    quota: 5,
  })
  return { city, call }
}

/** 巩义市, with its schools and people. */
export async function foundGongyi(url: string): Promise<void> {
  const [, gongyi] = COUNTIES
  if (gongyi) await foundDistrict({ url }, gongyi, 1)
}

/** The city screens, reviews and ranks what was nominated, and its notice stands: steps that a county took at the screen. */
export async function reviewNominations({ city, call }: { city: Stage; call: string }): Promise<string[]> {
  const arrived = await screenNominations(city)
  return rankAndPublish(city, await review(city, call), call, '2026 年郑州市精品培训项目公示', arrived)
}

/** The term of the city's notice is over, the jobs conclude it, and what stood in it is approved. */
export async function approveNominations(url: string, city: Stage, ids: readonly string[], now: string): Promise<void> {
  await moveClock({ url }, now)
  const office = await city.as('office')
  const concluded = async () => {
    const { body } = await office.get<{ items: { state: string }[] }>(`${city.base}/notices`)
    return body.items.map(({ state }) => state)
  }
  await expect.poll(concluded, { timeout: 20_000 }).toEqual(['concluded'])
  await approveAll(city, ids)
}
