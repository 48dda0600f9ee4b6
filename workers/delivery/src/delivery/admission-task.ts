import { insertMany, insertParts, type Statement, statement } from '@shixun/db/statement'
import type { CohortRow } from '@shixun/db/tenant/cohorts'
import { tasks } from '@shixun/db/tenant/schema/house'
import { unplacedTitle } from '@shixun/domain/delivery/left-over'
import { ADMISSION_TASK, runnerOf } from '@shixun/tenant/ask-to-admit'
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
  { name, schoolId, teacherId }: Person,
): Statement[] {
  if (teacherId === null) return []
  const title = `${name}：${cohort.title}`
  const told = { entity: cohort.id, kind: 'cohort.promoted', title, dueOn: cohort.startsOn }
  return [insertMany(tasks, toSchool(scene, schoolId, told))]
}

/** A kept place that nobody took: its school is told, and whoever runs the cohort; a guest's bureau hears of it by letter. */
export function lapsedTasks(
  scene: DeliveryScene,
  cohort: Pick<CohortRow, 'title' | 'unitKind' | 'unitId'>,
  { id, name, schoolId, teacherId }: Person & { id: string },
): Statement[] {
  const told = { entity: id, kind: 'enrolment.lapsed', title: `${name}：${cohort.title}`, dueOn: null }
  const school = teacherId === null ? [] : toSchool(scene, schoolId, told)
  const runner = { ...told, ...runnerOf(cohort), ...stamp(scene) }
  // a school that runs the cohort itself is told once
  const both = school.some(({ role, unit }) => role === runner.role && unit === runner.unit)
  return [insertMany(tasks, both ? school : [...school, runner])]
}

/** Who was still waiting when a cohort was over: one line a school. */
export function unplacedTasks(
  scene: DeliveryScene,
  cohort: Pick<CohortRow, 'id' | 'title'>,
  people: readonly Person[],
): Statement[] {
  const own = people.filter(({ teacherId }) => teacherId !== null)
  const rows = [...new Set(own.map(({ schoolId }) => schoolId))].flatMap((school) => {
    const names = own.filter(({ schoolId }) => schoolId === school).map(({ name }) => name)
    const told = { entity: cohort.id, kind: 'cohort.unplaced', title: unplacedTitle(cohort.title, names), dueOn: null }
    return toSchool(scene, school, told)
  })
  return insertParts(tasks, rows)
}

type Person = { name: string; schoolId: string; teacherId: string | null }
type Told = { entity: string; kind: string; title: string; dueOn: string | null }

const stamp = (scene: DeliveryScene) => ({ id: scene.newId('tsk'), createdAt: scene.now, doneAt: null })

/** Both roles that nominate for a school. */
function toSchool(scene: DeliveryScene, unit: string, told: Told) {
  return ['registrar', 'school_admin'].map((role) => ({ ...told, role, unit, ...stamp(scene) }))
}
