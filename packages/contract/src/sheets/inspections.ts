import type { Sheet } from '../route.ts'
import { coded, instant, number, text } from './column.ts'

/** Visits as a file. */
export const inspectionSheets = {
  inspections: {
    title: '现场考察',
    columns: [
      { key: 'visitOn', title: '考察日期', as: 'date', width: 12 },
      text('title', '项目', 40),
      text('unitName', '单位', 24),
      coded('state', '状态', 'inspection'),
      number('sheetsTotal', '考察记录'),
      number('sheetsSealed', '已封存'),
      text('purpose', '说明', 40),
      instant('sealedAt', '封存时间'),
      instant('releasedAt', '公布时间'),
      instant('acknowledgedAt', '单位阅知时间'),
      text('id', '编号', 34),
    ],
  },
} as const satisfies Record<string, Sheet>
