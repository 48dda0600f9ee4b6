import type { Sheet } from '../route.ts'
import { instant, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const auditSheets = {
  journal: {
    title: '审计日志',
    columns: [
      number('seq', '序号'),
      instant('at', '时间'),
      text('actor', '操作人', 36),
      text('verb', '操作', 20),
      text('entity', '对象', 36),
      number('version', '版本'),
      text('note', '说明', 40),
      text('requestId', '请求编号', 38),
      text('leafHash', '链上指纹', 66),
    ],
  },
} as const satisfies Record<string, Sheet>
