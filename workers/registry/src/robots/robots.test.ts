import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { idOf, KEY, OTHER_KEY, SECRET, stageRobots, TOKEN } from './test-robots.ts'

const stage = stageRobots()

describe('a robot', () => {
  it('is registered with an address that nobody sees again', async () => {
    const card = await stage.robot({
      kind: 'dingtalk',
      address: stage.dingtalk,
      secret: SECRET,
      events: ['call.opened', 'call.opened'],
    })
    expect(card).toEqual({
      id: expect.stringMatching(/^rob_/),
      version: 1,
      actions: ['edit', 'test', 'remove'],
      kind: 'dingtalk',
      name: '师训科群',
      host: new URL(stage.receiver.origin).host,
      addressTail: 'ee00',
      signed: true,
      events: ['call.opened'],
      state: 'on',
      createdAt: expect.any(String),
    })
    const [stored] = await stage.house.run('SELECT address_cipher, secret_cipher FROM robots')
    expect(stored?.['address_cipher']).toMatch(/^k1\.A256GCM\./)
    expect((await stage.asOffice('GET', 'robots')).body['items']).toEqual([card])
    const [journal] = await stage.house.run('SELECT verb, after FROM journal WHERE entity = ?', card.id)
    expect(journal?.['verb']).toBe('create')
  })

  it.each([
    ['http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=', 'host_not_allowed'],
    ['https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=', 'host_not_allowed'],
    ['https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=', 'host_not_allowed'],
    ['https://127.0.0.1/cgi-bin/webhook/send?key=', 'host_not_allowed'],
    ['https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=', 'not_a_webhook'],
    ['https://oapi.dingtalk.com/robot/send?access_token=', 'webhook_of_other_kind'],
    ['https://qyapi.weixin.qq.com/cgi-bin/message/send?key=', 'not_a_webhook'],
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?token=', 'not_a_webhook'],
    ['file:///etc/passwd?key=', 'host_not_allowed'],
  ])('at %s is refused: %s', async (address, problem) => {
    const body = { kind: 'wecom', name: '群', address: `${address}${OTHER_KEY}`, events: ['digest.daily'] }
    const reply = await stage.asOffice('POST', 'robots', body)
    expect(reply.status).toBe(422)
    expect(reply.body['errors']).toMatchObject([{ pointer: '/address' }])
    expect(JSON.stringify(reply.body)).not.toContain(OTHER_KEY)
    expect(reply.body).toMatchObject({ errors: [{ problem }] })
  })

  it('of WeCom has no secret; one without an event to tell of is refused', async () => {
    const body = { kind: 'wecom', name: '群', address: stage.wecom, secret: SECRET, events: ['digest.daily'] }
    expect((await stage.asOffice('POST', 'robots', body)).body).toMatchObject({
      errors: [{ problem: 'wecom_has_no_secret' }],
    })
    expect((await stage.asOffice('POST', 'robots', { ...body, secret: undefined, events: [] })).status).toBe(422)
  })

  it('is the office’s and the admin’s, shown to the auditor, and nobody else’s', async () => {
    const card = await stage.robot()
    const auditor = await stage.house.person('auditor')
    expect((await stage.ask(auditor, 'GET', 'robots')).body['items']).toMatchObject([{ id: card.id, actions: [] }])
    for (const method of ['PATCH', 'DELETE'])
      expect((await stage.ask(auditor, method, `robots/${card.id}`, {}, { 'if-match': '"1"' })).status).toBe(403)
    expect((await stage.ask(auditor, 'POST', `robots/${card.id}/actions/test`, {})).status).toBe(403)
    for (const role of ['finance', 'curator'] as const)
      expect((await stage.ask(await stage.house.person(role), 'GET', 'robots')).status).toBe(403)
    const school = await stage.house.person('school_admin', idOf('sch'))
    expect((await stage.ask(school, 'GET', `robots/${card.id}/dispatches`)).status).toBe(403)
    expect((await stage.ask(await stage.house.person('admin'), 'GET', 'robots')).status).toBe(200)
    expect((await stage.asOffice('GET', `robots/${idOf('rob')}/dispatches`)).status).toBe(404)
  })

  it('is edited under its version; what is not given stays, and a new address replaces the old one', async () => {
    const card = await stage.robot()
    const stale = await stage.asOffice('PATCH', `robots/${card.id}`, { name: '新群' }, { 'if-match': '"7"' })
    expect(stale.status).toBe(412)
    expect((await stage.asOffice('PATCH', `robots/${card.id}`, { name: '新群' })).status).toBe(428)
    const renamed = await stage.asOffice('PATCH', `robots/${card.id}`, { name: '新群' }, { 'if-match': '"1"' })
    expect(renamed.body).toMatchObject({ name: '新群', version: 2, addressTail: '5aaa', events: ['call.opened'] })
    const address = `${stage.receiver.origin}/cgi-bin/webhook/send?key=${OTHER_KEY}`
    const moved = await stage.asOffice('PATCH', `robots/${card.id}`, { address }, { 'if-match': '"2"' })
    expect(moved.body).toMatchObject({ addressTail: '5bbb', version: 3 })
    await stage.asOffice('POST', `robots/${card.id}/actions/test`, {})
    expect((await stage.receiver.heard())[0]?.query['key']).toBe(OTHER_KEY)
  })

  it('that is removed leaves nothing but the journal', async () => {
    const card = await stage.robot()
    await stage.happens('call.opened')
    expect((await stage.asOffice('DELETE', `robots/${card.id}`, undefined, { 'if-match': '"1"' })).status).toBe(204)
    expect(await stage.house.run('SELECT id FROM robots')).toEqual([])
    expect(await stage.house.run('SELECT id FROM dispatches')).toEqual([])
    expect(await stage.send()).toBeNull()
    expect(await stage.receiver.heard()).toEqual([])
    const verbs = await stage.house.run('SELECT verb FROM journal WHERE entity = ? ORDER BY version', card.id)
    expect(verbs.map(({ verb }) => verb)).toEqual(['create', 'remove'])
  })

  it('is one of twenty at most', async () => {
    for (let n = 0; n < 20; n++) await stage.robot({ name: `群 ${n}` })
    const reply = await stage.asOffice('POST', 'robots', {
      kind: 'wecom',
      name: '群',
      address: stage.wecom,
      events: ['call.opened'],
    })
    expect(reply.body).toMatchObject({ errors: [{ problem: 'too_many' }] })
  })
})

