import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { openTasks, pointersOf, refusalOf } from '../../../../packages/testkit/src/test-spine.ts'
import { type CohortStage, lesson, raiseCohorts, type Written } from './test-cohorts.ts'

let stage: CohortStage
beforeAll(async () => {
  stage = await raiseCohorts()
})
afterAll(async () => {
  await stage.stop()
})

const path = (id: string) => `${stage.base}/cohorts/${id}`
type Subscription = { path: string; kind: string; subjectId: string }
type Post = { id: string; version: number; sent: number; seen: number; kind: string; file: { name: string } | null }

/** A PNG of one pixel, as far as its first bytes say. */
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])
function formOf(name: string, bytes: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  return form
}

describe('a calendar', () => {
  const mine = (who: Client, renew = '') => who.post<Subscription>(`${stage.base}/my-calendar${renew}`)
  const ofCohort = (who: Client, id: string, renew = '') => who.post<Subscription>(`${path(id)}/calendar${renew}`)
  const feed = async (address: string, tag?: string) => {
    const response = await fetch(stage.house.url + address, tag ? { headers: { 'if-none-match': tag } } : {})
    return { status: response.status, text: (await response.text()).replaceAll('\r\n ', ''), headers: response.headers }
  }

  it('is read by its address alone, unchanged it costs no body, and it follows every change', async () => {
    const { id } = await stage.opened({ title: '日历班' })
    const [teacher = ''] = await stage.enrol(id, stage.runner, 1)
    const self = await stage.as('teacher', teacher)
    const { path: address } = must('address', await mine(self))
    expect(must('the same', await mine(self)).path).toBe(address)
    const first = await feed(address)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(first.text).toContain('SUMMARY:班会设计')
    expect(first.text).toContain('DTSTART;TZID=Asia/Shanghai:20270402T090000')
    expect(first.text).toContain('SEQUENCE:0')
    const tag = first.headers.get('etag') ?? ''
    expect(await feed(address, tag)).toMatchObject({ status: 304, text: '' })

    const [uid] = /UID:(ses_\w+)@jinshui/.exec(first.text)?.slice(1) ?? []
    const ofSession = `${path(id)}/sessions/${uid}`
    must('edit', await stage.office.patch<Written>(ofSession, { topic: '班会设计（改）' }, { ifMatch: 1 }))
    const second = await feed(address, tag)
    expect(second.text).toContain('SUMMARY:班会设计（改）')
    expect(second.text).toContain('SEQUENCE:1')
    must('cancel', await stage.office.action(ofSession, 'cancel', { note: '教授请假' }))
    const third = await feed(address)
    expect(third.text).toMatch(/SEQUENCE:2[\s\S]*STATUS:CANCELLED[\s\S]*取消原因：教授请假/)
    expect(third.text).toContain(`UID:${uid}@jinshui.shixun`)
  })

  it('of a cancelled cohort shows every session cancelled', async () => {
    const { id } = await stage.opened()
    const { path: address } = must('address', await ofCohort(stage.office, id))
    expect((await feed(address)).text).toContain('STATUS:CONFIRMED')
    must('cancelling', await stage.office.action(path(id), 'cancel', { note: '人数不足' }))
    expect((await feed(address)).text).toMatch(/SEQUENCE:1[\s\S]*STATUS:CANCELLED/)
  })

  it('gets a new address, after which the old one is as unknown as an invented one', async () => {
    const [teacher = ''] = await stage.enrol((await stage.opened()).id, stage.runner, 1)
    const self = await stage.as('teacher', teacher)
    const old = must('address', await mine(self)).path
    const renewed = must('renewed', await mine(self, '/renew')).path
    expect(renewed).not.toBe(old)
    const unknown = `${stage.base}/calendars/${'x'.repeat(43)}.ics`
    const [gone, none] = [await feed(old), await feed(unknown)]
    expect([gone.status, none.status]).toEqual([404, 404])
    const bare = (text: string) => text.replace(/"(requestId|instance|request)":"[^"]*",?/g, '')
    expect(bare(gone.text)).toBe(bare(none.text))
    expect((await feed(renewed)).status).toBe(200)
  })

  it('belongs to whom it is about', async () => {
    const { id } = await stage.opened()
    const [one = ''] = await stage.enrol(id, stage.runner, 2)
    const self = await stage.as('teacher', one)
    const registrar = await stage.as('registrar', stage.runner.id)
    const other = await stage.school('日历外的学校')
    expect(must('own', await mine(self))).toMatchObject({ kind: 'teacher', subjectId: one })
    expect((await mine(stage.office)).status).toBe(403)
    must('cohort', await ofCohort(other.client, id))
    expect(refusalOf(await ofCohort(other.client, id, '/renew'))).toEqual([404, 'not-found'])
    const { path: address, ...school } = must('school', await mine(registrar))
    expect(school).toMatchObject({ kind: 'school', subjectId: stage.runner.id })
    expect((await feed(address)).text).toContain('X-WR-CALNAME:本校教师培训（金水区教育局）')
    const planned = await stage.make()
    expect(refusalOf(await ofCohort(other.client, planned.id))).toEqual([404, 'not-found'])
  })

  it('keeps no secret in the database', async () => {
    const rows = await stage.rows('SELECT * FROM calendars')
    const { path: address } = must('address', await ofCohort(stage.office, (await stage.opened()).id))
    const secret = address.split('/').at(-1)?.replace('.ics', '') ?? ''
    expect(secret).toHaveLength(43)
    expect(
      JSON.stringify([
        ...rows,
        ...(await stage.rows('SELECT * FROM journal')),
        ...(await stage.rows('SELECT * FROM idempotency')),
      ]),
    ).not.toContain(secret)
    expect(rows.every(({ token_hash }) => /^[0-9a-f]{64}$/.test(String(token_hash)))).toBe(true)
  })
})

