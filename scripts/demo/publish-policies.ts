import { DISTRICT_240, HEAD_TEACHERS_30 } from '@shixun/domain/credits/samples/district-hours'
import { schoolRows, teacherRows } from './rows.ts'
import type { Stage } from './stage.ts'

const HOURS = [
  { date: '2025-04-12', hours: 24, channel: '集中培训', category: '专业科目', title: '学科教学能力提升' },
  { date: '2025-07-20', hours: 40, channel: '网络研修', category: '公需科目', title: '暑期网络研修' },
  { date: '2025-10-18', hours: 36, channel: '校本研训', category: '专业科目', title: '校本教研活动' },
  { date: '2026-03-14', hours: 30, channel: '校本研训', category: '专业科目', title: '课例研磨' },
  { date: '2026-08-10', hours: 32, channel: '集中培训', category: '选修科目', title: '暑期集中研修' },
  { date: '2026-10-25', hours: 12, channel: '集中培训', category: '班主任培训', title: '班主任专题培训' },
]

/** The policy of a bureau of the demonstration: 240 hours in the four years from 2025, and head teachers' training. */
const POLICY = {
  ...DISTRICT_240.policy,
  title: '教师培训学分管理办法（2025—2028 年）',
  validFrom: '2025-01-01',
  minutesPerHour: 45,
  cycle: { years: 4, anchor: { kind: 'fixed', start: '2025-01-01' } },
  attendance: { absenceFrom: [1, 5] },
  requirements: [...DISTRICT_240.policy.requirements, ...HEAD_TEACHERS_30.policy.requirements],
  leave: { kinds: ['maternity', 'sick'], fromDays: 60 },
}

/** Past hours of every teacher: some have all of them, some few. */
function hoursOf(stage: Stage, year: number, count: number) {
  const schools = new Map(schoolRows(stage.district, stage.index).map(({ code, name }) => [code, name]))
  const centre = `${stage.district.name.replace('教育局', '')}教师发展中心`
  return teacherRows(stage.district, stage.index, count).flatMap((teacher, n) =>
    HOURS.filter(({ date }) => Number(date.slice(0, 4)) === year)
      .filter((_, at) => (n * 7 + at * 3) % 10 < 7)
      .map(({ date, hours, channel, category, title }) => ({
        name: teacher.name,
        schoolCode: teacher.schoolCode,
        documentTail: teacher.document.slice(-4),
        date,
        hours: String(hours + (n % 5)),
        channel,
        level: '区县级',
        module: '',
        category,
        title,
        providerName: channel === '校本研训' ? (schools.get(teacher.schoolCode) ?? centre) : centre,
      })),
  )
}

/** The office takes in the hours of a year that were kept on paper so far. */
export async function importHours(stage: Stage, year: number, teachers: number): Promise<void> {
  const office = await stage.as('office')
  const rows = hoursOf(stage, year, teachers)
  for (let from = 0; from < rows.length; from += 1000) {
    const { rejected } = await office.must<{ rejected: unknown[] }>(`${stage.base}/ledger/import`, {
      rows: rows.slice(from, from + 1000),
    })
    if (rejected.length > 0) throw new Error(`hours were refused: ${JSON.stringify(rejected.slice(0, 3))}`)
  }
}

/** A policy is made, tried against the ledger and published; everybody is computed by it. */
export async function publishPolicy(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const draft = await office.must<{ id: string }>(`${stage.base}/policies`, { from: 'body', body: POLICY })
  const path = `${stage.base}/policies/${draft.id}`
  const simulation = await office.must<{ id: string }>(`${path}/simulations`, {})
  await stepThrough(stage, `${stage.base}/simulations/${simulation.id}`)
  await office.must(`${path}/actions/publish`, { note: '经局务会审议通过' })
  await stepThrough(stage, `${path}/recomputation`)
}

async function stepThrough(stage: Stage, path: string): Promise<void> {
  const office = await stage.as('office')
  for (let state = 'running'; state === 'running'; )
    state = (await office.must<{ state: string }>(`${path}/steps`, {})).state
}

/** Before the doors open everybody is computed once more, with all that the year brought. */
export async function computeStandings(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const { body } = await office.get<{ items: { id: string; inForce: boolean }[] }>(`${stage.base}/policies`)
  const policy = body.items.find(({ inForce }) => inForce)
  if (!policy) return
  const path = `${stage.base}/policies/${policy.id}/recomputation`
  await stepThrough(stage, path)
  await office.must(path, {})
  await stepThrough(stage, path)
}
