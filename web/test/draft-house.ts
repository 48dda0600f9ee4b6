import type { Browser, Page } from '@playwright/test'
import type { FormField, FormValues } from '../../packages/domain/src/calls/design/form.ts'
import { type District, insertRows, type OwnHouse, raiseOwnHouse } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'

type Ask = <B = Record<string, unknown>>(method: string, path: string, body?: unknown, seen?: number) => Promise<B>

/** A district with one school and one open call, in a house of its own; whoever acts is signed in. */
export type DraftHouse = {
  house: OwnHouse
  district: District
  base: string
  call: string
  office: Ask
  school: Ask
  draft(values?: FormValues): Promise<string>
  /** The school at a browser of its own. */
  arrive(browser: Browser): Promise<Page>
}

function asker(url: string, base: string, token: string): Ask {
  return async (method, path, body, seen) => {
    const response = await fetch(url + base + path, {
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

export async function raiseDraftHouse(form: FormField[], title: string): Promise<DraftHouse> {
  const house = await raiseOwnHouse()
  const district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const base = `/api/districts/${district.ref.slug}`
  const rubric = sample.rubric('review', 'published')
  const unit = sample.school('育才小学', 1)
  await insertRows(district.tenant, 'rubrics', [rubric])
  await insertRows(district.tenant, 'schools', [unit])
  const office = asker(house.url, base, (await house.session({ role: 'office', district })).token)
  const { token } = await house.session({ role: 'school_admin', district, unit: unit.id })
  const school = asker(house.url, base, token)
  const { id: call } = await office<{ id: string }>('POST', '/calls', {
    kind: 'training_project',
    level: 'district',
    year: 2026,
    title,
    guidance: '',
    form,
    rubricId: rubric.id,
    opensAt: '2020-01-01T00:00:00.000Z',
    closesAt: '2099-12-31T00:00:00.000Z',
    quotaPerUnit: 10,
    unitKinds: ['school'],
    review: { blindness: 'double', method: 'mean', expertsPerItem: 2, quota: 1 },
    noticeDays: 5,
  })
  await office('POST', `/calls/${call}/actions/open`, {})
  return {
    house,
    district,
    base,
    call,
    office,
    school,
    draft: async (values = {}) =>
      (await school<{ id: string }>('POST', '/applications', { callId: call, title: '班主任培训', values })).id,
    async arrive(browser) {
      const context = await browser.newContext({ baseURL: house.url })
      await context.addCookies([{ name: 'sid', value: token, url: house.url }])
      return context.newPage()
    },
  }
}
