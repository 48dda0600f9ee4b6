import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import { personName } from './accounts.ts'
import { schoolRows, TEACHER_POSTS, teacherRows } from './rows.ts'
import type { Stage } from './stage.ts'

type Import = { id: string; state: string; actions: string[] }
type Row = Record<string, string | number>

/** Autumn's new teachers: ten sound rows, two that mistakes were made in, and three of last year who got a title. */
function autumnRows(stage: Stage): Row[] {
  const [school] = schoolRows(stage.district, stage.index)
  const fresh = Array.from(
    { length: 12 },
    (_, n): Row => ({
      name: personName(4000 + stage.index * 40 + n),
      document: makeIdentityNumber(stage.district.division, `200${n % 4}-0${1 + (n % 9)}-11`, 700 + n),
      schoolCode: school?.code ?? '',
      phase: '小学',
      subject: '语文',
      education: '本科',
      entryDate: '2026-09-01',
    }),
  )
  const [first, second] = fresh
  if (first && second) {
    first['document'] = Number(String(first['document']).slice(0, 17))
    second['posts'] = '班主任（2026-09-01）'
  }
  const known = teacherRows(stage.district, stage.index, 3)
  return [...fresh, ...known.map((teacher): Row => ({ ...teacher, posts: TEACHER_POSTS.head, title: '正高级教师' }))]
}

/** The roster lives: an import that was written, another that waits for its confirmation, a transfer that waits for a school. */
export async function keepRoster(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const path = `${stage.base}/roster-imports`
  const staged = async (fileName: string, rows: Row[]): Promise<string> => {
    const file = { fileName, fingerprint: fileName, total: rows.length }
    const { id } = await office.must<Import>(path, file)
    await office.must(`${path}/${id}/rows`, { from: 1, rows: rows.map((cells, n) => ({ line: n + 2, cells })) })
    return `${path}/${id}`
  }
  const autumn = await staged('2026 年秋季新入职教师.xlsx', autumnRows(stage))
  await office.must(`${autumn}/actions/apply`)
  await office.must(`${autumn}/steps`)
  const [, next] = autumnRows(stage)
  if (next) await staged('2026 年秋季新入职教师（更正）.xlsx', [{ ...next, posts: TEACHER_POSTS.head }])
  const to = schoolRows(stage.district, stage.index)[1]?.code ?? ''
  const { body } = await office.get<{ items: { id: string }[] }>(
    `${stage.base}/teachers?school=${stage.schools[2]?.id ?? ''}&limit=1`,
  )
  const [teacher] = body.items
  if (teacher)
    await office.must(`${stage.base}/transfers`, {
      teacherId: teacher.id,
      toSchoolCode: to,
      reason: '教师交流轮岗，任期一年。',
    })
}
