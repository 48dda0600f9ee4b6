import { commit, type JournalEvent } from '@shixun/db/commit'
import { insert, insertMany } from '@shixun/db/statement'
import { engagementsOfExperts } from '@shixun/db/tenant/engagements'
import { expertsByIds } from '@shixun/db/tenant/experts'
import { settingsByKeys } from '@shixun/db/tenant/house'
import { formOfProject } from '@shixun/db/tenant/inspections'
import { rubricById } from '@shixun/db/tenant/quality'
import { inspectionSheets, inspections } from '@shixun/db/tenant/schema/inspections'
import { projectById } from '@shixun/db/tenant/training'
import {
  checklistOf,
  DEFAULT_INSPECTION,
  INSPECTION,
  INSPECTION_SHEET,
  type InspectionSetting,
} from '@shixun/domain/quality/inspections/inspection'
import { pauseWithin, standingOf } from '@shixun/domain/quality/panels/expert'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { FieldProblem } from '@shixun/domain/shared/result'
import { ok, refuse } from '@shixun/domain/shared/result'
import { PROJECT } from '@shixun/domain/training/project'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { applicationConflicts } from '@shixun/tenant/application-conflicts'
import { conflictRulesOf } from '@shixun/tenant/barred-items'
import { arrive, arriveMany, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { engagementsByExpert } from '../conflicts/engagements-by-expert.ts'
import { inspectionView, recordOwners } from './inspection-card.ts'
import { visitTask } from './visit-task.ts'

type Body = {
  projectId: string
  rubricId: string | null
  visitOn: string
  purpose: string
  expertIds: string[]
  office: boolean
  checks?: { title: string; help?: string | undefined }[] | undefined
}

const SETTINGS = JSON.stringify(['inspection', 'conflict-rules'])
/** Projects that can still be visited: what is evaluated or ended is judged already. */
const VISITED = ['approved', 'preparing', 'running', 'concluding', 'completed']
const OFFICE = '教师培训主管科室'

type Expert = ReturnType<ReturnType<typeof expertsByIds>['decode']>

function visitorProblems(
  { expertIds, office, visitOn }: Body,
  experts: readonly Expert[],
  today: string,
): FieldProblem[] {
  const wrong = expertIds.flatMap((id, index): FieldProblem[] => {
    const pointer = `/expertIds/${index}`
    if (expertIds.indexOf(id) !== index) return [{ pointer, problem: 'duplicate' }]
    const expert = experts.find((one) => one.id === id)
    if (!expert) return [{ pointer, problem: 'not_in_district' }]
    const standing = standingOf(expert, today, visitOn)
    if (standing === 'left') return [{ pointer, problem: 'expert_left', limit: expert.name }]
    const pause = standing === 'paused' ? pauseWithin(expert, today, visitOn) : null
    return pause
      ? [{ pointer, problem: 'expert_paused', limit: `${expert.name}：${pause.from} 至 ${pause.to ?? '另行通知'}` }]
      : []
  })
  return expertIds.length === 0 && !office ? [{ pointer: '/expertIds', problem: 'required' }] : wrong
}

/** 安排现场考察：who goes where with which list. Nobody visits a project in which they have an interest. */
export async function planInspection(scene: ReviewScene, { body }: { body: Body }): Promise<Verdict> {
  const today = chinaDate(scene.now)
  const ids = JSON.stringify(body.expertIds)
  const [[project], [application], [rubric], experts, settings, trainings] = await scene.store.tenant.read(
    projectById({ id: body.projectId }),
    formOfProject({ id: body.projectId }),
    rubricById({ id: body.rubricId ?? '' }),
    expertsByIds({ ids }),
    settingsByKeys({ keys: SETTINGS }),
    engagementsOfExperts({ ids, panel: '', after: '', name: '', to: '', limit: 0, today }),
  )
  if (!project || !application) return refuse({ code: 'not-found' })
  if (!VISITED.includes(project.state))
    return refuse({ code: 'state-refuses', facts: { state: PROJECT.states[project.state] } })
  const own = (key: string) => settings.find((setting) => setting.key === key)?.value
  const kept = own('inspection')
  const usual: InspectionSetting = (kept === undefined ? null : JSON.parse(kept)) ?? DEFAULT_INSPECTION
  const checks = body.checks ?? usual.checks.map((title) => ({ title }))
  const checklist = checklistOf(rubric?.body ?? null, checks)
  const unfit = body.rubricId !== null && (rubric?.state !== 'published' || rubric.purpose !== 'completion')
  const fields = [
    ...(body.visitOn < today ? [{ pointer: '/visitOn', problem: 'before_today' }] : []),
    ...(unfit ? [{ pointer: '/rubricId', problem: rubric ? 'not_published' : 'not_in_district' }] : []),
    ...(checklist.length === 0 ? [{ pointer: '/checks', problem: 'required' }] : []),
    ...visitorProblems(body, experts, today),
  ]
  if (fields.length) return refuse({ code: 'invalid-input', fields })
  const rules = conflictRulesOf(own('conflict-rules'))
  const engaged = engagementsByExpert(trainings)
  const barred = body.expertIds.flatMap((id, index) => {
    const expert = experts.find((one) => one.id === id)
    const found = expert ? applicationConflicts(expert, project, application.form, today, rules, engaged.get(id)) : []
    return found.length > 0 ? [{ index, name: expert?.name ?? '', found }] : []
  })
  if (barred.length > 0)
    return refuse({
      code: 'conflict-of-interest',
      facts: {
        detail: barred.map(({ name, found }) => `${name}：${found.map(({ detail }) => detail).join('；')}`).join('；'),
        next: '请换一位考察人员。',
      },
      fields: barred.map(({ index }) => ({ pointer: `/expertIds/${index}`, problem: 'conflict_of_interest' })),
    })

  const id = scene.newId('isp')
  const visitors = [
    ...body.expertIds.map((expertId) => ({
      expertId,
      visitorName: experts.find((one) => one.id === expertId)?.name ?? '',
    })),
    ...(body.office ? [{ expertId: null, visitorName: OFFICE }] : []),
  ]
  const sheets = visitors.map((visitor) => ({
    ...visitor,
    id: scene.newId('ins'),
    inspectionId: id,
    state: INSPECTION_SHEET.initial,
    entries: {},
    summary: '',
    receivedBy: '',
    reopenNote: null,
    sealedAt: null,
    version: 1,
    createdAt: scene.now,
  }))
  const row = {
    id,
    projectId: project.id,
    title: project.title,
    unitId: project.unitId,
    unitName: project.unitName,
    rubricId: body.rubricId,
    checklist,
    visitOn: body.visitOn,
    purpose: body.purpose,
    state: INSPECTION.initial,
    sheetsTotal: sheets.length,
    sheetsSealed: 0,
    sealedAt: null,
    releasedAt: null,
    acknowledgedAt: null,
    version: 1,
    createdAt: scene.now,
  }
  const answer = inspectionView(scene, row, sheets, [])
  const planned: JournalEvent = {
    entity: id,
    version: 1,
    verb: 'create',
    after: {
      state: row.state,
      project: project.id,
      visitOn: row.visitOn,
      items: checklist.length,
      visitors: visitors.length,
    },
  }
  const given = sheets.map(
    (sheet): JournalEvent => ({
      entity: sheet.id,
      version: 1,
      verb: 'assign',
      after: { state: sheet.state, inspection: id },
    }),
  )
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [planned, ...given],
    [
      insert(inspections, row),
      insertMany(inspectionSheets, sheets),
      ...arrive(scene, INSPECTION, row, null, row.state, {}),
      ...arriveMany(
        scene,
        INSPECTION_SHEET,
        sheets.map((sheet) => ({
          id: sheet.id,
          title: visitTask(row),
          expertId: sheet.expertId,
        })),
        null,
        'open',
        recordOwners,
        row.visitOn,
      ),
    ],
    storedAnswer(201, answer, 1),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, status: 201, version: 1 })
}
