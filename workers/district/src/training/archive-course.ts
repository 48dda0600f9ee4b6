import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { ROLES, type Role } from '@shixun/domain/identity/role'
import { chinaTime } from '@shixun/domain/shared/china-time'
import type { Machine } from '@shixun/domain/shared/machine'
import type { AgreementDifference } from '@shixun/domain/training/agreement-difference'
import { agreementDifference } from '@shixun/domain/training/agreement-difference'
import { AMENDMENT } from '@shixun/domain/training/amendment'
import type { PageSection } from '@shixun/domain/training/archive-page'
import { PROJECT } from '@shixun/domain/training/project'
import { historyPage } from '@shixun/tenant/history'
import type { Told } from './archive-review.ts'
import type { Archive } from './load-archive.ts'

const ROLE_WORDS: Partial<Record<Role, string>> = {
  admin: '系统管理员',
  office: '师训科',
  finance: '财务',
  auditor: '审计员',
  school_admin: '学校管理员',
  registrar: '学时登记员',
  provider: '承训单位',
  curator: '精品库管理员',
}

/** A role as people call it; work that the system did by itself is told so. */
export function roleWords(role: string): string {
  const known = ROLES.find((one) => one === role)
  return known ? (ROLE_WORDS[known] ?? role) : '系统'
}

/** What happens beside the moves of the life cycles. */
const VERBS: Readonly<Record<string, string>> = {
  create: '新建',
  approve: '立项',
  edit: '修改',
  attach: '上传附件',
  detach: '移除附件',
  report: '填报实施数据',
  agree: '任务书变更生效',
  propose: '提出变更',
  nominate: '推荐精品项目',
  clear: '公示期满无异议',
  unpublish: '公示撤销，退回排名',
}

function lines(machine: Machine, changes: Archive['changes']): string[][] {
  return historyPage(changes).items.map(({ at, role, actor, action, to, note }) => [
    chinaTime(at),
    [roleWords(role), actor].filter(Boolean).join(' '),
    machine.moves.find((move) => move.action === action)?.meaning ?? VERBS[action] ?? action,
    to === null ? '' : (machine.states[to] ?? to),
    note ?? '',
  ])
}

/** 流转记录：of the application, the project and its amendments; what a row held before and after only where the bureau reads. */
export function courseOf({ reach, project, application, changes }: Archive): Told {
  const head = ['时间', '经办人', '事项', '状态', '说明']
  const of = (entity: string) => changes.filter((change) => change.entity === entity)
  const others = changes.filter(({ entity }) => entity !== project.id && entity !== application.id)
  const sections = [
    { heading: '申报', head, rows: lines(APPLICATION, of(application.id)) },
    { heading: '项目', head, rows: lines(PROJECT, of(project.id)) },
    { heading: '任务书变更', head, rows: lines(AMENDMENT, others) },
  ]
  const data = reach.reviewers
    ? changes.map(({ actor, ...change }) => ({ ...change, actor: actor.split('/').slice(1).join('/') }))
    : changes.map(({ entity, ...change }) => ({ entity, ...historyPage([{ ...change }]).items[0] }))
  return { data, sections }
}

const PARTS: Readonly<Record<AgreementDifference['part'], string>> = {
  target: '目标',
  money: '经费',
  output: '成果',
  date: '时间',
  milestone: '进度',
}

/** 任务书变更：every proposal with its reason, what it changes and what became of it. */
export function amendmentsOf({ agreements, amendments }: Archive): Told {
  const told = amendments.map((amendment) => {
    const before = agreements.find(({ no }) => no === amendment.fromNo)
    return { ...amendment, changes: before ? agreementDifference(before.body, amendment.body) : [] }
  })
  const sections = told.map(
    ({ createdAt, proposedBy, settledAt, settledBy, state, reason, answer, changes, fromNo }): PageSection => ({
      heading: `对第 ${fromNo} 版提出的变更（${chinaTime(createdAt)}）`,
      facts: [
        ['状态', AMENDMENT.states[state]],
        ['提出人', proposedBy],
        ['理由', reason],
        ['答复', answer ?? '—'],
        ['决定', settledAt === null ? '—' : `${settledBy ?? ''} ${chinaTime(settledAt)}`.trim()],
      ],
      head: ['部分', '内容', '原为', '改为'],
      rows: changes.map(({ part, name, before, after }) => [PARTS[part], name, before ?? '—', after ?? '—']),
    }),
  )
  return { data: told, sections: sections.length > 0 ? sections : [{ heading: '任务书变更' }] }
}

const FIGURES: readonly (readonly [key: string, label: string, unit: string, scale: number])[] = [
  ['planned', '计划人数', '人', 1],
  ['enrolled', '参训人数', '人', 1],
  ['completed', '结业人数', '人', 1],
  ['hoursPromised', '承诺课时', '课时', 1],
  ['hoursDelivered', '已开课时', '课时', 1],
  ['attendanceDue', '应到人次', '人次', 1],
  ['attendanceActual', '实到人次', '人次', 1],
  ['surveysSent', '发放问卷', '份', 1],
  ['surveysAnswered', '收回问卷', '份', 1],
  ['satisfaction', '满意度', '分', 100],
  ['milestonesDue', '已到期节点', '个', 1],
  ['milestonesOnTime', '按期完成节点', '个', 1],
  ['budget', '预算', '元', 100],
  ['spent', '已支出', '元', 100],
]

/** 实施数据。 */
export function figuresOf({ project }: Archive): Told {
  const figures: Readonly<Record<string, number | undefined>> = project.figures
  const facts = FIGURES.map(([key, label, unit, scale]) => {
    const value = figures[key]
    return [label, value === undefined ? '未填报' : `${value / scale} ${unit}`] as const
  })
  return { data: figures, sections: [{ heading: '实施数据', facts }] }
}
