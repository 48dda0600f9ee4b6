import { DEFAULT_COHORT_RULES } from '@shixun/domain/delivery/cohort'
import { expect, test } from 'vitest'
import { type NomineeFacts, type NomineeRow, weigher } from './weigh-nominee.ts'

const nominee = {
  id: 'tea_1',
  state: 'active',
  posts: [],
  heldPosts: [],
  subject: '',
  phase: 'primary',
  title: null,
  area: 'town',
  frontLine: false,
  entryDate: null,
} as unknown as NomineeRow
const content = {
  ...{ title: '市级班', line: '骨干', topic: '作业', level: 'city', module: '师德', subject: '' },
  ...{ startsOn: '2026-06-01', endsOn: '2026-06-02', sessions: [] },
}
const training = {
  ...{ id: 'coh_1', title: '区级班', line: '骨干', topic: '班会', level: 'district', module: '师德', subject: '' },
  ...{ from: '2026-12-01', to: '2026-12-02', sessions: [], here: true, source: '' },
}

/** What a training of another bureau counts as, for a guest in this state, asked on a day. */
function repeats(state: string, today: string) {
  const abroad = [{ teacherId: 'tea_1', offerId: 'off_1', state, content }]
  const none = { vetoes: [], others: [], otherSessions: [], elsewhere: [], settings: [], policies: [] }
  const weigh = weigher({ ...none, abroad } as unknown as NomineeFacts, {
    ...{
      training: training as unknown as Parameters<typeof weigher>[1]['training'],
      rules: DEFAULT_COHORT_RULES,
      today,
    },
  })
  return weigh(nominee).findings.map(({ rule }) => rule)
}

test('a training of another bureau that is over counts for those who were admitted to it', () => {
  expect(repeats('completed', '2026-06-03')).toEqual(['same_line'])
  expect(repeats('enrolled', '2026-06-03')).toEqual(['same_line'])
  for (const state of ['proposed', 'nominated', 'waiting', 'offered']) {
    expect(repeats(state, '2026-06-02'), 'on its last day').toEqual(['same_line'])
    expect(repeats(state, '2026-06-03'), 'when it is over').toEqual([])
  }
})
