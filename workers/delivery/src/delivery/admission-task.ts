import { insertMany, type Statement, statement } from '@shixun/db/statement'
import type { CohortRow } from '@shixun/db/tenant/cohorts'
import { tasks } from '@shixun/db/tenant/schema/house'
import { ADMISSION_TASK } from '@shixun/tenant/ask-to-admit'
import type { DeliveryScene } from '../store.ts'

export function admissionsDone(scene: DeliveryScene, cohortId: string): Statement {
  return statement(
    `UPDATE tasks SET done_at = ? WHERE entity = ? AND kind = '${ADMISSION_TASK}' AND done_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM enrolments WHERE cohort_id = ? AND state = 'nominated')`,
    scene.now,
    cohortId,
    cohortId,
  )
}

/** Teachers who were admitted are told in their inbox: until the enrolment moves on. */
export function admittedTasks(
  scene: DeliveryScene,
  cohort: Pick<CohortRow, 'title' | 'startsOn'>,
  admitted: readonly { id: string; teacherId: string | null }[],
): Statement[] {
  const rows = admitted.flatMap(({ id, teacherId }) =>
    teacherId === null
      ? []
      : [
          {
            id: scene.newId('tsk'),
            entity: id,
            kind: 'enrolment.enrolled',
            title: cohort.title,
            role: 'teacher',
            unit: teacherId,
            dueOn: cohort.startsOn,
            createdAt: scene.now,
            doneAt: null,
          },
        ],
  )
  return rows.length ? [insertMany(tasks, rows)] : []
}

/** The school is told that one of its teachers came off the waiting list; it stands until the cohort moves on. */
export function promotedTasks(
  scene: DeliveryScene,
  cohort: Pick<CohortRow, 'id' | 'title' | 'startsOn'>,
  { name, schoolId }: { name: string; schoolId: string },
): Statement[] {
  return ['registrar', 'school_admin'].map((role) =>
    statement(
      "INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at, done_at) VALUES (?, ?, 'cohort.promoted', ?, ?, ?, ?, ?, NULL)",
      scene.newId('tsk'),
      cohort.id,
      `${name}：${cohort.title}`,
      role,
      schoolId,
      cohort.startsOn,
      scene.now,
    ),
  )
}
