import { describe, expect, it } from 'vitest'
import { computeConflicts, judgeMeeting, yearsBefore } from './conflict.ts'
import { type ConflictRules, DEFAULT_CONFLICT_RULES } from './conflict-rules.ts'
import type { Interests, UnitPeriod } from './interest.ts'
import type { Parties } from './parties.ts'

const person: Interests = { name: '李明', units: [], ties: [], enrolled: [], teaches: [] }
const item: Parties = { unit: { id: 's2', name: '金水区第二小学' }, people: ['王芳', '赵强'], peopleUnits: [] }
const TODAY = '2026-05-20'
const rules = (
  one: Partial<Interests>,
  other: Partial<Parties> = {},
  today = TODAY,
  limits: ConflictRules = DEFAULT_CONFLICT_RULES,
) => computeConflicts({ ...person, ...one }, { ...item, ...other }, today, limits).map(({ rule }) => rule)
const served = (until: string | null, change: Partial<UnitPeriod> = {}): Partial<Interests> => ({
  units: [{ unitId: 's2', name: '', since: null, until, ...change }],
})
const worked = (until?: string, since?: string): Partial<Interests> => ({
  ties: [{ name: '王芳', kind: 'coworker', since, until }],
})

describe('computeConflicts', () => {
  it.each<[string, Partial<Interests>, Partial<Parties>, string[]]>([
    ['a stranger', {}, {}, []],
    ['the same unit now', served(null), {}, ['same_unit']],
    ['the last day there is today', served(TODAY), {}, ['same_unit']],
    ['left yesterday', served('2026-05-19'), {}, ['same_unit_last_year']],
    ['left a year ago to the day', served('2025-05-20'), {}, ['same_unit_last_year']],
    ['left a year and a day ago', served('2025-05-19'), {}, []],
    ['begins there today', served(null, { since: TODAY }), {}, ['same_unit']],
    ['begins there tomorrow', served(null, { since: '2026-05-21' }), {}, []],
    ['left yesterday another unit', served('2026-05-19', { unitId: 's3' }), {}, []],
    ['a unit told by its name alone', served(null, { unitId: null, name: '金水区 第二小学' }), {}, ['same_unit']],
    ['another bureau, told by name', served(null, { unitId: null, name: '巩义市教育局' }), {}, []],
    ['a unit met by id and by name is one conflict', served(null, { name: '金水区第二小学' }), {}, ['same_unit']],
    ['a person without a unit', {}, { unit: null }, []],
    [
      'the school of a person who applies',
      served(null, { unitId: 's9', name: '文化路小学' }),
      { peopleUnits: ['文化路小学'] },
      ['applicant_school'],
    ],
    [
      'the school of a person who applies, left more than a year ago',
      served('2025-05-19', { unitId: 's9', name: '文化路小学' }),
      { peopleUnits: ['文化路小学'] },
      [],
    ],
    ['is named, with a space', { name: '王 芳' }, {}, ['named_in_application']],
    [
      'is named, in full width and another case',
      { name: 'ＬＩ Ming' },
      { people: ['liming'] },
      ['named_in_application'],
    ],
    [
      'is named with another dot',
      { name: '阿依古丽•买买提' },
      { people: ['阿依古丽·买买提'] },
      ['named_in_application'],
    ],
    ['has no name, nor has a person', { name: '' }, { people: [''] }, []],
    ['worked together until four years and a day ago', worked('2022-05-19'), {}, []],
    ['worked together until four years ago to the day', worked('2022-05-20'), {}, ['worked_together']],
    ['worked together until yesterday', worked('2026-05-19', '2010-01-01'), {}, ['worked_together']],
    ['works together since long ago', worked(undefined, '2010-01-01'), {}, ['worked_together']],
    ['works together without a date', worked(), {}, ['worked_together']],
    ['kin for life', { ties: [{ name: '赵强', kind: 'kin', until: '1990-01-01' }] }, {}, ['kin']],
    ['mentor for life', { ties: [{ name: '赵强', kind: 'mentor', since: '1990-01-01' }] }, {}, ['mentor']],
    ['a tie to somebody else', { ties: [{ name: '钱多', kind: 'kin' }] }, {}, []],
    ['a tie without a name', { ties: [{ name: ' ', kind: 'kin' }] }, { people: [''] }, []],
    ['enrolled and teaching', { enrolled: ['p'], teaches: ['p'] }, { projectId: 'p' }, ['enrolled', 'teaching']],
    ['enrolled elsewhere', { enrolled: ['q'], teaches: ['q'] }, { projectId: 'p' }, []],
    ['enrolled somewhere, and the item is no project yet', { enrolled: ['p'] }, {}, []],
  ])('%s', (_, one, other, expected) => expect(rules(one, other)).toEqual(expected))

  it('answers every rule that holds, with its date and words', () => {
    const units = [
      { unitId: 's2', name: '', since: null, until: null },
      { unitId: 's2', name: '', since: null, until: '2026-01-31' },
    ]
    expect(computeConflicts({ ...person, units, ties: [{ name: '王芳', kind: 'kin' }] }, item, TODAY)).toEqual([
      { rule: 'same_unit', detail: '现任职单位就是申报单位' },
      { rule: 'same_unit_last_year', since: '2026-01-31', detail: '于 2026-01-31 离开申报单位，未满1年' },
      { rule: 'kin', detail: '材料中的王芳是本人的亲属' },
    ])
  })

  it('holds to the limits of the bureau', () => {
    const limits = { ...DEFAULT_CONFLICT_RULES, yearsAfterLeaving: 3, yearsOfJointWork: 2 }
    expect(rules(served('2023-05-20'), {}, TODAY, limits)).toEqual(['same_unit_last_year'])
    expect(rules(served('2023-05-19'), {}, TODAY, limits)).toEqual([])
    expect(rules(worked('2024-05-20'), {}, TODAY, limits)).toEqual(['worked_together'])
    expect(rules(worked('2024-05-19'), {}, TODAY, limits)).toEqual([])
    const none = { ...DEFAULT_CONFLICT_RULES, yearsAfterLeaving: 0 }
    expect(rules(served(TODAY), {}, TODAY, none)).toEqual(['same_unit'])
    expect(rules(served('2026-05-19'), {}, TODAY, none)).toEqual([])
  })

  it('counts back from 29 February', () => {
    expect(yearsBefore('2024-02-29', 1)).toBe('2023-02-28')
    expect(rules(served('2023-02-28'), {}, '2024-02-29')).toEqual(['same_unit_last_year'])
    expect(rules(served('2023-02-27'), {}, '2024-02-29')).toEqual([])
  })

  it.each<['teaching' | 'enrolled', string, string[]]>([
    ['teaching', '2022-05-19', []],
    ['teaching', '2022-05-20', ['曾在该单位的培训中授课，最近一次 2022-05-20，未满4年']],
    ['teaching', '2026-05-19', ['曾在该单位的培训中授课，最近一次 2026-05-19，未满4年']],
    ['teaching', TODAY, ['在该单位的培训中授课，排到 2026-05-20']],
    ['teaching', '2026-09-01', ['在该单位的培训中授课，排到 2026-09-01']],
    ['enrolled', '2025-05-19', []],
    ['enrolled', '2025-05-20', ['曾参加该单位的培训，最近一次 2025-05-20，未满1年']],
    ['enrolled', '2026-06-30', ['参加该单位的培训，排到 2026-06-30']],
  ])('%s in trainings of the unit until %s', (how, until, details) => {
    const engaged = { unitId: 's2', how, since: '2020-01-01', until }
    expect(judgeMeeting({ by: 'engaged', engaged }, DEFAULT_CONFLICT_RULES, TODAY).map(({ detail }) => detail)).toEqual(
      details,
    )
    const shorter = { ...DEFAULT_CONFLICT_RULES, yearsOfJointWork: 0, yearsAfterLeaving: 0 }
    expect(judgeMeeting({ by: 'engaged', engaged }, shorter, TODAY)).toHaveLength(until < TODAY ? 0 : 1)
  })

  it('takes a declaration at its word', () => {
    expect(judgeMeeting({ by: 'declared', detail: '评审对象是我的导师' }, DEFAULT_CONFLICT_RULES, TODAY)).toEqual([
      { rule: 'declared', detail: '评审对象是我的导师' },
    ])
  })
})
