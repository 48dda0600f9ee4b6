import { describe, expect, it } from 'vitest'
import { fromHundredths } from '../rational.ts'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT, type Rubric } from '../rubrics/rubric.ts'
import { concludePanel, separationOf } from './conclude-panel.ts'
import { rankItems } from './rank.ts'
import { tieBreakKeys } from './tie-break.ts'

const rubric: Rubric = {
  title: '申报评审',
  criteria: [
    {
      key: 'effect',
      title: '效果',
      kind: 'group',
      children: [
        { key: 'use', title: '应用', kind: 'leaf', max: 3000 },
        { key: 'result', title: '成果', kind: 'leaf', max: 2000 },
      ],
    },
    { key: 'plan', title: '方案', kind: 'leaf', max: 5000 },
    { key: 'ethics', title: '师德', kind: 'leaf', nature: 'veto' },
  ],
  missing: 'block',
  bands: DEFAULT_BANDS,
  method: 'mean',
  disagreement: DEFAULT_DISAGREEMENT,
}
type Sheet = [item: string, use: number, result: number, plan: number, veto?: number]

const sealed = (sheets: Sheet[]) =>
  sheets.map(([item, use, result, plan, ethics = 0], n) => ({
    item,
    rater: `r${n % 3}`,
    scores: { use, result, plan, ethics },
  }))
function conclude(sheets: Sheet[], { tieBreak = [] as string[], quota = 1 } = {}) {
  return concludePanel({
    items: [...new Set(sheets.map(([item]) => item))].map((id) => ({ id, title: id, unitName: '' })),
    sheets: sealed(sheets),
    rubric,
    method: 'mean',
    quota,
    tieBreak,
  }).result
}
// a and b have 80 points each; b the more of them in the group, a in its second leaf
const even: Sheet[] = [
  ['a', 2000, 2000, 4000],
  ['b', 3000, 1500, 3500],
]
const places = (result: ReturnType<typeof conclude>) =>
  result.items.map(({ applicationId, rank, seat }) => `${applicationId} ${rank} ${seat}`)

describe('ties at the quota line', () => {
  it('stay ties without a rule, and nobody is preferred in silence', () => {
    const result = conclude(even)
    expect(places(result)).toEqual(['a 1 undecided', 'b 1 undecided'])
    expect(result.line).toEqual({ quota: 1, seatsLeft: 1, tied: ['a', 'b'], decidedBy: [] })
  })

  it('are broken by a group, a leaf, or the next rule where the first does not tell them apart', () => {
    expect(places(conclude(even, { tieBreak: ['effect'] }))).toEqual(['b 1 in', 'a 2 out'])
    expect(places(conclude(even, { tieBreak: ['result'] }))).toEqual(['a 1 in', 'b 2 out'])
    const second = conclude(even, { tieBreak: ['@gap', 'effect'] })
    expect(second.items.map(({ brokenBy }) => brokenBy)).toEqual([['effect'], ['effect']])
    expect(second.line).toMatchObject({ tied: [], decidedBy: ['effect'] })
    expect(second.tieBreak).toEqual([
      { rule: '@gap', title: '' },
      { rule: 'effect', title: '效果' },
    ])
  })

  it('are compared by exact means where applications have different numbers of sheets', () => {
    const result = conclude(
      [
        ['a', 2000, 2000, 4000],
        ['a', 2050, 2000, 3950],
        ['a', 2000, 2000, 4000],
        ['b', 2000, 2000, 4000],
        ['b', 2000, 2000, 4000],
      ],
      { tieBreak: ['effect'] },
    )
    expect(places(result)).toEqual(['a 1 in', 'b 2 out'])
  })

  it('know no key that the rubric does not have', () =>
    expect(places(conclude(even, { tieBreak: ['gone'] }))).toEqual(['a 1 undecided', 'b 1 undecided']))

  it('can be broken by what experts give points to', () =>
    expect(tieBreakKeys(rubric)).toEqual(['effect', 'use', 'result', 'plan', '@gap']))
})

describe('a raised veto', () => {
  it('puts the application behind all others and leaves its seat to them, whatever its score', () => {
    const result = conclude(
      [
        ['a', 3000, 2000, 5000, 100],
        ['b', 1000, 1000, 1000],
      ],
      { quota: 2 },
    )
    expect(places(result)).toEqual(['b 1 in', 'a 2 out'])
    expect(result.items[1]).toMatchObject({ official: 10_000, vetoed: ['ethics'], withinQuota: false })
  })

  it('needs more than half of the experts', () => {
    const votes = (n: number): Sheet[] => [0, 1, 2, 3].map((i) => ['a', 1000, 1000, 1000, i < n ? 100 : 0])
    const raters = (sheets: Sheet[]) =>
      concludePanel({
        items: [{ id: 'a', title: 'a', unitName: '' }],
        sheets: sheets.map(([item, use, result, plan, ethics = 0], n) => ({
          item,
          rater: `r${n}`,
          scores: { use, result, plan, ethics },
        })),
        rubric,
        method: 'mean',
        quota: 1,
      }).result.items[0]?.vetoed
    expect([raters(votes(2)), raters(votes(3))]).toEqual([[], ['ethics']])
  })
})

it('separates scores that come from elsewhere as the conclusion does', () => {
  const sheets: Sheet[] = [...even, ['c', 3000, 2000, 5000, 1]]
  for (const tieBreak of [['effect'], ['result'], ['@gap', 'effect'], []]) {
    const { items } = conclude(sheets, { tieBreak })
    const separation = separationOf({ sheets: sealed(sheets), rubric, tieBreak })
    const { ranked } = rankItems(
      items.map(({ applicationId: id, official }) => ({
        id,
        score: fromHundredths(official),
        ...separation.items.get(id),
      })),
      { quota: 1, tieBreak: separation.rules },
    )
    expect(ranked.map(({ id, place, seat }) => [id, place, seat])).toEqual(
      items.map(({ applicationId, rank, seat }) => [applicationId, rank, seat]),
    )
  }
})
