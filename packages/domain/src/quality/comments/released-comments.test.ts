import { describe, expect, test } from 'vitest'
import { nameMasker } from '../blindness/name-marks.ts'
import type { Rubric } from '../rubrics/rubric.ts'
import { collectComments, namesLeft, releasable } from './released-comments.ts'

const rubric: Rubric = {
  title: '评审',
  criteria: [
    { key: 'a', title: '设计', kind: 'leaf', max: 6000 },
    { key: 'b', title: '经费', kind: 'leaf', max: 4000 },
  ],
  missing: 'block',
  bands: [{ key: 'fail', title: '不合格', from: 0 }],
  method: 'mean',
  disagreement: { gap: 3000, passLine: 6000 },
}
const sheets = Array.from({ length: 6 }, (_, n) => ({
  id: `she_${n}`,
  scores: { a: 100 * n },
  comments: n === 5 ? {} : { b: `第 ${n} 位：经费偏高，不如实验小学` },
  comment: n === 5 ? '  ' : `总体可行，王教授 ${n}`,
}))
const names = ['王教授', '实验小学']
const collected = (seed: string) => collectComments(rubric, sheets, { seed, mask: nameMasker(names) })

describe('comments collected for a unit', () => {
  test('number experts in a drawn order; who wrote nothing has no number', () => {
    const one = collected('rvc_1')
    expect(one.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5])
    expect(collected('rvc_1')).toEqual(one)
    const orders = Array.from({ length: 40 }, (_, n) =>
      collected(`rvc_${n}`)
        .map(({ sheetId }) => sheetId)
        .join(' '),
    )
    expect(new Set(orders).size).toBeGreaterThan(20)
  })

  test('hide names in every text', () => {
    const text = JSON.stringify(collected('rvc_1'))
    for (const name of names) expect(text).not.toContain(name)
    expect(text).toContain('［某人］')
    expect(text).toContain('［某校］')
  })

  test('give out words and titles alone: no sheet, no score, nothing omitted, nothing of a voided sheet', () => {
    const experts = collected('rvc_1').map((one) => ({ ...one, omitted: one.no === 2 }))
    const [first] = experts
    const out = releasable(experts, (sheet) => sheet !== first?.sheetId)
    expect(out.map(({ no }) => no)).toEqual([1, 2, 3, 4])
    expect(out[0]?.general).toBe('')
    expect(JSON.stringify(out)).not.toMatch(/she_|score|omitted|sheetId/)
    const silenced = experts.map((one) => ({
      ...one,
      omitted: true,
      criteria: one.criteria.map((criterion) => ({ ...criterion, omitted: true })),
    }))
    expect(releasable(silenced, () => true)).toEqual([])
  })

  test('names that the office leaves in what goes out are found, those in what is omitted are not', () => {
    const experts = collected('rvc_1').map((one) => ({ ...one, general: '如王 教授所说' }))
    expect(namesLeft(experts, names)).toEqual(['王 教授'])
    expect(
      namesLeft(
        experts.map((one) => ({ ...one, omitted: true })),
        names,
      ),
    ).toEqual([])
  })
})
