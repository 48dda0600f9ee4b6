import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { evaluationRow } from '@shixun/tenant/evaluation-row'
import type { Client, Reply } from '../../../../../packages/testkit/src/client.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  type Panel,
  type Rater,
  raiseSpine,
  type Spine,
  scoreSheet,
} from '../../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../../system/src/sample-rows.ts'

/** An evaluation and an appeal, as far as these tests read them. */
type Evaluation = Item & {
  subjectTitle: string
  unitName: string
  rubricTitle: string
  total: number
  sha256: string
  previousId: string | null
  newerId: string | null
  appeal: { may: boolean; until: string | null; why: string | null; id: string | null }
}
export type Appeal = Item & {
  newEvaluationId: string | null
  totalBefore: number
  totalAfter: number | null
  opinion: { sheetId: string; state: string } | null
  files: { id: string; sha256: string }[]
  consequences: { applied: boolean; held: string | null; items: { title: string; after: { rank: number } }[] } | null
}

/** A county with two schools whose applications a panel of two experts ranked: 85 and 95 points; a third expert stands by. */
export type AppealHouse = {
  spine: Spine
  school: Applicant
  neighbour: Applicant
  auditor: Client
  raters: [Rater, Rater, Rater]
  panel: Panel
  callId: string
  subjectOf(title: string): string
  evaluationPath(id: string): string
  appealPath(id: string): string
  read(id: string, client?: Client): Promise<Evaluation>
  evaluationsOf(subject: string, client?: Client): Promise<Evaluation[]>
  file(id: string, unit?: Applicant, body?: Record<string, unknown>): Promise<Reply<Appeal>>
  filed(id: string, unit?: Applicant): Promise<Appeal>
  act(id: string, action: string, body?: Record<string, unknown>): Promise<Reply<Appeal>>
  /** A project with its result of completion, as `evaluateProject` leaves it. */
  evaluatedProject(createdAt?: string): Promise<{ project: string; evaluation: string }>
}

let serial = 0

async function evaluated(
  { spine, school, callId }: Pick<AppealHouse, 'spine' | 'school' | 'callId'>,
  createdAt = new Date().toISOString(),
): Promise<{ project: string; evaluation: string }> {
  const body = SAMPLE_RUBRICS.find(({ key }) => key === 'completion')?.rubric
  if (!body) throw new Error('no sample of completion')
  const [rubric] = await spine.rows("SELECT id, version FROM rubrics WHERE purpose = 'completion'")
  const application = sample.application(callId, school, 'approved', { title: `项目${++serial}` })
  await spine.put('applications', application)
  const { row: project } = sample.project(application.id, callId, school)
  await spine.put('projects', { ...project, state: 'evaluated', score: 9000, title: `项目${serial}` })
  const made = await evaluationRow({
    id: `eva_${String(serial).padStart(26, '0')}`,
    now: createdAt,
    subject: { kind: 'project', id: project.id },
    unitId: school.id,
    rubric: { id: String(rubric?.['id']), version: Number(rubric?.['version']), body },
    method: 'mean',
    sheets: [
      {
        rater: 'acc_office',
        scores: { 'result.output': 1300, 'result.transfer': 850, 'result.record': 900, 'extra.spread': 0 },
      },
    ],
    measured: {
      'delivery.participation': 10_000,
      'delivery.hours': 10_000,
      'delivery.milestones': 8000,
      'delivery.budget': 9500,
      'learning.attendance': 9000,
      'learning.completion': 9600,
      'reaction.satisfaction': 9100,
      'fault.rule': 0,
      'veto.ethics': 0,
    },
    cause: 'completion',
  })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  const {
    subjectKind,
    subjectId,
    unitId,
    rubricId,
    createdAt: at,
    inputsSha256,
    panelId: _,
    previousId: __,
    ...row
  } = made.value
  await spine.put('evaluations', {
    ...row,
    inputs: JSON.stringify(row.inputs),
    derivation: JSON.stringify(row.derivation),
    subject_kind: subjectKind,
    subject_id: subjectId,
    unit_id: unitId,
    rubric_id: rubricId,
    created_at: at,
    inputs_sha256: inputsSha256,
  })
  return { project: project.id, evaluation: row.id }
}

export async function raiseAppeals(): Promise<AppealHouse> {
  const spine = await raiseSpine()
  const school = await spine.school('育才小学')
  const neighbour = await spine.school('实验小学')
  const auditor = await spine.as('auditor')
  const raters: AppealHouse['raters'] = [
    await spine.expert('专家甲'),
    await spine.expert('专家乙'),
    await spine.expert('专家丙'),
  ]
  await spine.put('rubrics', sample.rubric('completion', 'published'))
  const callId = await spine.openCall()
  await spine.screened(school, callId, { title: '甲项目' })
  await spine.screened(neighbour, callId, {
    title: '乙项目',
    values: { ...sample.VALUES, team: [{ name: '李四', unit: '', duty: '' }] },
  })
  const [one, two] = raters
  const body = { callId, expertIds: [one.id, two.id] }
  const panel = must('panel', await spine.office.post<Panel>(`${spine.base}/panels`, body))
  for (const sheet of panel.sheets) {
    const rater = sheet.expertId === one.id ? one : two
    const mine = 'title' in sheet && sheet.title === '甲项目'
    await scoreSheet(spine.base, rater.client, sheet.id, mine ? (rater === one ? 100 : 200) : 50)
  }
  must('conclusion', await spine.office.action(`${spine.base}/panels/${panel.id}`, 'conclude'))

  const evaluationPath = (id: string) => `${spine.base}/evaluations/${id}`
  const appealPath = (id: string) => `${spine.base}/appeals/${id}`
  const file: AppealHouse['file'] = (id, unit = school, given = {}) =>
    unit.client.post<Appeal>(`${evaluationPath(id)}/appeals`, { text: '分数与材料不符', ...given })
  return {
    ...{ spine, school, neighbour, auditor, raters, panel, callId, evaluationPath, appealPath, file },
    subjectOf: (title) => panel.sheets.find((sheet) => 'title' in sheet && sheet.title === title)?.applicationId ?? '',
    read: async (id, client = spine.office) => must('evaluation', await client.get<Evaluation>(evaluationPath(id))),
    evaluationsOf: async (subject, client = spine.office) =>
      must('list', await client.get<{ items: Evaluation[] }>(`${spine.base}/evaluations?subject=${subject}`)).items,
    filed: async (id, unit) => must('appeal', await file(id, unit)),
    act: (id, action, given = {}) => spine.office.action<Appeal>(appealPath(id), action, given),
    evaluatedProject: (createdAt) => evaluated({ spine, school, callId }, createdAt),
  }
}
