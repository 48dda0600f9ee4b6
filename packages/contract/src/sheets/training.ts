import type { Sheet } from '../route.ts'
import { coded, instant, list, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const trainingSheets = {
  projects: {
    title: '培训项目',
    columns: [
      text('number', '项目编号', 20),
      text('title', '名称', 40),
      text('unitName', '承担单位', 32),
      coded('level', '级别', 'level'),
      coded('kind', '类型', 'callKind'),
      coded('state', '状态', 'project'),
      number('score', '得分'),
      coded('band', '等次', 'band'),
      instant('updatedAt', '更新时间'),
    ],
  },
  planItems: {
    title: '年度工作安排',
    columns: [
      number('year', '年度'),
      number('no', '序号'),
      text('category', '类别'),
      text('title', '工作内容', 50),
      text('original', '完成时间（原文）', 30),
      text('due', '截止', 12),
      list('milestones.text', '节点', 50),
    ],
  },
} as const satisfies Record<string, Sheet>
