import type { Sheet } from '../route.ts'
import { list, number, text } from './column.ts'

/** What the list of documents for experts exports. */
export const documentSheets = {
  expertDocuments: {
    title: '双盲材料检查',
    columns: [
      text('title', '申报', 40),
      text('unitName', '申报单位', 28),
      text('name', '文件', 40),
      text('field', '对应的填报项', 20),
      number('size', '大小（字节）'),
      {
        key: 'state',
        title: '给专家看',
        words: { unchecked: '未检查', ready: '可以', held: '暂扣', unclean: '不能清理', hidden: '不给看' },
      },
      list('names', '正文里的名称', 40),
      { key: 'whole', title: '文字读全', as: 'yesno' },
      text('reason', '原因', 60),
      text('note', '处理说明', 40),
    ],
  },
} as const satisfies Record<string, Sheet>
