import { afterEach, expect, it } from 'vitest'
import { type ChatGroup, openChatGroup } from './chat-group.ts'

const PORT = 18_787
let group: ChatGroup | null = null
afterEach(() => group?.stop())

it('takes messages of both products and shows them as text, the newest first', async () => {
  group = await openChatGroup(PORT)
  const say = (body: unknown) =>
    fetch(`http://127.0.0.1:${PORT}/robot/send`, { method: 'POST', body: JSON.stringify(body) })
  const answer = await say({ msgtype: 'markdown', markdown: { content: '第一条 <b>' } })
  expect(await answer.json()).toEqual({ errcode: 0, errmsg: 'ok' })
  await say({ msgtype: 'markdown', markdown: { title: '题', text: '第二条' } })
  const page = await (await fetch(`http://127.0.0.1:${PORT}/`)).text()
  expect(page.indexOf('第二条')).toBeGreaterThan(0)
  expect(page.indexOf('第二条')).toBeLessThan(page.indexOf('第一条'))
  expect(page).not.toContain('<b>')
  expect((await fetch(`http://127.0.0.1:${PORT}/x`, { method: 'POST', body: 'no json' })).status).toBe(400)
})

it('is left out when another program has the port', async () => {
  group = await openChatGroup(PORT)
  expect(group).not.toBeNull()
  expect(await openChatGroup(PORT)).toBeNull()
})
