import type { Sheet } from '../route.ts'
import { coded, instant, list, number, text } from './column.ts'

/** What these lists export: the columns that their screens show, with the codes in words. */
export const rosterSheets = {
  schools: {
    title: '学校',
    columns: [
      text('code', '学校代码'),
      text('name', '学校名称', 32),
      coded('area', '城乡', 'area'),
      coded('phase', '学段', 'phase'),
    ],
  },
  providers: {
    title: '承训单位',
    columns: [
      text('name', '单位名称', 32),
      { ...coded('levels', '资质级别', 'level'), as: 'list', width: 24 },
      text('accreditedFrom', '资质起', 12),
      text('accreditedTo', '资质止', 12),
    ],
  },
  teachers: {
    title: '教师',
    personal: true,
    columns: [
      text('name', '姓名', 12),
      text('schoolName', '学校', 32),
      text('documentMasked', '证件号码（末几位）', 22),
      coded('phase', '学段', 'phase'),
      text('subject', '学科', 12),
      text('title', '职称', 14),
      list('posts', '职务'),
    ],
  },
  experts: {
    title: '评审专家',
    columns: [
      text('name', '姓名', 12),
      list('subjects', '学科'),
      { ...coded('phases', '学段', 'phase'), as: 'list', width: 24 },
    ],
  },
  ethics: {
    title: '师德考核结论',
    personal: true,
    columns: [
      text('name', '姓名或单位', 24),
      number('year', '年度'),
      { key: 'result', title: '结论', words: { pass: '合格', fail: '不合格' } },
      text('until', '影响至', 12),
      text('reason', '依据', 40),
      { key: 'state', title: '状态', words: { standing: '有效', revoked: '已撤销' } },
      instant('createdAt', '登记时间'),
    ],
  },
} as const satisfies Record<string, Sheet>
