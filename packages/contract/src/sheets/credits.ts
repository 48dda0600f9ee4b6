import type { Sheet } from '../route.ts'
import { coded, instant, list, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const creditSheets = {
  policies: {
    title: '学分办法',
    columns: [
      text('title', '名称', 40),
      number('no', '版次'),
      coded('state', '状态', 'policy'),
      { key: 'inForce', title: '施行中', as: 'yesno', width: 8 },
      text('validFrom', '施行日期', 12),
      instant('publishedAt', '发布时间'),
    ],
  },
  short: {
    title: '学时未达标教师',
    personal: true,
    columns: [
      text('name', '姓名', 12),
      text('schoolName', '学校', 32),
      coded('phase', '学段', 'phase'),
      text('subject', '学科', 12),
      coded('urgency', '缓急', 'urgency'),
      number('remaining', '还差'),
      coded('unit', '单位', 'creditUnit'),
      text('dueOn', '截止', 12),
      list('lines.words', '逐项', 60),
      text('asOf', '计算日', 12),
    ],
  },
  simulated: {
    title: '学分办法测算',
    personal: true,
    columns: [
      text('name', '姓名', 12),
      text('schoolName', '学校', 32),
      coded('phase', '学段', 'phase'),
      coded('outcome', '变化', 'outcome'),
      number('before.total', '现办法已得'),
      number('before.short', '现办法还差'),
      number('after.total', '新办法已得'),
      number('after.short', '新办法还差'),
      list('lacking', '新办法未达标的要求', 60),
    ],
  },
} as const satisfies Record<string, Sheet>