describe('what a cohort publishes', () => {
  const publish = (id: string, body: Record<string, unknown>, who = stage.runner.client) =>
    who.post<Post>(`${path(id)}/posts`, { kind: 'announcement', title: '集合时间', body: '请于 8:30 报到。', ...body })

  it('an announcement reaches every teacher who takes part, and tells how many read it', async () => {
    const { id } = await stage.opened({ title: '通知班' })
    const [one = '', two = ''] = await stage.enrol(id, stage.runner, 2)
    const post = must('post', await publish(id, {}))
    expect(post).toMatchObject({ sent: 2, seen: 0 })
    expect((await openTasks(stage, post.id)).map(([, , unit]) => unit).sort()).toEqual([one, two].sort())
    const self = await stage.as('teacher', one)
    type Mine = {
      announcements: { id: string; unread: boolean; cohortTitle: string }[]
      sessions: unknown[]
      enrolments: unknown[]
    }
    const mine = must('mine', await self.get<Mine>(`${stage.base}/my-training`))
    expect(mine.announcements).toMatchObject([{ id: post.id, unread: true, cohortTitle: '通知班' }])
    expect([mine.sessions.length, mine.enrolments.length]).toEqual([1, 1])
    for (const _ of [1, 2]) expect((await self.post(`${path(id)}/posts/${post.id}/seen`)).status).toBe(204)
    const [shown] = must('list', await stage.runner.client.get<{ items: Post[] }>(`${path(id)}/posts`)).items
    expect(shown).toMatchObject({ sent: 2, seen: 1 })
    expect(must('mine', await self.get<Mine>(`${stage.base}/my-training`)).announcements[0]?.unread).toBe(false)
    expect((await stage.runner.client.delete(`${path(id)}/posts/${post.id}`)).status).toBe(204)
    expect(await openTasks(stage, post.id)).toEqual([])
    const other = await stage.school('发不了通知的学校')
    expect(refusalOf(await publish(id, {}, other.client))).toEqual([404, 'not-found'])
    expect((await publish(id, {}, self)).status).toBe(403)
  })

  it('a photo is stored as what its bytes are, shown to the district and taken down with its file', async () => {
    const { id } = await stage.opened()
    const send = (name: string, bytes: Uint8Array<ArrayBuffer>, kind = 'photo') =>
      stage.runner.client.post<Post>(
        `${path(id)}/files?kind=${kind}&title=${encodeURIComponent('开班合影')}`,
        formOf(name, bytes),
      )
    const photo = must('photo', await send('合影.png', PNG))
    expect(photo).toMatchObject({ kind: 'photo', file: { name: '合影.png' } })
    const teacher = await stage.as('teacher', `tea_${'0'.repeat(26)}`)
    const file = await teacher.raw('GET', `${path(id)}/posts/${photo.id}/file`)
    expect([file.status, file.headers.get('content-type'), file.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ])
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG)
    expect((await send('合影.png', new TextEncoder().encode('<script>'))).status).toBe(415)
    const pdf = new TextEncoder().encode('%PDF-1.7\n')
    expect(pointersOf(await send('简报.pdf', pdf))).toEqual([['/file', 'not_an_image']])
    must('bulletin', await send('简报.pdf', pdf, 'bulletin'))
    expect((await stage.runner.client.delete(`${path(id)}/posts/${photo.id}`)).status).toBe(204)
    expect((await teacher.raw('GET', `${path(id)}/posts/${photo.id}/file`)).status).toBe(404)
    const left = must('list', await stage.runner.client.get<{ items: Post[] }>(`${path(id)}/posts`))
    expect(left.items.map(({ kind }) => kind)).toEqual(['bulletin'])
  })

  it('nothing is published before the cohort is', async () => {
    const { id } = await stage.make()
    await stage.schedule(id, [lesson()])
    expect(refusalOf(await publish(id, {}))).toEqual([409, 'state-refuses'])
  })
})
