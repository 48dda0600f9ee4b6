import type { Sheet } from '../route.ts'
import { coded, instant, list, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const identitySheets = {
  divisions: {
    title: '行政区划',
    columns: [text('code', '代码', 10), text('name', '名称', 24), text('parent', '上级代码', 10)],
  },
  accounts: {
    title: '账号',
    columns: [
      text('name', '姓名'),
      text('username', '用户名', 24),
      { ...coded('memberships.role', '角色', 'role'), as: 'list' },
      list('memberships.unitName', '所属单位', 32),
      coded('state', '状态', 'account'),
    ],
  },
  curators: {
    title: '精品项目库',
    columns: [text('name', '名称', 28), coded('kind', '类型', 'districtKind'), text('division', '区划代码', 10)],
  },
  districts: {
    title: '教育局',
    columns: [
      text('name', '名称', 28),
      text('slug', '网址名', 20),
      coded('kind', '类型', 'districtKind'),
      text('division', '区划代码', 10),
      coded('state', '状态', 'district'),
      instant('createdAt', '开通时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
