import type { Sheet } from '../route.ts'
import { coded, instant, list, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const flagshipSheets = {
  shelf: {
    title: '精品项目',
    columns: [
      text('number', '编号', 20),
      text('title', '名称', 40),
      coded('grade', '等次', 'listing'),
      coded('level', '级别', 'level'),
      coded('phase', '学段', 'phase'),
      text('subject', '学科', 12),
      text('module', '模块', 20),
      coded('mode', '方式', 'mode'),
      text('model', '经典模式', 20),
      text('curatorName', '入库单位', 28),
      text('originName', '来源', 28),
      number('adoptions', '承接数'),
      instant('listedAt', '入库时间'),
    ],
  },
  nominations: {
    title: '精品推荐',
    columns: [
      text('title', '项目', 40),
      text('curator', '推荐给', 20),
      coded('state', '状态', 'nomination'),
      coded('decision', '结果', 'listing'),
      text('reason', '原因', 40),
      instant('createdAt', '推荐时间'),
    ],
  },
  curatedListings: {
    title: '精品库管理',
    columns: [
      text('number', '编号', 20),
      text('title', '名称', 40),
      text('originName', '来源', 28),
      coded('state', '状态', 'listing'),
      text('model', '经典模式', 20),
      instant('createdAt', '入库时间'),
    ],
  },
  envelopes: {
    title: '交换记录',
    columns: [
      { key: 'direction', title: '方向', words: { sent: '寄出', received: '收到' } },
      text('kind', '内容', 24),
      text('peer', '对方', 24),
      number('carries.persons', '涉及人数'),
      list('carries.fields', '传送的个人信息', 40),
      coded('state', '状态', 'envelope'),
      text('reason', '原因', 40),
      instant('createdAt', '时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
