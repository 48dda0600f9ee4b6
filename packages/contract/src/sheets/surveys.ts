import type { Sheet } from '../route.ts'
import { coded, instant, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const surveySheets = {
  surveys: {
    title: '匿名问卷',
    columns: [
      text('title', '名称', 36),
      text('subjectTitle', '对象', 36),
      text('unitName', '承办单位', 28),
      coded('state', '状态', 'survey'),
      instant('until', '截止时间'),
      number('invited', '应答人数'),
      number('taken', '已领答题码'),
      number('answered', '已收答卷'),
    ],
  },
  opinions: {
    title: '文字意见',
    columns: [
      text('question', '题目', 30),
      text('text', '意见', 80),
      coded('standing', '审核', 'opinion'),
      text('reason', '隐去的理由', 30),
    ],
  },
  followUps: {
    title: '训后跟踪',
    personal: true,
    columns: [
      text('cohortTitle', '班次', 36),
      number('month', '结班后（月）'),
      text('name', '姓名', 12),
      text('schoolName', '学校', 28),
      coded('state', '状态', 'followUp'),
      text('dueOn', '期限', 12),
      { key: 'overdue', title: '已逾期', as: 'yesno' },
      instant('submittedAt', '提交时间'),
      instant('ratedAt', '评定时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
