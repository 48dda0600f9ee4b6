import {
  teacherById,
  teacherPage,
  teacherPageOfSchool,
  teachersByPrefix,
  teachersByPrefixOfSchool,
} from '@shixun/db/tenant/roster'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { maskedDocument } from './document-tail.ts'
import { byPrefix, newestFirst, type RosterQuery, rosterPage } from './roster-page.ts'

type TeacherRow = ReturnType<ReturnType<typeof teacherById>['decode']>

/** A teacher as the API shows them: of the document its kind and last characters. */
export function teacherCard({ documentTail, createdAt: _, ...row }: TeacherRow) {
  return { ...row, documentMasked: maskedDocument(documentTail), actions: [] }
}

function teachersRead(query: RosterQuery, school: string | null) {
  const { q } = query
  if (school === null) return q ? teachersByPrefix(byPrefix(q, query)) : teacherPage(newestFirst(query))
  return q
    ? teachersByPrefixOfSchool({ school, ...byPrefix(q, query) })
    : teacherPageOfSchool({ school, ...newestFirst(query) })
}

/** Teachers newest first, or by the beginning of their name: the bureau all, a school its own, a teacher their own record. */
export async function listTeachers(
  scene: DistrictScene,
  { query, raw }: { query: RosterQuery; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'teacher.read')
  const alone = scopeOf(scene.visitor, 'teacher.read') === 'self'
  const [found] = await scene.store.tenant.read(alone ? teacherById({ id: own }) : teachersRead(query, own))
  const rows = alone ? found.filter(({ name }) => name.startsWith(query.q ?? '')) : found
  return ok({ body: rosterPage(rows, query, raw, teacherCard) })
}

export async function readTeacher(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'teacher.read')
  const alone = scopeOf(scene.visitor, 'teacher.read') === 'self'
  const [[row]] = await scene.store.tenant.read(teacherById({ id: params.id }))
  if (!row || (own !== null && (alone ? row.id : row.schoolId) !== own)) return refuse({ code: 'not-found' })
  return ok({ body: teacherCard(row), version: row.version })
}
