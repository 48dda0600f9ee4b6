import { commit, type JournalEvent } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { insertMany, type Statement, updateSeen } from '@shixun/db/statement'
import {
  type AlarmRow,
  type AssessmentRow,
  alarmsAmong,
  assessmentRubrics,
  assessmentsAmong,
  closedAmong,
  countAlarms,
  keepAssessment,
  settleTaken,
  takeStale,
  tellAlarm,
} from '@shixun/db/tenant/assessments'
import { settingByKey } from '@shixun/db/tenant/house'
import { assessmentAlarms, projectSnapshots } from '@shixun/db/tenant/schema/assessments'
import { ASSESSMENT_ALARM } from '@shixun/domain/quality/assessments/alarm'
import { ASSESSMENT_ENGINE } from '@shixun/domain/quality/assessments/assess'
import { monthBefore } from '@shixun/domain/quality/assessments/assessment-month'
import { assessmentSetting, rubricForCall } from '@shixun/domain/quality/assessments/assessment-setting'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { ENGINE } from '@shixun/domain/quality/evaluations/evaluate'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { arriveMany } from '@shixun/tenant/move'
import { type FactProject, projectFactReads, projectFactsOf } from '@shixun/tenant/project-facts'
import type { ReviewScene } from '../../store.ts'
import { isFit, metricFigures, type PlannedAssessment, planAssessment } from './plan-assessment.ts'

/** `counts`: how many of its alarms wait and stand when the plan is carried out, and what the row had before. */
type Planned = {
  project: FactProject
  plan: PlannedAssessment
  counts: Pick<AssessmentRow, 'alarms' | 'standing' | 'version' | 'createdAt'>
}

function countsAfter(plan: PlannedAssessment, before: readonly AlarmRow[], kept: AssessmentRow | null, now: string) {
  const left = before.filter(({ id }) => !plan.gone.some((gone) => gone.id === id))
  const waiting = left.filter(({ state }) => state !== 'acknowledged')
  return {
    alarms: waiting.length + plan.raised.length,
    standing: left.length + plan.raised.length,
    version: (kept?.version ?? 0) + 1,
    createdAt: kept?.createdAt ?? now,
  }
}

async function planAll({ store, now }: ReviewScene, ids: readonly string[]): Promise<Planned[]> {
  const given = { ids: JSON.stringify(ids) }
  const today = chinaDate(now)
  const [[stored], rubrics, all, standing, closed, ...rows] = await store.tenant.readThenWrite(
    [
      settingByKey({ key: 'assessment' }),
      assessmentRubrics(),
      assessmentsAmong(given),
      alarmsAmong(given),
      closedAmong({ ...given, from: monthBefore(today.slice(0, 7)) }),
      ...projectFactReads(ids),
    ] as const,
    [takeStale(ids)],
  )
  const setting = assessmentSetting(stored?.value)
  return rows[0].map((project) => {
    const named = rubricForCall(setting, project.callId)
    const rubric = rubrics.find(({ id }) => id === named)
    const own = <Row extends { projectId: string }>(some: readonly Row[]) =>
      some.filter(({ projectId }) => projectId === project.id)
    const kept = own(all)[0] ?? null
    const alarms = own(standing)
    const plan = planAssessment({
      project,
      facts: projectFactsOf(project, rows),
      setting,
      rubric: isFit(rubric) ? rubric : null,
      kept,
      closed: own(closed),
      standing: alarms,
      today,
      now,
    })
    return { project, plan, counts: countsAfter(plan, alarms, kept, now) }
  })
}

type Written = { events: JournalEvent[]; statements: Statement[] }

/** Closed months, each with the hash of its bytes, which the journal keeps too. */
async function closeMonths(scene: ReviewScene, planned: readonly Planned[]): Promise<Written> {
  const rows = await Promise.all(
    planned.flatMap(({ project, plan }) =>
      plan.snapshots.map(async ({ month, late, inputs, assessment }) => ({
        id: scene.newId('snp'),
        projectId: project.id,
        unitId: project.unitId,
        month,
        rubricId: inputs.rubricId,
        asOf: inputs.asOf,
        total: assessment.total,
        band: assessment.band,
        present: assessment.weight.present,
        figures: metricFigures(assessment),
        inputs,
        derivation: assessment,
        sha256: await sha256(canonicalJson(assessment)),
        engine: `${ASSESSMENT_ENGINE} ${assessment.evaluation?.engine ?? ENGINE}`,
        late,
        computedAt: scene.now,
      })),
    ),
  )
  if (rows.length === 0) return { events: [], statements: [] }
  return {
    events: rows.map(({ id, projectId, month, asOf, total, band, sha256: hash, late }) => ({
      entity: id,
      version: 1,
      verb: 'close-month',
      after: { project: projectId, month, asOf, total, band, sha256: hash, late },
    })),
    statements: [insertMany(projectSnapshots, rows)],
  }
}

