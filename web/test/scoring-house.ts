import type { Browser, Page } from '@playwright/test'
import type { Role } from '../../packages/domain/src/identity/role.ts'
import { insertRows, type OwnHouse, raiseOwnHouse } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'

export type Ask = <B = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  seen?: number,
) => Promise<B>

/** Somebody who acts: by the API, or at a browser of their own. */
export type Actor = { id: string; ask: Ask; arrive(browser: Browser): Promise<Page> }
type Sheet = { id: string; expertId: string; state: string }

/** A bureau with one school, two applications and two experts who have them both to score. */
export type ScoringHouse = {
  house: OwnHouse
  office: Actor
  school: Actor
  raters: [Actor, Actor]
  panel: { id: string; sheets: Sheet[] }
}

export function asker(url: string, token: string): Ask {
  return async (method, path, body, seen) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        cookie: `sid=${token}`,
        'content-type': 'application/json',
        ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (response.status >= 300) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return JSON.parse(text)
  }
}

/** `experts` are their names, `titles` those of the applications. */
export async function raiseScoringHouse(experts: [string, string], titles: readonly string[]): Promise<ScoringHouse> {
  const house = await raiseOwnHouse()
  const district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const rubric = sample.rubric('review', 'published')
  const unit = sample.school('育才小学', 1)
  const people = experts.map((name) => sample.expert(name))
  await insertRows(district.tenant, 'rubrics', [rubric])
  await insertRows(district.tenant, 'schools', [unit])
  await insertRows(district.tenant, 'experts', people)
  const actor = async (role: Role, id: string | null): Promise<Actor> => {
    const { token } = await house.session({ role, district, unit: id })
    return {
      id: id ?? '',
      ask: asker(`${house.url}/api/districts/${district.ref.slug}`, token),
      async arrive(browser) {
        const context = await browser.newContext({ baseURL: house.url })
        await context.addCookies([{ name: 'sid', value: token, url: house.url }])
        return context.newPage()
      },
    }
  }
  const office = await actor('office', null)
  const school = await actor('school_admin', unit.id)
  const [first, second] = await Promise.all(people.map(({ id }) => actor('expert', id)))
  if (!first || !second) throw new Error('two experts are needed')
  const { id: callId } = await office.ask<{ id: string }>('POST', '/calls', {
    kind: 'training_project',
    level: 'district',
    year: 2026,
    title: '2026 年校本研修项目',
    guidance: '',
    form: sample.FORM,
    rubricId: rubric.id,
    opensAt: '2020-01-01T00:00:00.000Z',
    closesAt: '2099-12-31T00:00:00.000Z',
    quotaPerUnit: 10,
    unitKinds: ['school'],
    review: { blindness: 'double', method: 'mean', expertsPerItem: 2, quota: 1 },
    noticeDays: 5,
  })
  await office.ask('POST', `/calls/${callId}/actions/open`, {})
  for (const title of titles) {
    const { id } = await school.ask<{ id: string }>('POST', '/applications', { callId, title, values: sample.VALUES })
    await school.ask('POST', `/applications/${id}/actions/submit`, {})
    await office.ask('POST', `/applications/${id}/actions/screen`, {})
  }
  const body = { callId, expertIds: people.map(({ id }) => id), size: 2 }
  const panel = await office.ask<ScoringHouse['panel']>('POST', '/panels', body)
  return { house, office, school, raters: [first, second], panel }
}
