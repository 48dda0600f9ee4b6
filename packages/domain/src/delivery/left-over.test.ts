import { describe, expect, test } from 'vitest'
import { decideMove, openActions } from '../shared/machine.ts'
import { ENROLMENT, type EnrolmentState, LEFT_OVER } from './enrolment.ts'
import { leftOverWords, unplacedTitle } from './left-over.ts'

describe('what is left when a cohort is over', () => {
  test('ends as not admitted, and only by the system', () => {
    for (const state of LEFT_OVER) {
      const move = decideMove(ENROLMENT, state, 'end', 'system', {})
      expect(move.ok && move.value.to).toBe('refused')
      expect(decideMove(ENROLMENT, state, 'end', 'office', {})).toEqual({ ok: false, refusal: 'forbidden' })
    }
    const others = (Object.keys(ENROLMENT.states) as EnrolmentState[]).filter(
      (state) => !LEFT_OVER.some((one) => one === state),
    )
    for (const state of others) expect(openActions(ENROLMENT, state, 'system', {})).not.toContain('end')
  })
  test('a place that nobody took lapses to withdrawn, from offered alone', () => {
    const move = decideMove(ENROLMENT, 'offered', 'lapse', 'system', {})
    expect(move.ok && move.value.to).toBe('withdrawn')
    expect(decideMove(ENROLMENT, 'waiting', 'lapse', 'system', {})).toEqual({ ok: false, refusal: 'state-refuses' })
    expect(decideMove(ENROLMENT, 'offered', 'lapse', 'registrar', {})).toEqual({ ok: false, refusal: 'forbidden' })
  })
  test('says why, for each state and end', () => {
    expect(leftOverWords('concluded', 'waiting')).toBe('班次已结班，候补未能递补')
    expect(leftOverWords('cancelled', 'nominated')).toBe('班次已取消，推荐未获录取')
    expect(leftOverWords('concluded', 'offered')).toBe('班次已结班，递补名额未及确认')
  })
  test('names three teachers and counts more', () => {
    expect(unplacedTitle('一班', ['甲'])).toBe('一班：甲')
    expect(unplacedTitle('一班', ['甲', '乙', '丙'])).toBe('一班：甲、乙、丙')
    expect(unplacedTitle('一班', ['甲', '乙', '丙', '丁'])).toBe('一班：甲、乙、丙等 4 人')
  })
})
