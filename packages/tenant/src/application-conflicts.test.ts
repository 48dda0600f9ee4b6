import type { FormField } from '@shixun/domain/calls/design/form'
import { expect, test } from 'vitest'
import { applicationConflicts } from './application-conflicts.ts'

const form: FormField[] = [
  { key: 'team', title: '团队', type: 'people', required: true, identifying: true },
  { key: 'plan', title: '课程', type: 'courses', required: true, identifying: false },
]
const formValues = { team: [{ name: '王小明' }], plan: [{ title: '课例', trainer: '李 敏' }, { title: '观摩' }] }
const conflictsOf = (name: string) => {
  const expert = { id: 'exp_1', name, schoolId: null, subjects: [], phases: [], pastSchools: [], ties: [] }
  const row = {
    ...expert,
    title: '',
    units: [],
    pauses: [],
    leftOn: null,
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
  }
  return applicationConflicts(row, { unitId: 'sch_1', formValues }, form, '2026-03-01').map(({ rule }) => rule)
}

test.each([
  ['王小明', ['named_in_application']],
  ['李敏', ['named_in_application']],
  ['赵刚', []],
])('an expert named %s among members and trainers: %j', (name, rules) => expect(conflictsOf(name)).toEqual(rules))
