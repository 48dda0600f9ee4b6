import { MACHINES } from '../shared/machines.ts'

/** Kinds of tasks that no life cycle opens. */
const LABELS: Readonly<Record<string, string>> = {
  'cohort.announced': '班次通知',
  'provider.ending': '承训单位资质即将到期',
  'call.closing': '申报批次即将截止',
  'cohort.nominated': '有教师推荐，等待录取',
  'cohort.promoted': '候补教师已递补录取，请通知本人',
  'dispatch.dead': '群机器人消息未送达',
  'follow_up.overdue': '训后跟踪逾期',
  'nomination.received': '收到精品推荐',
  'listing.decided': '精品推荐有结果',
}

/** What a kind of task, `application.submitted`, is called in a digest. */
export function taskLabel(kind: string): string {
  const [entity, state = ''] = kind.split('.')
  const machine = MACHINES.find((one) => one.entity === entity)
  const meaning = machine?.states[state]
  if (LABELS[kind] !== undefined) return LABELS[kind]
  return machine && meaning !== undefined ? `${machine.title}：${meaning}` : kind
}
