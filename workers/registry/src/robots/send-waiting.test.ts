import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { idOf, KEY, OTHER_KEY, SECRET, stageRobots, TOKEN } from './test-robots.ts'

const stage = stageRobots()
const SECRETS = [KEY, OTHER_KEY, TOKEN, SECRET]
/** As if the wait until the next try were over. */
const hurry = () => stage.house.run("UPDATE dispatches SET next_at = '' WHERE state = 'waiting'")

describe('a message', () => {
  it('goes to the robots that listen and are on, over sweep and queue; two failures later it arrives', async () => {
    const listens = await stage.robot()
    const deaf = await stage.robot({ name: '不听的群', events: ['digest.daily'] })
    const off = await stage.robot({ name: '停用的群' })
    await stage.asOffice('PATCH', `robots/${off.id}`, { state: 'off' }, { 'if-match': '"1"' })
    await stage.happens('call.opened')
    await stage.receiver.say({ status: 502 }, { body: { errcode: 45009, errmsg: 'api freq out of limit' } })
    await stage.house.constellation.tick()
    await vi.waitFor(async () => expect(await stage.messages(listens.id)).toMatchObject([{ state: 'sent' }]), {
      timeout: 40_000,
      interval: 500,
    })
    expect(await stage.messages(listens.id)).toMatchObject([{ attempts: 3, error: null, actions: [] }])
    expect(await stage.receiver.heard()).toHaveLength(3)
    expect((await stage.receiver.heard())[2]?.body).toEqual({
      msgtype: 'markdown',
      markdown: { content: '**【师训云】发布了申报批次**\n第一行\n第二行' },
    })
    for (const { id: other } of [deaf, off]) expect(await stage.messages(other)).toEqual([])
    const verbs = await stage.house.run(
      "SELECT verb, actor FROM journal WHERE entity LIKE 'dsp_%' ORDER BY seq DESC LIMIT 1",
    )
    expect(verbs).toEqual([{ verb: 'deliver', actor: 'job/robots' }])
  }, 60_000)

  it('that will never be taken is dead at the first answer: alarm, one task of the office, sent again by a person', async () => {
    const card = await stage.robot()
    await stage.happens('call.opened', '第一条')
    await stage.happens('call.opened', '第二条')
    const gone = { body: { errcode: 93000, errmsg: 'invalid webhook url' } }
    await stage.receiver.say(gone, gone)
    const alarms = stage.house.errors.length
    expect(await stage.send()).toBeNull()
    expect(await stage.messages(card.id)).toMatchObject([{ state: 'dead', attempts: 1 }, { state: 'dead' }])
    const alarm = stage.house.errors.slice(alarms).find((line) => line.includes('robot-dead'))
    expect(alarm).toContain('"level":"alarm"')
    const tasks = (await stage.asOffice('GET', '/api/me/tasks')).body['items'] as Record<string, unknown>[]
    expect(tasks).toMatchObject([
      { kind: 'dispatch.dead', entity: card.id, title: expect.stringContaining('师训科群') },
    ])
    // a test that fails meanwhile has nothing to do with that task
    await stage.receiver.say(gone)
    await stage.asOffice('POST', `robots/${card.id}/actions/test`, {})
    const dead = (await stage.messages(card.id)).filter(({ event }) => event !== 'test')
    for (const { id: message, version } of dead) {
      const again = await stage.asOffice(
        'POST',
        `dispatches/${message}/actions/retry`,
        {},
        { 'if-match': `"${version}"` },
      )
      expect(again.body).toMatchObject({ state: 'waiting', attempts: 0, error: null })
    }
    // the newest is the test
    const states = async () => (await stage.messages(card.id)).map(({ state }) => state)
    await vi.waitFor(async () => expect(await states()).toEqual(['dead', 'sent', 'sent']), { timeout: 10_000 })
    expect((await stage.asOffice('GET', '/api/me/tasks')).body['items']).toEqual([])
    const [first] = dead
    expect((await stage.asOffice('POST', `dispatches/${first?.id}/actions/retry`, {})).status).toBe(409)
  }, 30_000)

  it('is given up after the sixth try that failed, each later than the one before', async () => {
    const card = await stage.robot()
    await stage.happens('call.opened')
    await stage.receiver.say(...Array.from({ length: 6 }, () => ({ status: 503 })))
    const waits: (number | null)[] = []
    for (let attempt = 0; attempt < 6; attempt++) {
      waits.push(await stage.send())
      if (attempt < 5)
        expect(await stage.messages(card.id)).toMatchObject([{ state: 'waiting', attempts: attempt + 1 }])
      await hurry()
    }
    expect(waits).toEqual([2, 15, 60, 300, 1200, null])
    expect(await stage.messages(card.id)).toMatchObject([
      { state: 'dead', attempts: 6, error: expect.stringContaining('503') },
    ])
    await stage.send()
    expect(await stage.receiver.heard()).toHaveLength(6)
  })

  it('is not tried before its time', async () => {
    await stage.robot()
    await stage.happens('call.opened')
    await stage.receiver.say({ status: 503 })
    expect(await stage.send()).toBe(2)
    expect(await stage.send()).toBeNull()
    expect(await stage.receiver.heard()).toHaveLength(1)
  })

  it('waits when the one before it could not be taken, and holds up no other robot', async () => {
    const slow = await stage.robot()
    const quick = await stage.robot({ name: '另一个群', kind: 'dingtalk', address: stage.dingtalk })
    await stage.happens('call.opened', '第一条')
    await stage.happens('call.opened', '第二条')
    await stage.receiver.sayAt('/cgi-bin/webhook/send', { body: { errcode: 45009, errmsg: 'api freq out of limit' } })
    expect(await stage.send()).toBe(2)
    expect((await stage.messages(quick.id)).map(({ state }) => state)).toEqual(['sent', 'sent'])
    expect((await stage.messages(slow.id)).map(({ attempts }) => attempts).sort()).toEqual([0, 1])
    await hurry()
    await stage.send()
    expect((await stage.messages(slow.id)).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  it('does not wait behind a flood for a robot that is down', async () => {
    const down = await stage.robot()
    for (let no = 0; no < 20; no++) await stage.happens('call.opened', `第 ${no} 条`)
    const other = await stage.robot({ name: '另一个群', events: ['objection.raised'] })
    await stage.happens('objection.raised')
    await stage.receiver.say({ status: 503 })
    expect(await stage.send()).toBe(2)
    await stage.send()
    expect(await stage.messages(other.id)).toMatchObject([{ state: 'sent' }])
    expect((await stage.messages(down.id)).filter(({ attempts }) => attempts === 1)).toHaveLength(1)
  })

  it('is in one sender’s hands: two at once say it once', async () => {
    await stage.robot()
    await stage.happens('call.opened')
    await Promise.all([stage.send(), stage.send(), stage.send()])
    expect(await stage.receiver.heard()).toHaveLength(1)
  })

  it('to a server that is silent is given up for this time after five seconds', async () => {
    const card = await stage.robot()
    await stage.happens('call.opened')
    await stage.receiver.say('silence')
    const started = Date.now()
    expect(await stage.send()).toBe(2)
    expect(Date.now() - started).toBeLessThan(8000)
    expect(await stage.messages(card.id)).toMatchObject([{ state: 'waiting', error: '对方 5 秒内没有回答' }])
  })

  it('to a server that redirects carries its key no further', async () => {
    const card = await stage.robot()
    await stage.happens('call.opened')
    await stage.receiver.say({ status: 302 })
    await stage.send()
    expect(await stage.receiver.heard()).toHaveLength(1)
    expect(await stage.messages(card.id)).toMatchObject([{ state: 'dead', error: expect.stringContaining('302') }])
  })

  it('of a robot that is switched off is not said any more', async () => {
    const card = await stage.robot()
    await stage.happens('call.opened')
    await stage.asOffice('PATCH', `robots/${card.id}`, { state: 'off' }, { 'if-match': '"1"' })
    await stage.send()
    expect(await stage.receiver.heard()).toEqual([])
    const [buried] = await stage.messages(card.id)
    expect(buried).toMatchObject({ state: 'dead', error: '机器人已停用，没有发送' })
    await stage.asOffice('POST', `dispatches/${buried?.id}/actions/retry`, {})
    await stage.send()
    expect(await stage.receiver.heard()).toEqual([])
    await stage.asOffice('PATCH', `robots/${card.id}`, { state: 'on' }, { 'if-match': '"2"' })
    await stage.send()
    expect(await stage.messages(card.id)).toMatchObject([{ state: 'sent' }])
  })

  it('of another is not sent again by a school, nor one that does not exist', async () => {
    const school = await stage.house.person('school_admin', idOf('sch'))
    expect((await stage.ask(school, 'POST', `dispatches/${idOf('dsp')}/actions/retry`, {})).status).toBe(403)
    expect((await stage.asOffice('POST', `dispatches/${idOf('dsp')}/actions/retry`, {})).status).toBe(404)
  })
})

describe('secrets', () => {
  it('are in clear in no file of the database, no answer and no log', async () => {
    await stage.robot({ kind: 'dingtalk', address: stage.dingtalk, secret: SECRET })
    await stage.robot()
    await stage.receiver.say({ body: { errcode: 77777, errmsg: `who is ${KEY} or ${TOKEN} with ${SECRET}` } })
    await stage.happens('call.opened')
    await stage.send()
    const files = readdirSync(stage.house.state, { recursive: true, encoding: 'utf8' })
      .map((name) => join(stage.house.state, name))
      .filter((path) => statSync(path).isFile())
    expect(files.length).toBeGreaterThan(30)
    const places = [
      ...files.map((path) => [path, readFileSync(path).toString('latin1')] as const),
      ...stage.answers.map((text) => ['an answer', text] as const),
      ...stage.house.errors.map((text) => ['a log', text] as const),
    ]
    const found = places.flatMap(([place, text]) =>
      SECRETS.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${place}`),
    )
    expect(found).toEqual([])
    expect(stage.answers.length).toBeGreaterThan(60)
  })
})
