import { describe, expect, it } from 'vitest'
import { feedLine } from './feed-line.ts'
import { type FeedListing, type FeedProject, type ReleaseMemory, rollUp } from './rollup.ts'

let next = 0
function project(more: Partial<FeedProject> = {}): FeedProject {
  next += 1
  return {
    id: `pro_${next}`,
    kind: 'training_project',
    unitId: `sch_${next % 5}`,
    unitName: '文化路第一小学',
    level: 'district',
    title: '班主任培训',
    number: `LX2026-${String(next).padStart(4, '0')}`,
    state: 'running',
    band: null,
    year: '2026',
    figures: {},
    ...more,
  }
}

type Given = { earlier?: ReleaseMemory[]; period?: string; release?: string; listings?: FeedListing[]; epoch?: number }
function month(projects: FeedProject[], { period = '2026-10', listings = [], epoch = 1, ...given }: Given = {}) {
  const release = given.release ?? `${period}/1`
  return rollUp({ period, release, epoch, projects, applications: [], listings, earlier: given.earlier ?? [] })
}

const find = (rollup: ReturnType<typeof rollUp>, dataset: string, dims: Record<string, string>) =>
  rollup.records.find((each) => each.dataset === dataset && JSON.stringify(each.dims) === JSON.stringify(dims))

const enrolled = (n: number, more: Partial<FeedProject> = {}) => project({ figures: { enrolled: n }, ...more })
const DISTRICT = { year: '2026', level: 'district' }

describe('persons', () => {
  it.each([
    [[3, 3, 3], 'c'],
    [[4, 3, 3], 'A'],
    [[40, 40], 'c'],
    [[80, 10, 10], 'A'],
    [[81, 10, 9], 'c'],
  ])('of %j in schools of their own are %s', (counts, status) => {
    const rollup = month(counts.map((n, index) => enrolled(n, { unitId: `sch_${index}` })))
    const record = find(rollup, 'persons-enrolled', DISTRICT)
    expect(record?.status).toBe(status)
    if (status === 'c') expect([record?.n, record?.value]).toEqual([null, null])
  })

  it('are missing, never zero, where no project gives the figure', () => {
    const rollup = month([project()])
    expect(rollup.records.filter(({ dataset }) => dataset.startsWith('persons-'))).toEqual([])
    expect(find(rollup, 'hours-delivered', DISTRICT)).toBeUndefined()
  })

  it('never show that few did not complete: the number is hidden, the share coded', () => {
    const rollup = month(
      [1, 2, 3, 4].map((at) => project({ unitId: `sch_${at}`, figures: { enrolled: 50, completed: 49 } })),
    )
    expect(find(rollup, 'persons-enrolled', DISTRICT)).toMatchObject({ status: 'A', value: '200' })
    expect(find(rollup, 'persons-completed', DISTRICT)).toMatchObject({ status: 'c', value: null })
    expect(find(rollup, 'completion-rate', DISTRICT)).toMatchObject({ status: 'A', value: '>=95' })
  })

  it('give a whole share only beside the number it could be computed from', () => {
    const half = month(
      [1, 2, 3, 4].map((at) => project({ unitId: `sch_${at}`, figures: { enrolled: 50, completed: 30 } })),
    )
    expect(find(half, 'completion-rate', DISTRICT)).toMatchObject({ status: 'A', value: '60', n: 200 })
    const few = month(
      [1, 2, 3, 4].map((at) => project({ unitId: `sch_${at}`, figures: { enrolled: 14, completed: 12 } })),
    )
    expect(find(few, 'persons-completed', DISTRICT)?.status).toBe('c')
    expect(find(few, 'completion-rate', DISTRICT)).toMatchObject({ status: 'c', value: null })
  })

  it('give a mean only where no answer between 0 and 100 can move it by two points', () => {
    const surveyed = (answers: number) =>
      month(
        [1, 2, 3].map((at) =>
          project({ unitId: `sch_${at}`, figures: { satisfaction: 9000, surveysAnswered: answers } }),
        ),
      )
    // (n - 1) * 200 must reach the distance from 90 to 0, 9,000 hundredths: n of 46 and more, here 3 × 16.
    expect(find(surveyed(15), 'satisfaction', DISTRICT)?.value).toBeNull()
    expect(find(surveyed(16), 'satisfaction', DISTRICT)).toMatchObject({ value: '90', n: 50 })
  })

  it('stay as they were until ten changed, and say so', () => {
    const projects = [1, 2, 3, 4].map((at) => enrolled(20, { unitId: `sch_${at}` }))
    const first = month(projects)
    const grown = (by: number) =>
      projects.map((each, at) => (at === 0 ? { ...each, figures: { enrolled: 20 + by } } : each))
    const second = month(grown(9), { period: '2026-11', earlier: [first.memory] })
    expect(find(second, 'persons-enrolled', DISTRICT)).toMatchObject({ status: 'carried', value: '80' })
    const third = month(grown(10), { period: '2026-11', earlier: [first.memory] })
    expect(find(third, 'persons-enrolled', DISTRICT)).toMatchObject({ status: 'A', value: '90' })
    // Changes add up over months until the value is fresh.
    const later = month(grown(12), { period: '2026-12', earlier: [first.memory, second.memory] })
    expect(find(later, 'persons-enrolled', DISTRICT)).toMatchObject({ status: 'A', value: '90' })
  })

  it('are left out, and the rest published, when the figures contradict what was released', () => {
    const projects = [1, 2, 3, 4].map((at) => enrolled(20, { unitId: `sch_${at}` }))
    const first = month(projects)
    const broken = {
      ...first.memory,
      cells: first.memory.cells.map(([key, cell]) => [key, { ...cell, n: cell.n + 40 }]),
    }
    const second = month(projects, { period: '2026-11', earlier: [broken as ReleaseMemory] })
    expect(second.withheld).not.toBeNull()
    expect(second.records.some(({ dataset }) => dataset.startsWith('persons-'))).toBe(false)
    expect(find(second, 'projects', { ...DISTRICT, state: 'running' })?.value).toBe('4')
  })
})

