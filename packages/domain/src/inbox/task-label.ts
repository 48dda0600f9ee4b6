import { MACHINES } from '../shared/machines.ts'

/** Kinds of tasks that no life cycle opens. */
const LABELS: Readonly<Record<string, string>> = {
  'cohort.announced': '班次通知',
  'provider.ending': '承训单位资质即将到期',
  'call.closing': '申报批次即将截止',
  'cohort.nominated': '有教师推荐，等待录取',
  'cohort.promoted': '候补教师已递补录取，请通知本人',
  'cohort.unplaced': '班次已结束，推荐的教师未获录取',
  'cohort_offer.lapsed': '外局名额到期收回',
  'enrolment.lapsed': '递补逾期未确认，视为放弃',
  'dispatch.dead': '群机器人消息未送达',
  'follow_up.overdue': '训后跟踪逾期',
  'nomination.received': '收到精品推荐',
  'listing.decided': '精品推荐有结果',
  'panel.conflict': '专家有新的利益冲突，请复核回避',
  'panel.voided': '评分表作废，请查看影响并重新汇总',
  'inspection.released': '现场考察结果已公布，请阅知',
  'appeal.settled': '申诉已复核，请查看新结果',
  'appeal.dismissed': '申诉已答复，请查看',
  interests: '请确认本年度利益关系',
}

/** The thing that a kind of task is about, as a sentence names it before its title; '' of kinds that no life cycle opens. */
export function taskThing(kind: string): string {
  if (kind === 'interests') return '利益关系，上次确认于'
  return MACHINES.find(({ entity }) => entity === kind.split('.')[0])?.title ?? ''
}

/** Every kind of task that a life cycle opens, and those named here, with their labels. */
export function taskLabels(): Record<string, string> {
  const kinds = MACHINES.flatMap(({ entity, waits }) => Object.keys(waits).map((state) => `${entity}.${state}`))
  return Object.fromEntries([...kinds, ...Object.keys(LABELS)].map((kind) => [kind, taskLabel(kind)]))
}

/** What a kind of task, `application.submitted`, is called in a digest. */
export function taskLabel(kind: string): string {
  const [entity, state = ''] = kind.split('.')
  const machine = MACHINES.find((one) => one.entity === entity)
  const meaning = machine?.states[state]
  if (LABELS[kind] !== undefined) return LABELS[kind]
  return machine && meaning !== undefined ? `${machine.title}：${meaning}` : kind
}
