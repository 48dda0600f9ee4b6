import { MACHINES } from '@shixun/domain/shared/machines'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { t, wordFor } from './words.ts'
import { zh } from './zh.ts'

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('words', () => {
  it('fills the places', () => {
    expect(t('ui.total', { n: 57 })).toBe('共 57 条')
  })
  it('falls back to the code the API sent', () => {
    expect(wordFor('application', 'in_review')).toBe('评审中')
    expect(wordFor('application', 'new_state')).toBe('new_state')
  })
  it('name every move of a life cycle in the journal, and every state that waits for somebody as a task', () => {
    const keys = MACHINES.flatMap(({ entity, moves, waits }) => [
      ...moves.map(({ action }) => `verb.${action}`),
      ...Object.keys(waits).map((state) => `task.${entity}.${state}`),
    ])
    expect(keys.filter((key) => !Object.hasOwn(zh, key))).toEqual([])
  })
  it('has the same places in both languages', () => {
    for (const key of Object.keys(zh) as (keyof typeof zh)[])
      expect([key, places(en[key])]).toEqual([key, places(zh[key])])
  })
})
