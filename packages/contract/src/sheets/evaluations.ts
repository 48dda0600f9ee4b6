import type { Sheet } from '../route.ts'
import { coded, instant, number, text } from './column.ts'

const SUBJECT = {
  key: 'subjectKind',
  title: '对象',
  words: { application: '申报', project: '项目' },
  width: 8,
} as const

/** Evaluations and appeals as files: names, never ids alone. */
export const evaluationSheets = {
  evaluations: {
    title: '评估结果',
    columns: [
      SUBJECT,
      text('subjectTitle', '名称', 40),
      text('unitName', '单位', 24),
      text('rubricTitle', '指标体系', 30),
      number('rubricNo', '版本'),
      number('total', '总分'),
      text('bandTitle', '等次', 10),
      { key: 'status', title: '状态', words: { final: '已出结果', blocked: '数据不全，暂不计算' }, width: 18 },
      coded('method', '汇总方法', 'method'),
      coded('cause', '由来', 'evaluationCause'),
      text('reason', '说明', 40),
      text('engine', '计算版本', 14),
      text('sha256', '指纹', 66),
      instant('createdAt', '评估时间'),
      text('id', '编号', 34),
    ],
  },
  appeals: {
    title: '评估申诉',
    columns: [
      SUBJECT,
      text('title', '名称', 40),
      text('unitName', '单位', 24),
      text('text', '申诉理由', 60),
      coded('state', '状态', 'appeal'),
      { key: 'filedOn', title: '提出日期', as: 'date', width: 12 },
      { key: 'dueOn', title: '答复期限', as: 'date', width: 12 },
      { key: 'overdue', title: '逾期', as: 'yesno', width: 8 },
      text('answer', '答复', 60),
      coded('way', '复核方式', 'appealWay'),
      instant('answeredAt', '答复时间'),
      text('settlement', '复核结论', 60),
      number('totalBefore', '原总分'),
      number('totalAfter', '新总分'),
      instant('settledAt', '复核完毕时间'),
      instant('acknowledgedAt', '单位确认时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
