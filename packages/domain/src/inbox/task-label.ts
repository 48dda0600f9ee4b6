import { MACHINES } from '../shared/machines.ts'

/** Kinds of tasks that no life cycle opens. */
const LABELS: Readonly<Record<string, string>> = {
  'call.closing': '申报批次即将截止',
  'dispatch.dead': '群机器人消息未送达',
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
