import { expect, it } from 'vitest'
import type { FormField } from '../../calls/design/form.ts'
import { interestKeys, interestsOfExpert } from './interest.ts'
import { namesIn, partiesOf, partyKeys } from './parties.ts'

it.each<[string, string[]]>([
  ['王芳', ['王芳']],
  ['王 芳', ['王芳']],
  ['王 芳、李明 副教授', ['王芳', '李明']],
  ['负责人：张三（副校长）', ['张三']],
  ['王芳老师，赵强', ['王芳', '赵强']],
  ['阿依古丽·买买提', ['阿依古丽买买提']],
  ['王芳\n李明', ['王芳', '李明']],
])('finds the people in %j', (text, names) => expect(namesIn(text)).toEqual(expect.arrayContaining(names)))

it('takes a text of a thousand words for no name', () => {
  expect(namesIn('本项目面向全区小学语文教师开展分层递进的研修活动与跟岗实践')).toEqual([])
})

const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  title: key,
  type,
  required: false,
  identifying: false,
  ...more,
})

const FORM: FormField[] = [
  field('team', 'people', { identifying: true }),
  field('guests', 'people'),
  field('plan', 'courses'),
  field('leader', 'text', { title: '项目负责人' }),
  field('who', 'longtext', { identifying: true }),
  field('goal', 'longtext'),
  field('roll', 'table', {
    columns: [
      { key: 'a', title: '主讲', type: 'text' },
      { key: 'b', title: '地点', type: 'text' },
    ],
  }),
]

it('gathers everybody a form names, wherever it asks for people', () => {
  const values = {
    team: [{ name: '王芳', unit: '文化路小学' }, { name: null }],
    guests: [{ name: '周来', unit: '郑州大学' }],
    plan: [{ title: '课例', trainer: '李 敏' }, { title: '观摩' }],
    leader: '赵强',
    who: '师资：孙立、钱多',
    goal: '提升 张三 能力',
    roll: [{ a: '吴用', b: '报告厅' }],
  }
  const parties = partiesOf(FORM, values, { id: 'sch_1', name: '金水区第二小学' })
  for (const name of ['王芳', '周来', '李敏', '赵强', '孙立', '钱多', '吴用']) expect(parties.people).toContain(name)
  expect(parties.people).not.toContain('张三')
  expect(parties.people).not.toContain('报告厅')
  expect(parties.peopleUnits).toEqual(['文化路小学'])
  expect(partyKeys(parties)).toEqual(expect.arrayContaining(['unit/金水区第二小学', 'person/李敏', 'of/文化路小学']))
})

it('reads answers of another shape as nothing', () => {
  expect(partiesOf(FORM, { team: '王芳', plan: null, leader: 3 }, null)).toEqual({
    unit: null,
    people: [],
    peopleUnits: [],
  })
})

it('keys an expert by name, units and ties', () => {
  const interests = interestsOfExpert({
    name: '李 明',
    schoolId: 'sch_1',
    pastSchools: [{ schoolId: 'sch_2', until: '2026-01-31' }],
    units: [{ unitId: null, name: '郑州 大学', since: '2020-01-01', until: null }],
    ties: [{ name: '王 芳', kind: 'kin' }],
  })
  expect(interestKeys(interests).map(({ key, what, until }) => [key, what, until])).toEqual([
    ['person/李明', 'self', null],
    ['sch_1', 'unit', null],
    ['sch_2', 'unit', '2026-01-31'],
    ['unit/郑州大学', 'unit', null],
    ['person/王芳', 'kin', null],
  ])
})
