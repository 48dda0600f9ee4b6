import type { Sheet } from '../route.ts'
import { coded, instant, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const qualitySheets = {
  rubrics: {
    title: '指标体系',
    columns: [
      text('title', '名称', 40),
      coded('purpose', '用途', 'purpose'),
      coded('state', '状态', 'rubric'),
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
  scoresheets: {
    title: '评分表',
    columns: [
      text('label', '材料', 40),
      coded('state', '状态', 'scoresheet'),
      number('total', '总分'),
      instant('createdAt', '分配时间'),
    ],
  },
  evaluations: {
    title: '评估结果',
    columns: [
      { key: 'subjectKind', title: '对象', words: { application: '申报', project: '项目' } },
      text('subjectId', '对象编号', 34),
      number('total', '总分'),
      coded('band', '等次', 'band'),
      coded('method', '汇总方法', 'method'),
      text('engine', '计算版本', 14),
      text('sha256', '指纹', 66),
      instant('createdAt', '评估时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
