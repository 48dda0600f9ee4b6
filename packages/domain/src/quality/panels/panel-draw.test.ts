import { describe, expect, it } from 'vitest'
import { pauseWithin, standingOf } from './expert.ts'
import { compareSeats, type DrawInputs, drawPanel, inputsOf, redraw } from './panel-draw.ts'
import { phaseCode } from './phase-code.ts'
import { becauseOf } from './seat-reason.ts'
import { urgeWords } from './urge-words.ts'

const inputs: DrawInputs = {
  size: 2,
  seeds: [
    { seed: 'a', reason: null },
    { seed: 'b', reason: '专家出差' },
  ],
  items: Array.from({ length: 9 }, (_, at) => ({ id: `i${at}`, subject: at % 2 ? '语文' : null, phase: 'primary' })),
  experts: Array.from({ length: 5 }, (_, at) => ({ id: `e${at}`, name: `专家${at}`, subjects: ['语文'], phases: [] })),
  conflicts: [
    { item: 'i0', expert: 'e1', rules: ['kin'] },
    { item: 'gone', expert: 'e1', rules: ['kin'] },
  ],
}

describe('a kept draw', () => {
  const { draw, assignment } = drawPanel(inputs, '2026-11-22')

  it('is drawn by the last seed and holds all it was made from', () => {
    expect(assignment.seed).toBe('b')
    expect(draw.conflicts).toEqual([[0, 1, ['kin']]])
    expect(drawPanel(inputsOf(draw), '2026-11-22').draw).toEqual(draw)
    expect(drawPanel(inputsOf(JSON.parse(JSON.stringify(draw))), '2026-11-22').draw.seats).toEqual(draw.seats)
  })

  it('is found the same when it is drawn again, and different when anything was touched', () => {
    const same = redraw(draw)
    expect(compareSeats(same.drawn, same.kept)).toEqual([])
    const [first = []] = draw.seats
    const touched = { ...draw, seats: [[...first].map((expert) => (expert + 1) % 5), ...draw.seats.slice(1)] }
    const found = redraw(touched)
    expect(compareSeats(found.drawn, found.kept).map(({ item }) => item)).toEqual(['i0'])
    const reseeded = redraw({ ...draw, seeds: [{ seed: 'c', reason: null }] })
    expect(compareSeats(reseeded.drawn, reseeded.kept)).not.toEqual([])
  })
})

describe('the words', () => {
  const why = { by: 'draw', itemSubject: '语文', itemPhase: 'primary', subject: true, phase: false, load: 8 } as const
  it('of a seat say how, what matched and how many', () => {
    expect(becauseOf(why)).toBe('抽签；学科相符（语文）；学段不符（材料为小学）；共 8 份')
    expect(becauseOf({ ...why, by: 'extra', place: 2, of: 5, named: true, itemSubject: null, phase: true })).toBe(
      '加评：由办公室指定，在 5 位可用专家中排第 2；材料未写学科；学段相符（小学）；此前 8 份',
    )
  })

  it.each([
    ['小学', 'primary'],
    ['高中', 'senior'],
    ['普通高中', 'senior'],
    ['职业高中', 'vocational'],
    ['特殊教育', 'special'],
    ['小学、初中', '小学、初中'],
    ['其他', '其他'],
  ])('of a phase %s are the code %s', (word, code) => expect(phaseCode(word)).toBe(code))

  it('of a reminder tell the days that are left, and name nobody to robots', () => {
    const told = (dueOn: string | null) =>
      urgeWords({ title: '骨干', dueOn, today: '2026-11-22', waiting: [{ name: '李芳', unfinished: 3 }] })
    expect(told('2026-11-25').title).toBe('【催办】“骨干”评审，2026-11-25 截止，还有 3 天')
    expect(told('2026-11-22').title).toContain('今天截止')
    expect(told('2026-11-21').title).toContain('已于 2026-11-21 截止')
    expect(told(null).message).toContain('李芳 3 份')
    expect(JSON.stringify(told(null).robot)).not.toContain('李芳')
  })
})

describe('the standing of an expert', () => {
  const expert = { pauses: [{ from: '2026-12-01', to: '2026-12-10', reason: '' }], leftOn: '2027-01-01' }
  it.each([
    ['2026-11-30', '2026-11-30', 'active'],
    ['2026-11-30', '2026-12-01', 'paused'],
    ['2026-12-10', '2026-12-10', 'paused'],
    ['2026-12-11', '2026-12-31', 'active'],
    ['2026-12-11', '2027-01-01', 'left'],
  ])('from %s to %s is %s', (from, until, standing) => expect(standingOf(expert, from, until)).toBe(standing))

  it('is paused until further notice without a last day', () => {
    const open = { pauses: [{ from: '2026-12-01', to: null, reason: '' }], leftOn: null }
    expect(pauseWithin(open, '2030-01-01')).not.toBeNull()
    expect(pauseWithin(open, '2026-11-30')).toBeNull()
  })
})
