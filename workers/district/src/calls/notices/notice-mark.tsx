/** @jsxImportSource hono/jsx */
import { type NoticePhase, noticePhase } from '@shixun/domain/calls/notices/notice'
import type { NoticeRow } from './notice-card.ts'

const WORDS: Record<NoticePhase, string> = {
  coming: '尚未开始',
  standing: '公示中',
  over: '公示期已满，异议处理中或等待办结',
  concluded: '公示结束',
  revoked: '已撤销',
}

/** In which phase a notice is, in words: the border is only an addition. */
export function NoticeMark({
  notice,
  today,
}: {
  notice: Pick<NoticeRow, 'state' | 'startsOn' | 'endsOn'>
  today: string
}) {
  const phase = noticePhase(notice, today)
  return <strong class={`mark mark-${phase}`}>{WORDS[phase]}</strong>
}
