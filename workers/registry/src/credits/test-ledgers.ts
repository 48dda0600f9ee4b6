import type { TestDistrict } from '../../../../packages/testkit/src/test-district.ts'

const idOf = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, '0')}`
export const teacherOf = (n: number) => idOf('tea', n)
export const schoolOf = (n: number) => idOf('sch', n)

/** For tests: schools and teachers written straight into the database; teacher n is of school n mod `schools`. */
export async function fillRoster(
  house: Pick<TestDistrict, 'run'>,
  { schools, teachers }: { schools: number; teachers: number },
): Promise<void> {
  await house.run(
    `INSERT INTO schools (id, code, name, area, phase, version, created_at)
     SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), 'urban', 'primary', 1, '2026-01-01T00:00:00.000Z' FROM json_each(?)`,
    JSON.stringify(
      Array.from({ length: schools }, (_, n) => [schoolOf(n), `2141${String(n).padStart(6, '0')}`, `第${n + 1}小学`]),
    ),
  )
  await house.run(
    `INSERT INTO teachers (id, school_id, school_name, name, document_type, document_cipher, document_mac, document_tail, phase, subject, posts, entry_date, held_posts, leaves, version, created_at)
     SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]'), 'resident_id', '', json_extract(value, '$[0]'), '', json_extract(value, '$[4]'), '语文', '[]', '2005-09-01', json_extract(value, '$[5]'), '[]', 1, '2026-01-01T00:00:00.000Z' FROM json_each(?)`,
    JSON.stringify(
      Array.from({ length: teachers }, (_, n) => {
        const school = n % schools
        const posts = n % 10 === 0 ? [{ post: 'head_teacher', from: '2010-09-01', to: null }] : []
        return [
          teacherOf(n),
          schoolOf(school),
          `第${school + 1}小学`,
          `教师${String(n).padStart(4, '0')}`,
          n % 3 === 0 ? 'junior' : 'primary',
          JSON.stringify(posts),
        ]
      }),
    ),
  )
}

/** For tests: confirmed hours of teachers, straight into the ledger. */
export async function fillLedger(
  house: Pick<TestDistrict, 'run'>,
  entries: readonly { teacher: number; n: number; date: string; hours: number; channel?: string; schools: number }[],
): Promise<void> {
  await house.run(
    `INSERT INTO ledger_entries (id, teacher_id, school_id, state, date, minutes, channel, level, module, category, activity, title, project_id, provider_id, provider_name, accredited, source, version, created_at, batch)
     SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), 'confirmed', json_extract(value, '$[3]'), json_extract(value, '$[4]'), json_extract(value, '$[5]'), 'district', '', '', '', '培训', '', '', '研培中心', 1, 'cohort', 1, '2026-01-01T00:00:00.000Z', json_extract(value, '$[0]') FROM json_each(?)`,
    JSON.stringify(
      entries.map(({ teacher, n, date, hours, channel = 'concentrated', schools }) => [
        idOf('led', teacher * 1000 + n),
        teacherOf(teacher),
        schoolOf(teacher % schools),
        date,
        hours * 60,
        channel,
      ]),
    ),
  )
}
