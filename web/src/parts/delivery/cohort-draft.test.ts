import { describe, expect, it } from 'vitest'
import { type CohortDraft, freshStageId, stepReady, stepsInError, wordsOf } from './cohort-draft.ts'

const draft = {
  title: '一班',
  line: '系列',
  topic: '主题',
  module: '模块',
  places: 1,
  stages: [{ id: 's1', title: '研修', from: '2026-04-01', to: '2026-04-02' }],
} as CohortDraft

describe('the wizard of a cohort', () => {
  it('goes on when a step says enough', () => {
    expect(stepReady(draft, 'basics')).toBe(true)
    expect(stepReady({ ...draft, topic: ' ' }, 'basics')).toBe(false)
    expect(stepReady(draft, 'plan')).toBe(true)
    expect(stepReady({ ...draft, places: 0 }, 'plan')).toBe(false)
    expect(stepReady({ ...draft, stages: [] }, 'plan')).toBe(false)
    expect(stepReady({ ...draft, stages: [{ id: 's1', title: '研修', from: '', to: '' }] }, 'plan')).toBe(false)
  })

  it('leads from an error to its step', () => {
    expect(stepsInError({ '/stages/0/to': '结束不能早于开始', '/rules/absenceFrom': '不能大于 1' })).toEqual([
      'plan',
      'rules',
    ])
    expect(stepsInError({})).toEqual([])
  })

  it('gives stages ids of their own, also after one was removed', () => {
    const stage = (id: string) => ({ id, title: '', from: '', to: '' })
    expect(freshStageId([stage('s1')])).toBe('s2')
    expect(freshStageId([stage('s1'), stage('s3')])).toBe('s4')
    expect(freshStageId([])).toBe('s1')
  })

  it('reads several words of one field, each once', () => {
    expect(wordsOf(' 语文、数学 语文，')).toEqual(['语文', '数学'])
  })
})
