import type { Sheet } from '../route.ts'
import { coded, instant, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const callSheets = {
  calls: {
    title: '申报批次',
    columns: [
      text('title', '名称', 40),
      coded('kind', '类型', 'callKind'),
      coded('level', '级别', 'level'),
      number('year', '年度'),
      coded('state', '状态', 'call'),
      instant('opensAt', '开始'),
      instant('closesAt', '截止'),
      number('quotaPerUnit', '每单位名额'),
      { ...coded('unitKinds', '可申报的单位', 'unitKind'), as: 'list', width: 24 },
    ],
  },
  applications: {
    title: '申报',
    columns: [
      text('number', '编号', 20),
      text('title', '项目名称', 40),
      text('unitName', '申报单位', 32),
      text('callTitle', '申报批次', 40),
      coded('state', '状态', 'application'),
      number('score', '得分'),
      number('rank', '名次'),
      instant('updatedAt', '更新时间'),
    ],
  },
  notices: {
    title: '公示',
    columns: [
      text('title', '标题', 40),
      coded('state', '状态', 'notice'),
      text('startsOn', '开始', 12),
      text('endsOn', '期满', 12),
      number('workingDays', '工作日'),
      number('itemsTotal', '项目数'),
      number('openObjections', '未答复异议'),
      instant('createdAt', '发布时间'),
    ],
  },
  objections: {
    title: '异议',
    personal: true,
    columns: [
      { key: 'named', title: '实名', as: 'yesno' },
      text('name', '姓名', 12),
      text('contact', '联系方式', 20),
      text('text', '异议内容', 60),
      coded('state', '状态', 'objection'),
      text('answer', '答复', 60),
      text('dueOn', '答复期限', 12),
      instant('answeredAt', '答复时间'),
      instant('createdAt', '提出时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
