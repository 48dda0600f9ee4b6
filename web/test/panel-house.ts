import type { Browser, Page } from '@playwright/test'
import type { Role } from '../../packages/domain/src/identity/role.ts'
import { expertLeaves, type Rubric } from '../../packages/domain/src/quality/rubrics/rubric.ts'
import { insertRows, type OwnHouse, raiseOwnHouse } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { type Ask, asker } from './scoring-house.ts'

type Actor = { id: string; name: string; ask: Ask; arrive(browser: Browser, width?: number): Promise<Page> }

/** A bureau whose call has screened applications, and a library of experts, one of whom serves at the school. */
export type PanelHouse = {
  house: OwnHouse
  office: Actor
  raters: Actor[]
  /** An expert declares, scores `off` hundredths below full marks on each criterion, and hands in. */
  score(rater: Actor, sheetId: string, off: number): Promise<void>
}

export async function raisePanelHouse(experts: readonly string[], titles: readonly string[]): Promise<PanelHouse> {
  const house = await raiseOwnHouse()
  const district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const rubric = sample.rubric('review', 'published')
  const unit = sample.school('育才小学', 1)
  const people = experts.map((name) => ({ ...sample.expert(name), subjects: ['班主任'], phases: ['primary'] }))
  await insertRows(district.tenant, 'rubrics', [rubric])
  await insertRows(district.tenant, 'schools', [unit])
  await insertRows(district.tenant, 'experts', people)
  await insertRows(district.tenant, 'experts', [{ ...sample.expert('在编评委'), school_id: unit.id }])
  const actor = async (role: Role, id: string | null, name = ''): Promise<Actor> => {
    const { token } = await house.session({ role, district, unit: id })
    return {
      id: id ?? '',
      name,
      ask: asker(`${house.url}/api/districts/${district.ref.slug}`, token),
      async arrive(browser, width = 1366) {
        const context = await browser.newContext({ baseURL: house.url, viewport: { width, height: 768 } })
        await context.addCookies([{ name: 'sid', value: token, url: house.url }])
        return context.newPage()
      },
    }
  }
  const office = await actor('office', null)
  const school = await actor('school_admin', unit.id)
  const raters = await Promise.all(people.map(({ id }, at) => actor('expert', id, experts[at])))
  const call = sample.call(rubric.id, {
    title: '2026 年校本研修',
    review: { blindness: 'double', method: 'mean', expertsPerItem: 2, quota: 1 },
  })
  await insertRows(district.tenant, 'calls', [call])
  await insertRows(district.tenant, 'call_forms', [sample.callForm(call)])
  for (const title of titles) {
    const draft = { callId: call.id, title, values: sample.VALUES }
    const { id } = await school.ask<{ id: string }>('POST', '/applications', draft)
    await school.ask('POST', `/applications/${id}/actions/submit`, {})
    await office.ask('POST', `/applications/${id}/actions/screen`, {})
  }
  const leaves = expertLeaves(rubric['body'] as Rubric)
  return {
    house,
    office,
    raters,
    async score(rater, sheetId, off) {
      const path = `/scoresheets/${sheetId}`
      const { version } = await rater.ask<{ version: number }>('POST', `${path}/actions/declare`, {})
      const scores = Object.fromEntries(leaves.map(({ key, max }) => [key, max - off]))
      await rater.ask('PATCH', path, { scores, comment: '设计扎实。' }, version)
      await rater.ask('POST', `${path}/actions/submit`, {})
    },
  }
}
