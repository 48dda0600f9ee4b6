import { describe, expect, it } from 'vitest'
import { type ConflictItem, computeConflicts, type ExpertStanding, yearsBefore } from './conflict.ts'

const expert: ExpertStanding = {
  id: 'e1',
  name: '李明',
  schoolId: 's1',
  pastSchools: [],
  ties: [],
  enrolledProjects: [],
  teachesProjects: [],
}
const item: ConflictItem = { schoolId: 's2', namedPeople: ['王芳', '赵强'] }
const rules = (e: Partial<ExpertStanding>, i: Partial<ConflictItem> = {}, today = '2026-05-20') =>
  computeConflicts({ ...expert, ...e }, { ...item, ...i }, today).map((c) => c.rule)

describe('computeConflicts', () => {
  it.each<[string, Partial<ExpertStanding>, Partial<ConflictItem>, string[]]>([
    ['a stranger', {}, {}, []],
    ['the same unit now', { schoolId: 's2' }, {}, ['same_unit']],
    ['neither has a unit', { schoolId: null }, { schoolId: null }, []],
    ['left a year and a day ago', { pastSchools: [{ schoolId: 's2', until: '2025-05-19' }] }, {}, []],
    [
      'left a year ago to the day',
      { pastSchools: [{ schoolId: 's2', until: '2025-05-20' }] },
      {},
      ['same_unit_last_year'],
    ],
    ['left yesterday another unit', { pastSchools: [{ schoolId: 's3', until: '2026-05-19' }] }, {}, []],
    ['is named, with a space', { name: '王 芳' }, {}, ['named_in_application']],
    ['has no name, nor has a person', { name: '' }, { namedPeople: [''] }, []],
    [
      'worked together four years and a day ago',
      { ties: [{ name: '王芳', kind: 'coworker', until: '2022-05-19' }] },
      {},
      [],
    ],
    [
      'worked together four years ago to the day',
      { ties: [{ name: '王芳', kind: 'coworker', until: '2022-05-20' }] },
      {},
      ['worked_together'],
    ],
    [
      'worked together since a day in the window',
      { ties: [{ name: '王芳', kind: 'coworker', since: '2024-01-01' }] },
      {},
      ['worked_together'],
    ],
    ['works together without a date', { ties: [{ name: '王芳', kind: 'coworker' }] }, {}, ['worked_together']],
    ['kin for life', { ties: [{ name: '赵强', kind: 'kin', until: '1990-01-01' }] }, {}, ['kin']],
    ['mentor for life', { ties: [{ name: '赵强', kind: 'mentor', since: '1990-01-01' }] }, {}, ['mentor']],
    ['a tie to somebody else', { ties: [{ name: '钱多', kind: 'kin' }] }, {}, []],
    [
      'enrolled and teaching',
      { enrolledProjects: ['p'], teachesProjects: ['p'] },
      { projectId: 'p' },
      ['enrolled', 'teaching'],
    ],
    ['enrolled elsewhere', { enrolledProjects: ['q'] }, { projectId: 'p' }, []],
  ])('%s', (_, e, i, expected) => expect(rules(e, i)).toEqual(expected))

  it('answers every rule that holds, with its date and words', () => {
    const found = computeConflicts(
      { ...expert, schoolId: 's2', pastSchools: [{ schoolId: 's2', until: '2026-01-31' }] },
      item,
      '2026-05-20',
    )
    expect(found).toEqual([
      { rule: 'same_unit', detail: '专家现任职单位就是申报单位' },
      { rule: 'same_unit_last_year', since: '2026-01-31', detail: '专家于 2026-01-31 离开申报单位，未满一年' },
    ])
  })

  it('counts back from 29 February', () => {
    expect(yearsBefore('2024-02-29', 1)).toBe('2023-02-28')
    expect(rules({ pastSchools: [{ schoolId: 's2', until: '2023-02-28' }] }, {}, '2024-02-29')).toEqual([
      'same_unit_last_year',
    ])
    expect(rules({ pastSchools: [{ schoolId: 's2', until: '2023-02-27' }] }, {}, '2024-02-29')).toEqual([])
  })
})
