import type { Envelope, Receipt } from '@shixun/domain/exchange/envelope'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import { expect, test } from 'vitest'
import { carryEnvelopes } from './carry-envelopes.ts'
import { sweep } from './sweep.ts'

const NOW = '2026-11-21T02:00:00.000Z'
const ref = (slug: string): DistrictRef => ({
  id: `dis_${slug}`,
  slug,
  name: slug,
  kind: 'county',
  division: '410105',
  slot: 'T_0001',
  epoch: 1,
})
const envelope = (id: string, receiver: string): Envelope => ({ id, receiver, payload: '{}', signature: 'a..b' })

function house(waiting: Envelope[], broken: string[] = []) {
  const done: string[] = []
  const settled: Receipt[] = []
  const keeper = (name: string) => async () => {
    done.push(name)
    if (broken.includes(name)) throw new Error('down')
  }
  const live = ['jinshui', 'zhengzhou', 'gongyi']
  return {
    done,
    settled,
    ROSTER: {
      districts: async () => ({ refs: [], next: null, now: NOW }),
      locate: async (slug: string) => {
        done.push(`locate ${slug}`)
        return { ref: live.includes(slug) ? ref(slug) : null, now: NOW }
      },
    },
    DISTRICT: { tick: keeper('tick') },
    REGISTRY: { tick: keeper('tick registry') },
    DELIVERY: { tick: keeper('tick delivery') },
    REVIEW: { tick: keeper('tick review') },
    EXCHANGE: {
      collect: async () => {
        done.push('collect')
        return waiting
      },
      deliver: async (to: DistrictRef, { id }: Envelope): Promise<Receipt> => {
        if (broken.includes(to.slug)) throw new Error('no database')
        done.push(`deliver ${id} ${to.slug}`)
        return { id, outcome: 'accepted', reason: null, result: null }
      },
      settle: async (_: DistrictRef, receipts: Receipt[]) => void settled.push(...receipts),
    },
  }
}

test('the house is kept first, every receiver is looked up once, and all answers come home together', async () => {
  const doors = house([envelope('1', 'zhengzhou'), envelope('2', 'nobody'), envelope('3', 'zhengzhou')])
  await carryEnvelopes(doors, { slug: 'jinshui' })
  expect(doors.done).toEqual([
    'locate jinshui',
    'tick',
    'tick registry',
    'tick delivery',
    'tick review',
    'collect',
    'locate zhengzhou',
    'deliver 1 zhengzhou',
    'locate nobody',
    'deliver 3 zhengzhou',
  ])
  expect(doors.settled.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
    ['1', 'accepted', null],
    ['2', 'refused', 'receiver-unknown'],
    ['3', 'accepted', null],
  ])
})

test('a receiver that fails holds up no other; what was brought is settled, and the round is tried again', async () => {
  const doors = house([envelope('1', 'gongyi'), envelope('2', 'zhengzhou')], ['gongyi'])
  await expect(carryEnvelopes(doors, { slug: 'jinshui' })).rejects.toThrow('1 envelopes of jinshui still wait')
  expect(doors.settled.map(({ id }) => id)).toEqual(['2'])
})

test('a keeper that fails holds up neither the others nor the envelopes, and the round is tried again', async () => {
  const doors = house([envelope('1', 'zhengzhou')], ['tick', 'tick registry'])
  await expect(carryEnvelopes(doors, { slug: 'jinshui' })).rejects.toThrow('DISTRICT: Error: down; REGISTRY')
  expect(doors.done).toContain('tick delivery')
  expect(doors.done).toContain('tick review')
  expect(doors.settled.map(({ id }) => id)).toEqual(['1'])
})

test('a district that is not live costs one look-up', async () => {
  const doors = house([])
  await carryEnvelopes(doors, { slug: 'erased' })
  expect(doors.done).toEqual(['locate erased'])
})

test('a sweep sends one message for every live district, page by page', async () => {
  const slugs = Array.from({ length: 150 }, (_, n) => `d${n}`)
  const sent: number[] = []
  await sweep({
    ROSTER: {
      districts: async (after) => ({
        refs: (after === null ? slugs.slice(0, 100) : slugs.slice(100)).map(ref),
        next: after === null ? 'd99' : null,
        now: NOW,
      }),
    },
    NUDGE: { send: async () => {}, sendBatch: async (messages) => void sent.push(messages.length) },
  })
  expect(sent).toEqual([100, 50])
})
