import {
  teacherById,
  teacherPage,
  teacherPageByPhase,
  teacherPageBySubject,
  teacherPageOfSchool,
  teachersByPartOfSchool,
  teachersByPrefix,
} from '@shixun/db/tenant/roster'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { TeacherState } from '@shixun/domain/teachers/teacher-states'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { byPart, byPrefix, newestFirst, type RosterQuery, rosterPage } from './roster-page.ts'
import { type TeacherCard, teacherCard } from './teacher-card.ts'

type Query = RosterQuery & {
  school?: string | undefined
  phase?: string | undefined
  subject?: string | undefined
  state?: TeacherState | undefined
}

/** The read that an index serves: by the beginning of a name, within a school, or within a state of the whole roster. */
function teachersRead(query: Query, school: string | null) {
  const { q, phase = null, subject = null, state = 'active' } = query
  const rest = { state, phase, subject }
  if (school !== null)
    return q
      ? teachersByPartOfSchool({ school, ...rest, ...byPart(q, query) })
      : teacherPageOfSchool({ school, ...rest, ...newestFirst(query) })
  if (q) return teachersByPrefix({ ...rest, ...byPrefix(q, query) })
  if (subject !== null) return teacherPageBySubject({ ...rest, ...newestFirst(query) })
  return phase === null
    ? teacherPage({ state, ...newestFirst(query) })
    : teacherPageByPhase({ state, phase, ...newestFirst(query) })
}

/** Whether one's own record is among what is asked for. */
function fits({ name, phase, subject, state }: TeacherCard, query: Query): boolean {
  return (
    name.startsWith(query.q ?? '') &&
    (query.phase === undefined || query.phase === phase) &&
    (query.subject === undefined || query.subject === subject) &&
    (query.state === undefined || query.state === state)
  )
}

/** Teachers newest first, or by the beginning of their name: the bureau all, a school its own, a teacher their own record. */
export async function listTeachers(
  scene: RegistryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'teacher.read')
  const alone = scopeOf(scene.visitor, 'teacher.read') === 'self'
  // another school's are none of this one's
  const school = own === null || query.school === undefined || query.school === own ? (own ?? query.school ?? null) : ''
  const [found] = await scene.store.tenant.read(alone ? teacherById({ id: own }) : teachersRead(query, school))
  const rows = alone ? found.filter((row) => fits(row, query)) : found
  return ok({ body: rosterPage(rows, query, raw, (row) => teacherCard(scene, row)) })
}

export async function readTeacher(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'teacher.read')
  const alone = scopeOf(scene.visitor, 'teacher.read') === 'self'
  const [[row]] = await scene.store.tenant.read(teacherById({ id: params.id }))
  if (!row || (own !== null && (alone ? row.id : row.schoolId) !== own)) return refuse({ code: 'not-found' })
  return ok({ body: teacherCard(scene, row), version: row.version })
}