describe('a test message', () => {
  it('is said at once, in the shape and with the signature that DingTalk documents', async () => {
    const card = await stage.robot({ kind: 'dingtalk', address: stage.dingtalk, secret: SECRET })
    const before = Date.now()
    const reply = await stage.asOffice('POST', `robots/${card.id}/actions/test`, {})
    expect(reply.body).toEqual({ delivered: true, detail: '已送达，请到群里查看' })
    const [heard] = await stage.receiver.heard()
    expect(heard?.path).toBe('/robot/send')
    expect(heard?.body).toMatchObject({ msgtype: 'markdown', markdown: { title: expect.stringContaining('师训云') } })
    const timestamp = heard?.query['timestamp'] ?? ''
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before - 1)
    const sign = createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`).digest('base64')
    expect(heard?.query['sign']).toBe(sign)
    expect(heard?.query['access_token']).toBe(TOKEN)
    expect(await stage.messages(card.id)).toMatchObject([{ event: 'test', state: 'sent', attempts: 1 }])
  })

  it('that is refused says why and raises no alarm', async () => {
    const card = await stage.robot()
    await stage.receiver.say({ body: { errcode: 93000, errmsg: `invalid webhook url ${KEY}` } })
    const reply = await stage.asOffice('POST', `robots/${card.id}/actions/test`, {})
    expect(reply.body).toMatchObject({ delivered: false, detail: expect.stringContaining('errcode 93000') })
    expect(await stage.messages(card.id)).toMatchObject([
      { state: 'dead', error: reply.body['detail'], actions: ['retry'] },
    ])
    expect((await stage.asOffice('GET', '/api/me/tasks')).body['items']).toEqual([])
  })

  it('asked for twice with one key is said once', async () => {
    const card = await stage.robot()
    const key = { 'idempotency-key': 'the-same-test-of-one-robot' }
    const [first, second] = [
      await stage.asOffice('POST', `robots/${card.id}/actions/test`, {}, key),
      await stage.asOffice('POST', `robots/${card.id}/actions/test`, {}, key),
    ]
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(await stage.receiver.heard()).toHaveLength(1)
  })
})
