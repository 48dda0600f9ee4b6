import { historyOf } from '@shixun/db/tenant/house'
import { teacherById } from '@shixun/db/tenant/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { RegistryScene } from '../store.ts'
import { reachesTeacher } from './teacher-reach.ts'

/** 教师信息的变更记录: who changed what of a teacher, newest first. */
export async function readTeacherHistory(
  scene: RegistryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(teacherById(params), historyOf(params))
  if (!reachesTeacher(scene, 'teacher.write', row)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(lines) })
}
