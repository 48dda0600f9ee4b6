import { taskLabels } from '@shixun/domain/inbox/task-label'
import type { Sheet } from '../route.ts'
import { instant, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const inboxSheets = {
  tasks: {
    title: '待办',
    columns: [
      { key: 'kind', title: '类别', words: taskLabels(), width: 24 },
      text('title', '事项', 50),
      text('dueOn', '期限', 12),
      { key: 'overdue', title: '已逾期', as: 'yesno' },
      instant('createdAt', '收到时间'),
    ],
  },
  robots: {
    title: '群机器人',
    columns: [
      text('name', '名称', 24),
      { key: 'kind', title: '产品', words: { wecom: '企业微信', dingtalk: '钉钉' } },
      text('host', '地址', 28),
      { key: 'state', title: '状态', words: { on: '启用', off: '停用' } },
      instant('createdAt', '登记时间'),
    ],
  },
  dispatches: {
    title: '机器人消息',
    columns: [
      text('title', '标题', 40),
      text('body', '内容', 60),
      { key: 'state', title: '状态', words: { waiting: '待发送', sent: '已送达', dead: '发送失败' } },
      number('attempts', '次数'),
      text('error', '原因', 40),
      instant('createdAt', '产生时间'),
      instant('settledAt', '了结时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
