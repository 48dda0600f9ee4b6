import { describe, expect, it } from 'vitest'
import { surveyFigures } from './figures.ts'
import type { Question } from './question.ts'
import { shownCells } from './segment-figures.ts'
import type { CountedAnswer } from './tally.ts'

const scale: Question = {
  key: 'q',
  kind: 'scale',
  section: '',
  title: '题',
  required: true,
  options: ['差', '中', '好', '很好', '极好'],
  rated: true,
}
const extra: Question = { ...scale, key: 'x', kind: 'single', required: false, rated: false }
const answers = (
  release: number,
  values: (Record<string, number> & { phase?: never })[],
  phase?: string,
): CountedAnswer[] => values.map((one) => ({ release, values: one, segments: phase === undefined ? {} : { phase } }))
const repeat = (n: number, value: Record<string, number>) => Array.from({ length: n }, () => value)
const figures = (given: Partial<Parameters<typeof surveyFigures>[0]>) =>
  surveyFigures({
    questions: [scale, extra],
    segments: [],
    answers: [],
    previous: null,
    least: 5,
    final: false,
    ...given,
  })

describe('the figures of a question', () => {
  it('count options, and take the mean in hundredths', () => {
    const made = figures({ answers: answers(1, [{ q: 4 }, { q: 4 }, { q: 3 }, { q: 0 }, { q: 2 }]) })
    expect(made.questions[0]).toEqual({ key: 'q', through: 1, answered: 5, counts: [1, 0, 1, 1, 2], mean: 360 })
    expect(made.satisfaction).toEqual({ points: 18, full: 25 })
  })

  it('stay hidden below the minimum', () => {
    const made = figures({ answers: answers(1, [...repeat(4, { q: 1, x: 1 }), { q: 1 }]) })
    expect(made.questions[1]).toEqual({ key: 'x', through: 0, answered: 0, counts: null, mean: null })
    expect(figures({ answers: answers(1, repeat(5, { q: 1, x: 1 })) }).questions[1]?.answered).toBe(5)
  })

  it('do not move for fewer than the minimum of new answers: the difference would tell what they said', () => {
    const first = figures({ answers: answers(1, repeat(5, { q: 4, x: 0 })) })
    const all = [...answers(1, repeat(5, { q: 4, x: 0 })), ...answers(2, [...repeat(4, { q: 0 }), { q: 0, x: 4 }])]
    const second = figures({ answers: all, previous: first })
    expect(second.questions[0]?.counts).toEqual([5, 0, 0, 0, 5])
    expect(second.questions[1]?.counts).toEqual([5, 0, 0, 0, 0])
    const third = figures({ answers: [...all, ...answers(3, repeat(5, { q: 1, x: 4 }))], previous: second })
    expect(third.questions[1]).toMatchObject({ through: 3, answered: 11, counts: [5, 0, 0, 0, 6] })
  })

  it('move when nobody new answered it', () => {
    const first = figures({ answers: answers(1, repeat(5, { q: 4, x: 0 })) })
    const all = [...answers(1, repeat(5, { q: 4, x: 0 })), ...answers(2, repeat(5, { q: 0 }))]
    expect(figures({ answers: all, previous: first }).questions[1]).toMatchObject({ through: 2, answered: 5 })
  })
})

describe('groups', () => {
  it.each([
    [[5, 5], 5, [true, true]],
    [[5, 4], 5, [false, false]],
    [[6, 6, 3], 5, [false, true, false]],
    [[6, 7, 3], 5, [false, true, false]],
    [[5, 5, 5], 5, [true, true, true]],
    [[9, 3, 3], 5, [true, false, false]],
    [[9, 2, 2], 5, [false, false, false]],
    [[10, 0], 5, [true, true]],
    [[10, 10, 1, 1], 5, [false, true, false, false]],
  ] as [number[], number, boolean[]][])('of %j with a minimum of %i', (sizes, least, shown) => {
    const found = shownCells(sizes, least)
    expect(found.map((one, index) => one && (sizes[index] ?? 0) > 0)).toEqual(
      shown.map((one, index) => one && (sizes[index] ?? 0) > 0),
    )
    const hidden = sizes.reduce((sum, n, index) => sum + (found[index] ? 0 : n), 0)
    expect(hidden === 0 || hidden >= least).toBe(true)
  })

  const segments = [{ key: 'phase' as const, values: ['junior', 'primary'] }]
  const all = [
    ...answers(1, repeat(6, { q: 4 }), 'primary'),
    ...answers(1, repeat(7, { q: 1 }), 'junior'),
    ...answers(1, repeat(5, { q: 2 })),
  ]
  it('are shown when all is over, and not before', () => {
    expect(figures({ segments, answers: all }).segments).toEqual([])
    const [parted] = figures({ segments, answers: all, final: true }).segments
    const asked = parted?.questions.find(({ key }) => key === 'q')
    expect(asked?.cells.map(({ value, answered, mean }) => [value, answered, mean])).toEqual([
      ['junior', 7, 200],
      ['primary', 6, 500],
      ['', 5, 300],
    ])
    expect(asked?.hidden).toBe(false)
  })
  it('hide with the small one another, so that neither can be computed', () => {
    const few = all.slice(0, -1)
    const [parted] = figures({ segments, answers: few, final: true }).segments
    const asked = parted?.questions.find(({ key }) => key === 'q')
    expect(asked?.cells.map(({ value }) => value)).toEqual(['junior'])
    expect(asked?.hidden).toBe(true)
  })
})
