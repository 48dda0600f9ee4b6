import type { CallKind } from '../design/call.ts'

/** What a notice says of an application when the office says nothing else: what the approval of its kind creates. */
export const NOTICE_RESULT: Record<CallKind, string> = {
  training_project: '拟立项',
  studio: '拟认定',
  base: '拟认定',
  development_school: '拟认定',
  demonstration_school: '拟认定',
  flagship: '拟入库',
  honour: '拟表彰',
}

/** Results that an office may pick from; any other short text is as good. */
export const NOTICE_RESULTS = ['拟立项', '拟通过', '拟认定', '拟推荐', '拟入库', '拟表彰'] as const