const asTask = (row: Pick<AlarmRow, 'id' | 'projectTitle' | 'unitKind' | 'unitId'>) => ({
  id: row.id,
  title: row.projectTitle,
  unitKind: row.unitKind,
  unitId: row.unitId,
})

/** Whose inboxes an alarm reaches beside the office's. */
export function alarmOwners({ unitKind, unitId }: { unitKind: string; unitId: string }): Record<string, string> {
  return unitKind === 'school' ? { school_admin: unitId } : { provider: unitId }
}

function soundAlarms(scene: ReviewScene, planned: readonly Planned[]): Written {
  const rows = planned.flatMap(({ project, plan }) =>
    plan.raised.map(
      (found): AlarmRow => ({
        id: scene.newId('alm'),
        projectId: project.id,
        projectTitle: project.title,
        unitKind: project.unitKind,
        unitId: project.unitId,
        unitName: project.unitName,
        rule: found.rule,
        subject: found.subject,
        kind: found.kind,
        state: 'open',
        found,
        month: plan.row?.month ?? '',
        explanation: null,
        note: null,
        version: 1,
        createdAt: scene.now,
        goneAt: null,
      }),
    ),
  )
  if (rows.length === 0) return { events: [], statements: [] }
  return {
    events: rows.map(({ id, projectId, found }) => ({
      entity: id,
      version: 1,
      verb: 'sound',
      after: { state: 'open', project: projectId, ...found },
    })),
    statements: [
      insertMany(assessmentAlarms, rows),
      ...arriveMany(scene, ASSESSMENT_ALARM, rows.map(asTask), null, 'open', alarmOwners),
    ],
  }
}

function clearAlarms(scene: ReviewScene, planned: readonly Planned[]): Written {
  const gone = planned.flatMap(({ plan }) => plan.gone)
  const states = [...new Set(gone.map(({ state }) => state))]
  return {
    events: gone.map(({ id, version, state }) => ({
      entity: id,
      version: version + 1,
      verb: 'lapse',
      before: { state },
      after: { state: 'gone' },
    })),
    statements: [
      ...gone.map((row) => updateSeen(assessmentAlarms, row, { state: 'gone', goneAt: scene.now })),
      ...states.flatMap((from) =>
        arriveMany(
          scene,
          ASSESSMENT_ALARM,
          gone.filter(({ state }) => state === from).map(asTask),
          from,
          'gone',
          alarmOwners,
        ),
      ),
    ],
  }
}

/**
 * Brings some projects up to date: one trip that reads what they rest on, one batch that writes what came of it. Null when
 * somebody was faster with one of their alarms: they stay marked, and the next round looks again. `unit`: whose they must be.
 */
export async function assessProjects(
  scene: ReviewScene,
  ids: readonly string[],
  unit: string | null = null,
): Promise<Planned[] | null> {
  const planned = await planAll(scene, ids)
  if (unit !== null && planned.some(({ project }) => project.unitId !== unit)) return []
  const written = [await closeMonths(scene, planned), soundAlarms(scene, planned), clearAlarms(scene, planned)]
  const events = written.flatMap((one) => one.events)
  const statements = [
    ...planned.flatMap(({ plan }) => (plan.row === null ? [] : [keepAssessment(plan.row)])),
    ...written.flatMap((one) => one.statements),
    ...planned.flatMap(({ plan }) => plan.told.map(({ id, found }) => tellAlarm(id, found))),
    countAlarms(planned.map(({ project }) => project.id)),
    settleTaken(ids),
  ]
  const { tenant } = scene.store
  const [first, ...more] = events
  const refusal = first
    ? await commit(tenant, scene.hand, [first, ...more], statements, null)
    : await tenant.write(statements)
  return refusal === null ? planned : null
}
