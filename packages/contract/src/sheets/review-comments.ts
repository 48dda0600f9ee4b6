import type { Sheet } from '../route.ts'
import { coded, instant, text } from './column.ts'

export const reviewCommentSheets = {
  reviewComments: {
    title: '评审意见',
    columns: [
      text('title', '项目', 40),
      text('unitName', '申报单位', 32),
      coded('state', '状态', 'reviewComment'),
      instant('releasedAt', '反馈时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
