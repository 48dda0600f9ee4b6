import type { Sheet } from '../route.ts'
import { coded, instant, list, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const nominationSheets = {
  candidates: {
    title: '可推荐教师',
    personal: true,
    columns: [
      text('name', '姓名', 12),
      text('schoolName', '学校', 32),
      coded('phase', '学段', 'phase'),
      text('subject', '学科', 12),
      text('title', '职称', 14),
      { key: 'eligible', title: '符合条件', as: 'yesno', width: 10 },
      list('conditions.detail', '逐项条件', 60),
      number('preference.points', '优先分'),
      coded('standing', '在本班次', 'enrolment'),
    ],
  },
  enrolments: {
    title: '学员名单',
    personal: true,
    columns: [
      text('name', '姓名', 12),
      text('schoolName', '学校', 32),
      coded('phase', '学段', 'phase'),
      text('subject', '学科', 12),
      text('cohortTitle', '班次', 36),
      coded('state', '状态', 'enrolment'),
      number('preference', '优先分'),
      list('findings.detail', '重复培训检查', 60),
      text('waiver.reason', '放行理由', 36),
      text('reason', '说明', 28),
      text('offerUntil', '递补确认截止', 14),
      instant('createdAt', '推荐时间'),
    ],
  },
  repeats: {
    title: '重复培训报告',
    personal: true,
    columns: [
      text('name', '姓名', 12),
      text('schoolName', '学校', 32),
      text('cohortTitle', '班次', 36),
      text('startsOn', '开班', 12),
      coded('rule', '规则', 'repeatRule'),
      text('otherTitle', '与之重复的培训', 36),
      text('detail', '说明', 48),
      coded('outcome', '处理', 'repeatOutcome'),
      coded('state', '学员状态', 'enrolment'),
      text('waivedBy', '放行人', 14),
      text('waiverReason', '放行理由', 36),
      instant('createdAt', '发现时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
