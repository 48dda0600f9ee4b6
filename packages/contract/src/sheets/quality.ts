import type { Sheet } from '../route.ts'
import { coded, instant, list, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const qualitySheets = {
  rubrics: {
    title: '指标体系',
    columns: [
      text('title', '名称', 40),
      number('no', '版次'),
      coded('purpose', '用途', 'purpose'),
      coded('state', '状态', 'rubric'),
      instant('publishedAt', '发布时间'),
      instant('createdAt', '新建时间'),
    ],
  },
  panels: {
    title: '评审组',
    columns: [
      text('callTitle', '申报批次', 40),
      coded('method', '汇总方法', 'method'),
      number('size', '每项专家数'),
      number('sheetsTotal', '评分表'),
      number('sheetsIn', '已交'),
      coded('state', '状态', 'panel'),
      instant('createdAt', '组建时间'),
    ],
  },
  panelSeats: {
    title: '评审分配依据',
    columns: [
      text('title', '申报', 40),
      text('unitName', '申报单位', 28),
      text('expertName', '专家', 12),
      coded('state', '评分表', 'scoresheet'),
      { key: 'seat', title: '席位', words: { regular: '正常', extra: '加评', barred: '依规回避' } },
      text('because', '分配依据', 60),
      list('conflicts.detail', '回避原因', 40),
      number('total', '总分'),
      { key: 'late', title: '逾期', as: 'yesno', width: 8 },
      instant('sealedAt', '提交时间'),
    ],
  },
  panelExperts: {
    title: '评审进度',
    columns: [
      text('name', '专家', 12),
      number('due', '应交'),
      number('assigned', '未声明'),
      number('declared', '评分中'),
      number('submitted', '已交'),
      number('overdue', '逾期未交'),
      number('late', '逾期提交'),
      number('recused', '回避'),
      number('replaced', '换出'),
      number('voided', '作废'),
      number('barred', '依规回避'),
      instant('lastAt', '最近一次'),
      instant('remindedAt', '最近催办'),
    ],
  },
  scoresheets: {
    title: '评分表',
    columns: [
      text('label', '材料', 40),
      coded('state', '状态', 'scoresheet'),
      number('total', '总分'),
      instant('createdAt', '分配时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
