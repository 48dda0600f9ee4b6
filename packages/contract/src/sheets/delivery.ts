import type { Sheet } from '../route.ts'
import { coded, instant, list, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const deliverySheets = {
  cohorts: {
    title: '班次',
    columns: [
      text('title', '班次', 36),
      text('projectTitle', '项目', 40),
      text('unitName', '承办单位', 28),
      text('providerName', '承训单位', 28),
      coded('level', '级别', 'level'),
      text('topic', '主题', 24),
      coded('state', '状态', 'cohort'),
      number('places', '名额'),
      number('taken', '已录取'),
      number('minutes', '课时合计（分钟）'),
      text('startsOn', '开班', 12),
      text('endsOn', '结班', 12),
      instant('nominateUntil', '推荐截止'),
    ],
  },
  sessions: {
    title: '课表',
    columns: [
      instant('startsAt', '开始'),
      instant('endsAt', '结束'),
      text('topic', '课程', 40),
      text('module', '模块', 24),
      list('trainers.name', '授课人', 20),
      text('place', '地点', 28),
      coded('channel', '方式', 'channel'),
      number('minutes', '计学时（分钟）'),
      coded('state', '状态', 'session'),
      text('note', '取消原因', 28),
    ],
  },
  quotas: {
    title: '各校名额',
    columns: [text('schoolName', '学校', 32), number('places', '名额')],
  },
  posts: {
    title: '班次动态',
    columns: [
      coded('kind', '类别', 'postKind'),
      text('title', '标题', 40),
      text('body', '内容', 60),
      text('author', '发布人', 14),
      number('sent', '已发人数'),
      number('seen', '已读人数'),
      instant('createdAt', '发布时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
