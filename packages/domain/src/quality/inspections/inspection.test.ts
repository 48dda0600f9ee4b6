import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rubric } from '../rubrics/rubric.ts'
import { DEFAULT_BANDS, DEFAULT_DISAGREEMENT } from '../rubrics/rubric.ts'
import {
  type CheckChange,
  type CheckEntry,
  type CheckItem,
  checkEntries,
  checklistOf,
  type Entries,
  inspectedFigures,
  mergeEntries,
} from './inspection.ts'

const AT = (minute: number) => `2026-05-20T01:${String(minute).padStart(2, '0')}:00.000Z`
const entry = (given: Partial<CheckEntry> = {}): CheckEntry => ({
  score: null,
  answer: null,
  note: '',
  at: AT(0),
  ...given,
})
const change = (key: string, given: Partial<CheckChange> = {}): CheckChange => ({
  key,
  seen: null,
  ...entry(given),
  ...given,
})
const POINTS: CheckItem = { key: 'site', title: '场地', kind: 'points', nature: 'score', max: 1000, help: '' }
const VETO: CheckItem = { key: 'safe', title: '安全', kind: 'veto', nature: 'veto', max: 0, help: '' }
const PLAIN: CheckItem = { key: 'check.1', title: '签到', kind: 'yes_no', nature: null, max: 0, help: '' }
const LIST = [POINTS, VETO, PLAIN]

describe('the list of a visit', () => {
  const rubric: Rubric = {
    title: '结项',
    criteria: [
      {
        key: 'a',
        title: '现场',
        kind: 'group',
        children: [
          { key: 'a.1', title: '场地', kind: 'leaf', max: 6000, source: 'inspection' },
          { key: 'a.2', title: '成果', kind: 'leaf', max: 4000 },
        ],
      },
      { key: 'v', title: '安全事故', kind: 'leaf', source: 'inspection', nature: 'veto' },
    ],
    missing: 'block',
    bands: DEFAULT_BANDS,
    method: 'mean',
    disagreement: DEFAULT_DISAGREEMENT,
  }
  it('takes the inspection leaves in their order, then the plain checks', () =>
    expect(checklistOf(rubric, [{ title: '签到表' }]).map(({ key, kind, max }) => [key, kind, max])).toEqual([
      ['a.1', 'points', 6000],
      ['v', 'veto', 0],
      ['check.1', 'yes_no', 0],
    ]))
  it('may be plain checks alone', () => expect(checklistOf(null, [{ title: '签到表' }])).toHaveLength(1))
})

describe('merging what devices send', () => {
  it('puts in what is new, and what was written over what it had seen', () => {
    const first = mergeEntries({}, [change('site', { score: 500, at: AT(1) })])
    const second = mergeEntries(first, [change('site', { score: 700, at: AT(2), seen: AT(1) })])
    expect(second).toEqual({ site: entry({ score: 700, at: AT(2) }) })
  })
  it('keeps both of two that had not seen one another, the later first', () => {
    const first = mergeEntries({}, [change('site', { score: 500, at: AT(2) })])
    const late = mergeEntries(first, [change('site', { score: 700, at: AT(1) })])
    expect(late['site']).toEqual({ ...entry({ score: 500, at: AT(2) }), earlier: entry({ score: 700, at: AT(1) }) })
    expect(
      mergeEntries(mergeEntries({}, [change('site', { score: 700, at: AT(1) })]), [
        change('site', { score: 500, at: AT(2) }),
      ]),
    ).toEqual(late)
  })
  it('keeps one of two that say the same', () =>
    expect(
      mergeEntries({ site: entry({ score: 500, at: AT(1) }) }, [change('site', { score: 500, at: AT(2) })])['site'],
    ).toEqual(entry({ score: 500, at: AT(2) })))
  it('is the same however often a change is sent', () => {
    const changes = fc.array(
      fc.record({
        key: fc.constantFrom('site', 'safe', 'check.1'),
        score: fc.constantFrom(null, 0, 50, 1000),
        answer: fc.constant(null),
        note: fc.constantFrom('', '有照片'),
        at: fc.integer({ min: 0, max: 59 }).map(AT),
        seen: fc.constant(null),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(changes, (given) => {
        const distinct = given.filter(
          ({ key, at }, index) => given.findIndex((one) => one.key === key && one.at === at) === index,
        )
        const once = mergeEntries({}, distinct)
        // the newest of each item stands, whatever came between and in whatever order
        const newest = (entries: Entries) =>
          Object.fromEntries(Object.entries(entries).map(([key, { at }]) => [key, at]))
        expect(newest(mergeEntries({}, [...distinct].reverse()))).toEqual(newest(once))
        const last = distinct.at(-1)
        if (last) expect(mergeEntries(mergeEntries({}, [last]), [last])).toEqual(mergeEntries({}, [last]))
      }),
    )
  })
})

describe('what is wrong with a record', () => {
  const problems = (entries: Record<string, CheckEntry>, complete = false) =>
    checkEntries(LIST, entries, { complete }).map(({ pointer, problem }) => `${pointer} ${problem}`)
  it.each([
    [0, []],
    [1000, []],
    [50, []],
    [1050, ['/entries/site/score out_of_range']],
    [-50, ['/entries/site/score out_of_range']],
    [25, ['/entries/site/score not_half_point']],
    [0.5, ['/entries/site/score out_of_range']],
  ])('points of %d', (score, wrong) => expect(problems({ site: entry({ score }) })).toEqual(wrong))
  it('refuses what the list does not ask, points for a yes or no, and yes or no for points', () => {
    expect(problems({ strange: entry() })).toEqual(['/entries/strange/key unknown_criterion'])
    expect(problems({ 'check.1': entry({ score: 50 }) })).toEqual(['/entries/check.1/score not_a_choice'])
    expect(problems({ site: entry({ answer: 'yes' }) })).toEqual(['/entries/site/answer not_a_choice'])
    expect(problems({ site: entry({ answer: 'na', score: 50 }) })).toEqual(['/entries/site/score not_a_choice'])
  })
  it('is complete when every item is answered, and a veto raised says why', () => {
    expect(problems({}, true)).toEqual(['site', 'safe', 'check.1'].map((key) => `/entries/${key}/score required`))
    const all = { site: entry({ score: 900 }), safe: entry({ answer: 'yes' }), 'check.1': entry({ answer: 'na' }) }
    expect(problems(all, true)).toEqual(['/entries/safe/note required'])
    expect(problems({ ...all, safe: entry({ answer: 'yes', note: '消防通道堵塞' }) }, true)).toEqual([])
  })
})

describe('figures for the rubric', () => {
  it('are the mean of the visitors, rounded once, half up', () => {
    const sheets = [900, 850, 850].map((score) => ({ site: entry({ score }) }))
    expect(inspectedFigures(LIST, sheets)).toEqual({ site: 867 })
    expect(inspectedFigures(LIST, [{ site: entry({ score: 50 }) }, { site: entry({ score: 100 }) }])).toEqual({
      site: 75,
    })
  })
  it('are none where nobody gave any, never zero', () => {
    expect(inspectedFigures(LIST, [])).toEqual({})
    expect(inspectedFigures(LIST, [{ site: entry({ answer: 'na' }), safe: entry({ answer: 'na' }) }])).toEqual({})
  })
  it('raise a veto when one visitor does', () =>
    expect(inspectedFigures(LIST, [{ safe: entry({ answer: 'no' }) }, { safe: entry({ answer: 'yes' }) }])).toEqual({
      safe: 100,
    }))
})