describe('counts and facts', () => {
  it('counts projects by state with their zeros, and the years of the month and the one before alone', () => {
    const rollup = month([
      project(),
      project({ state: 'completed' }),
      project({ year: '2025' }),
      project({ year: '2024' }),
    ])
    const count = (year: string, level: string, state: string) =>
      find(rollup, 'projects', { year, level, state })?.value
    expect([count('2026', 'all', 'running'), count('2026', 'district', 'completed')]).toEqual(['1', '1'])
    expect([count('2026', 'all', 'archived'), count('2025', 'all', 'running')]).toEqual(['0', '1'])
    expect([count('2024', 'all', 'running'), count('2026', 'city', 'running')]).toEqual([undefined, undefined])
  })

  it('says a fact once, again when it changed, and leaves a tombstone when it is gone', () => {
    const listing = { number: 'JP-1', title: '班主任工作坊', originName: '金水区教育局', state: 'reserve' }
    const one = project()
    const first = month([one], { listings: [listing] })
    expect(find(first, 'project', { number: one.number })?.rev).toBe(1)
    const second = month([{ ...one, state: 'completed' }], {
      period: '2026-11',
      earlier: [first.memory],
      listings: [listing],
    })
    expect(find(second, 'project', { number: one.number })).toMatchObject({ rev: 2, value: { state: 'completed' } })
    expect(find(second, 'listing', { number: 'JP-1' })).toBeUndefined()
    const removed = { ...listing, state: 'removed' }
    const third = month([one], { period: '2026-12', earlier: [first.memory, second.memory], listings: [removed] })
    expect(find(third, 'listing', { number: 'JP-1' })).toMatchObject({
      type: 'tombstone',
      rev: 2,
      value: null,
      status: 'T',
    })
  })

  it('begins its revisions anew in a new epoch', () => {
    const one = project()
    const first = month([one])
    const second = month([one], { period: '2026-11', earlier: [first.memory], epoch: 2 })
    expect(find(second, 'project', { number: one.number })?.rev).toBe(1)
  })

  it('a revision says only what differs', () => {
    const projects = [1, 2, 3, 4].map((at) => enrolled(20, { unitId: `sch_${at}` }))
    const first = month(projects)
    expect(month(projects, { release: '2026-10/2', earlier: [first.memory] }).records).toEqual([])
    const more = [...projects, enrolled(30, { unitId: 'sch_9' })]
    const second = month(more, { release: '2026-10/2', earlier: [first.memory] })
    expect(find(second, 'persons-enrolled', DISTRICT)).toMatchObject({ rev: 2, value: '110' })
    expect(find(second, 'projects', { ...DISTRICT, state: 'archived' })).toBeUndefined()
  })
})

describe('no person', () => {
  it('leaves out titles that carry a number of a person, and kinds that are named after one', () => {
    const canaries = ['培训 410105199003071234', '联系 13900001111', '报名 a.b@example.cn', '41010519900307123X']
    const rollup = month([
      ...canaries.map((title) => project({ title })),
      project({ kind: 'studio', title: '王小明名师工作室' }),
      project({ kind: 'honour', title: '优秀教师王小明' }),
      project({ title: '2026年度第12期1390000班' }),
    ])
    expect(rollup.records.filter(({ dataset }) => dataset === 'project')).toHaveLength(1)
    const text = rollup.records.map((record) => feedLine(record, { seq: 1, epoch: 1, prev: null })).join('\n')
    for (const canary of [...canaries, '王小明']) expect(text).not.toContain(canary)
  })

  it('knows no member beyond the schema', () => {
    const [record] = month([project()]).records
    if (!record) throw new Error('no record')
    const line = feedLine({ ...record, ...{ teacher: '王小明' } }, { seq: 1, epoch: 1, prev: null })
    expect(Object.keys(JSON.parse(line))).toEqual(
      'dataset dims epoch n period prev rev seq status type v value'.split(' '),
    )
    expect(line).not.toContain('王小明')
  })
})

describe('two years of releases', () => {
  it('stay quick with every level in use', () => {
    const levels = ['national', 'province', 'city', 'district', 'school', 'studio']
    const memories: ReleaseMemory[] = []
    for (let at = 0; at < 24; at += 1) {
      const period = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
      const projects = levels.flatMap((level, rank) =>
        [1, 2, 3, 4].map((unit) => ({
          ...project(),
          id: `p${rank}${unit}`,
          level,
          year: '2025',
          unitId: `sch_${unit}`,
          figures: {
            planned: 30,
            enrolled: 4 + rank + 3 * at,
            completed: 2 * at,
            satisfaction: 9000,
            surveysAnswered: at,
          },
        })),
      )
      const rollup = month(projects, { period, earlier: memories })
      memories.push(rollup.memory)
    }
    expect(memories).toHaveLength(24)
  }, 30_000)
})
