import { describe, expect, it } from 'vitest'
import { changedBody, draftOf, emptyDraft, newBody, type Robot } from './robot-draft.ts'

const robot: Robot = {
  id: 'rob_1',
  version: 3,
  actions: [],
  kind: 'dingtalk',
  name: '群',
  host: 'oapi.dingtalk.com',
  addressTail: 'abcd',
  signed: true,
  events: ['call.opened'],
  state: 'on',
  createdAt: '',
}

describe('an edited robot', () => {
  it('sends neither address nor secret that nobody typed', () => {
    expect(changedBody(draftOf(robot))).toEqual({ name: '群', events: ['call.opened'] })
  })
  it('takes the signature away only when that is asked for', () => {
    expect(changedBody({ ...draftOf(robot), unsigned: true })).toHaveProperty('secret', null)
    expect(changedBody({ ...draftOf(robot), secret: ' SEC1 ' })).toHaveProperty('secret', 'SEC1')
  })
})

describe('a new robot', () => {
  it('of WeCom has no secret, whatever was typed before the kind was changed', () => {
    const draft = { ...emptyDraft(), name: ' 群 ', address: ' https://a ', secret: 'SEC1' }
    expect(newBody(draft)).toEqual({ kind: 'wecom', name: '群', address: 'https://a', events: ['digest.daily'] })
    expect(newBody({ ...draft, kind: 'dingtalk' })).toHaveProperty('secret', 'SEC1')
  })
})
