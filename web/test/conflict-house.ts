import type { Browser, Page } from '@playwright/test'
import type { Role } from '../../packages/domain/src/identity/role.ts'
import { expertLeaves, type Rubric } from '../../packages/domain/src/quality/rubrics/rubric.ts'
import { insertRows, type OwnHouse, raiseOwnHouse } from '../../workers/system/src/own-house.ts'
import * as sample from '../../workers/system/src/sample-rows.ts'
import { type Ask, asker } from './scoring-house.ts'

export type Person = { id: string; ask: Ask; arrive(browser: Browser, width?: number): Promise<Page> }
type Sheet = { id: string; applicationId: string; expertId: string }

/** A bureau with two applications handed in, two officers, and three experts. */
export type ConflictHouse = {
  house: OwnHouse
  office: Person
  /** An officer under a name of their own. */
  bound: Person
  raters: [Person, Person, Person]
  call: string
  secret: string
  open: string
  form(): Promise<{ id: string; sheets: Sheet[] }>
  /** Scores `off` hundredths below full marks on each criterion and hands in; `declared` when that was done at the screen. */
  score(rater: Person, sheetId: string, off: number, declared?: boolean): Promise<void>
}

export async function raiseConflictHouse(): Promise<ConflictHouse> {
  const house = await raiseOwnHouse()
  const district = await house.found({ slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' })
  const put = (table: string, ...rows: Parameters<typeof insertRows>[2]) => insertRows(district.tenant, table, rows)
  const person = async (role: Role, id: string | null, name?: string): Promise<Person> => {
    const { token, account } = await house.session({ role, district, unit: id })
    if (name !== undefined)
      await house.directory.prepare('UPDATE accounts SET name = ? WHERE id = ?').bind(name, account).all()
    return {
      id: id ?? '',
      ask: asker(`${house.url}/api/districts/${district.ref.slug}`, token),
      async arrive(browser, width = 1366) {
        const context = await browser.newContext({ baseURL: house.url, viewport: { width, height: 768 } })
        await context.addCookies([{ name: 'sid', value: token, url: house.url }])
        return context.newPage()
      },
    }
  }
  const rubric = sample.rubric('review', 'published')
  const units = [sample.school('育才小学', 1), sample.school('实验小学', 2)] as const
  const people = ['欧阳评委', '上官评委', '诸葛评委'].map((name) => sample.expert(name))
  const review = { blindness: 'double', method: 'mean', expertsPerItem: 3, quota: 1 }
  const call = sample.call(rubric.id, { title: '2026 年校本研修', review })
  await put('rubrics', rubric)
  await put('schools', ...units)
  await put('experts', ...people)
  await put('calls', call)
  await put('call_forms', sample.callForm(call))
  const handIn = async (unit: string, title: string, name: string) => {
    const school = await person('school_admin', unit)
    const values = { ...sample.VALUES, team: [{ name, unit: '', duty: '负责人' }] }
    const { id } = await school.ask<{ id: string }>('POST', '/applications', { callId: call.id, title, values })
    await school.ask('POST', `/applications/${id}/actions/submit`, {})
    return id
  }
  const [first, second, third] = await Promise.all(people.map(({ id }) => person('expert', id)))
  if (!first || !second || !third) throw new Error('three experts are needed')
  const office = await person('office', null)
  const leaves = expertLeaves(rubric['body'] as Rubric)
  return {
    house,
    office,
    bound: await person('office', null, '孙科长'),
    raters: [first, second, third],
    call: call.id,
    secret: await handIn(units[0].id, '机密项目', '赵一鸣'),
    open: await handIn(units[1].id, '公开项目', '钱多'),
    form: () =>
      office.ask<{ id: string; sheets: Sheet[] }>('POST', '/panels', {
        callId: call.id,
        expertIds: people.map(({ id }) => id),
      }),
    async score(rater, sheetId, off, declared = false) {
      const path = `/scoresheets/${sheetId}`
      const { version } = declared
        ? await rater.ask<{ version: number }>('GET', path)
        : await rater.ask<{ version: number }>('POST', `${path}/actions/declare`, {})
      const scores = Object.fromEntries(leaves.map(({ key, max }) => [key, max - off]))
      await rater.ask('PATCH', path, { scores, comment: '设计扎实。' }, version)
      await rater.ask('POST', `${path}/actions/submit`, {})
    },
  }
}
