import { alarmsOfProject, assessmentOf, assessmentRubrics, snapshotsOf } from '@shixun/db/tenant/assessments'
import { settingByKey } from '@shixun/db/tenant/house'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { type Assessment, assess } from '@shixun/domain/quality/assessments/assess'
import { assessmentMonth, closingDay } from '@shixun/domain/quality/assessments/assessment-month'
import {
  ASSESSED_STATES,
  assessmentSetting,
  rubricForCall,
} from '@shixun/domain/quality/assessments/assessment-setting'
import { liftList } from '@shixun/domain/quality/assessments/lift'
import { projectMetrics } from '@shixun/domain/quality/assessments/project-metrics'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { projectFactReads, projectFactsOf } from '@shixun/tenant/project-facts'
import type { ReviewScene } from '../../store.ts'
import {
  alarmCard,
  leavesView,
  milestoneView,
  points,
  pointsOrNull,
  readingView,
  snapshotCard,
} from './assessment-card.ts'
import { isFit } from './plan-assessment.ts'

/** Closed months and alarms that a page shows. */
const MONTHS = 24
const ALARMS = 50

const UNSCORED: Pick<Assessment, 'total' | 'band' | 'bandTitle' | 'weight'> = {
  total: null,
  band: null,
  bandTitle: null,
  weight: { whole: 0, measurable: 0, present: 0 },
}

function actionsHere(scene: ReviewScene, projectState: string): string[] {
  const may = (permission: 'assessment.recompute' | 'milestone.write') => scopeOf(scene.visitor, permission) !== null
  const registering = ['preparing', 'running', 'concluding'].includes(projectState)
  return [
    ...(may('assessment.recompute') ? ['recompute'] : []),
    ...(may('milestone.write') && registering ? ['settle-milestone'] : []),
  ]
}

/** 一个项目的动态考核：computed from the data as they stand this moment; lists may be some minutes behind it. */
export async function readProjectAssessment(
  scene: ReviewScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const project = params.id
  const [[stored], rubrics, [kept], closed, alarms, ...rows] = await scene.store.tenant.read(
    settingByKey({ key: 'assessment' }),
    assessmentRubrics(),
    assessmentOf({ project }),
    snapshotsOf({ project, limit: MONTHS }),
    alarmsOfProject({ project, limit: ALARMS }),
    ...projectFactReads([project]),
  )
  const [row] = rows[0]
  const limit = unitLimit(scene.visitor, 'assessment.read')
  if (!row || (limit !== null && row.unitId !== limit)) return refuse({ code: 'not-found' })

  const today = chinaDate(scene.now)
  const setting = assessmentSetting(stored?.value)
  const named = rubricForCall(setting, row.callId)
  const found = rubrics.find(({ id }) => id === named)
  const rubric = isFit(found) ? found : null
  const facts = projectFactsOf(row, rows)
  const inputs = rubric && { rubricId: rubric.id, rubricVersion: rubric.version, asOf: today, facts }
  const assessment = rubric && inputs ? assess(rubric.body, inputs) : null
  const list = rubric && assessment ? liftList(rubric.body, facts, assessment) : null
  const inTime = ASSESSED_STATES.includes(row.state)
  const natural = assessmentMonth(today, setting.dayOfMonth)
  const month = kept?.state === 'running' && kept.month > natural ? kept.month : natural
  const { total, band, bandTitle, weight } = assessment ?? UNSCORED
  const notes = new Map(rows[6].map(({ key, note }) => [key, note]))
  return ok({
    body: {
      id: project,
      version: kept?.version ?? 1,
      actions: actionsHere(scene, row.state),
      title: row.title,
      unitId: row.unitId,
      unitName: row.unitName,
      projectState: row.state,
      without: !inTime ? 'state' : named === null ? 'no_rubric' : rubric === null ? 'rubric_gone' : null,
      rubric: rubric && { id: rubric.id, title: rubric.title },
      month,
      asOf: today,
      closesOn: closingDay(month, setting.dayOfMonth),
      total: pointsOrNull(total),
      band,
      bandTitle,
      weight: {
        whole: points(weight.whole),
        measurable: points(weight.measurable),
        present: points(weight.present),
      },
      readings: projectMetrics(facts, today).map(readingView),
      leaves: rubric && assessment ? leavesView(rubric.body, assessment) : [],
      months: closed.map(snapshotCard),
      alarms: alarms.map((alarm) => alarmCard(scene, alarm)),
      lifts: (inTime ? (list?.lifts ?? []) : []).map((lift) => ({
        ...lift,
        max: points(lift.max),
        now: pointsOrNull(lift.now),
        best: points(lift.best),
        gain: points(lift.gain),
        lost: points(lift.lost),
      })),
      later: (list?.later ?? []).map(({ source, max }) => ({ source, max: points(max) })),
      reachable: inTime ? pointsOrNull(list?.reachable ?? null) : null,
      milestones: facts.milestones.map((one) => milestoneView(one, notes.get(one.key) ?? '', today)),
      computedAt: kept?.computedAt ?? null,
    },
  })
}
