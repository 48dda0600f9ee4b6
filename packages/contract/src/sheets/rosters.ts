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
      coded('standing', '资质状态', 'accreditation'),
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
      text('education', '学历', 12),
      text('entryDate', '入职日期', 12),
      { key: 'frontLine', title: '一线任教', as: 'yesno', width: 10 },
      coded('state', '状态', 'teacher'),
    ],
  },
  rosterImports: {
    title: '教师导入记录',
    columns: [
      text('fileName', '文件', 32),
      coded('state', '状态', 'rosterImport'),
      text('createdBy', '导入人', 12),
      number('total', '行数'),
      number('fresh', '新增'),
      number('changed', '更新'),
      number('same', '未变'),
      number('wrong', '错误'),
      number('applied', '已写入'),
      instant('createdAt', '开始时间'),
    ],
  },
  rosterRows: {
    title: '教师导入逐行结果',
    personal: true,
    columns: [
      number('line', '表格行号'),
      text('name', '姓名', 12),
      coded('outcome', '检查结果', 'rowOutcome'),
      list('changes.field', '变更的栏目'),
      list('problems.column', '有错误的栏目'),
    ],
  },
  transfers: {
    title: '区内调动',
    personal: true,
    columns: [
      text('teacherName', '教师', 12),
      text('fromSchoolName', '调出学校', 32),
      text('toSchoolName', '调入学校', 32),
      coded('state', '状态', 'transfer'),
      text('reason', '事由', 32),
      instant('createdAt', '发起时间'),
      instant('settledAt', '办结时间'),
    ],
  },
  experts: {
    title: '评审专家',
    columns: [
      text('name', '姓名', 12),
      text('title', '职称职务', 16),
      list('subjects', '学科'),
      { ...coded('phases', '学段', 'phase'), as: 'list', width: 24 },
      list('units.name', '其他任职单位'),
      { key: 'state', title: '状态', words: { active: '可选用', paused: '暂停', left: '已出库' } },
      text('leftOn', '出库日期', 12),
    ],
  },
  expertPanels: {
    title: '专家评审记录',
    columns: [
      text('callTitle', '申报批次', 40),
      coded('state', '评审组', 'panel'),
      text('dueOn', '截止日期', 12),
      number('unfinished', '未交'),
      number('submitted', '已交'),
      number('late', '逾期'),
      number('recused', '回避'),
      number('replaced', '换出'),
      number('voided', '作废'),
      instant('lastAt', '最近一次'),
      instant('createdAt', '组建时间'),
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
