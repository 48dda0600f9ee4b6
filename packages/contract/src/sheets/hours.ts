import type { Sheet } from '../route.ts'
import { coded, instant, list, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const hoursSheets = {
  attendees: {
    title: '考勤汇总',
    personal: true,
    columns: [
      text('name', '姓名', 12),
      text('schoolName', '学校', 32),
      text('subject', '学科', 12),
      coded('state', '状态', 'enrolment'),
      number('due', '应到（分钟）'),
      number('attended', '实到（分钟）'),
      number('missed', '已缺（分钟）'),
      number('spare', '还可缺（分钟）'),
    ],
  },
  sessionAttendance: {
    title: '课次考勤',
    personal: true,
    columns: [
      text('name', '姓名', 12),
      text('schoolName', '学校', 32),
      coded('way', '登记方式', 'way'),
      number('minutes', '计学时（分钟）'),
      instant('at', '时间'),
      text('reason', '说明', 40),
    ],
  },
  hoursClaims: {
    title: '学时申报',
    personal: true,
    columns: [
      text('teacherName', '姓名', 12),
      text('cohortTitle', '班次', 36),
      text('sessionTopic', '课次', 36),
      number('minutes', '申报（分钟）'),
      text('note', '说明', 40),
      list('evidence.name', '证明材料', 30),
      coded('state', '状态', 'hoursClaim'),
      text('reason', '理由', 30),
      instant('createdAt', '申报时间'),
    ],
  },
  ledger: {
    title: '学时登记',
    personal: true,
    columns: [
      text('teacherName', '姓名', 12),
      text('schoolName', '学校', 32),
      { key: 'date', title: '日期', as: 'date', width: 12 },
      text('title', '项目或活动', 40),
      number('hours', '学时'),
      number('minutes', '分钟'),
      coded('channel', '方式', 'channel'),
      coded('level', '级别', 'level'),
      text('module', '模块', 20),
      text('category', '类别', 16),
      text('providerName', '承训单位', 28),
      { key: 'accredited', title: '认定单位', as: 'yesno', width: 10 },
      coded('source', '来源', 'ledgerSource'),
      coded('state', '状态', 'ledgerEntry'),
      text('reason', '理由', 30),
      list('evidence.name', '证明材料', 30),
      instant('createdAt', '登记时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
