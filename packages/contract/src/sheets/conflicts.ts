import type { Sheet } from '../route.ts'
import { coded, instant, text } from './column.ts'

/** The list of recusals as an auditor takes it along. */
export const conflictSheets = {
  recusals: {
    title: '回避记录',
    columns: [
      instant('at', '时间'),
      text('personName', '回避人', 14),
      coded('role', '身份', 'role'),
      coded('rule', '回避情形', 'conflictRule'),
      text('detail', '说明', 48),
      coded('how', '由来', 'recusalHow'),
      text('title', '项目', 40),
      text('unitName', '申报单位', 28),
      instant('liftedAt', '解除时间'),
      text('liftNote', '解除理由', 40),
    ],
  },
} as const satisfies Record<string, Sheet>
