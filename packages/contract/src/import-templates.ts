/** One column of a table that people fill in and give back. Its title is what the import finds it by. */
export type TemplateColumn = {
  key: string
  title: string
  required: boolean
  help: string
  example: string
  choices?: readonly string[]
  width?: number
}
export type ImportTemplate = { title: string; columns: readonly TemplateColumn[]; notes: readonly string[] }

const PHASES = ['幼儿园', '小学', '初中', '普通高中', '中等职业', '特殊教育']
const column = (key: string, title: string, help: string, example: string): TemplateColumn => ({
  key,
  title,
  required: true,
  help,
  example,
})
const optional = (key: string, title: string, help: string, example: string): TemplateColumn => ({
  ...column(key, title, help, example),
  required: false,
})
const SCHOOL_CODE = column('schoolCode', '学校代码', '10 位：2 位类别、2 位省、6 位顺序码', '2141000001')
const PHASE = { ...column('phase', '学段', '从下拉列表中选择', '小学'), choices: PHASES }
/** Words of the channels and levels, as they are typed into a table. */
const CHANNEL_TITLES = [
  '集中培训',
  '网络研修',
  '校本研训',
  '混合研修',
  '跟岗研修',
  '校本应用实践',
  '学历进修',
  '成果认定',
]
const LEVEL_TITLES = ['国家级', '省级', '市级', '区县级', '校级', '名师工作室']
const WHOLE_DIGITS = '证件号码、学校代码等长数字的列已设为文本，请直接填写，不要改成“数值”或“常规”，以免末几位变成 0。'

/** The tables that can be brought in, as the templates that people download. */
export const IMPORT_TEMPLATES = {
  schools: {
    title: '学校',
    columns: [
      { ...SCHOOL_CODE, key: 'code' },
      { ...column('name', '学校名称', '全称，不超过 60 字', '金水区纬五路第一小学'), width: 32 },
      { ...column('area', '城乡', '从下拉列表中选择', '城区'), choices: ['城区', '镇区', '乡村'] },
      PHASE,
    ],
    notes: [WHOLE_DIGITS],
  },
  teachers: {
    title: '教师',
    columns: [
      column('name', '姓名', '不超过 40 字', '李芳'),
      {
        ...optional('documentType', '证件类型', '不填为居民身份证', '居民身份证'),
        choices: [
          '居民身份证',
          '港澳台居民居住证',
          '港澳居民来往内地通行证',
          '台湾居民来往大陆通行证',
          '外国人永久居留身份证',
          '护照',
        ],
        width: 24,
      },
      { ...column('document', '证件号码', '按文本填写，末位为校验码，大小写均可', '41010519880808001X'), width: 24 },
      {
        ...optional('certificate', '教师资格证号', '17 位数字，按文本填写', '20124101032001234'),
        width: 24,
      },
      SCHOOL_CODE,
      PHASE,
      column('subject', '学科', '任教学科', '语文'),
      optional('title', '职称', '如：一级教师', '一级教师'),
      {
        ...optional(
          'posts',
          '任职',
          '多个用顿号分开；班主任、校长、专职培训者和各级骨干教师可在括号里写起止日期，现任写“至今”',
          '班主任（2021-09-01 至今）、教研组长',
        ),
        width: 36,
      },
      optional('education', '学历', '如：本科', '本科'),
      optional('entryDate', '入职日期', '参加教育工作的日期', '2010-09-01'),
      optional('phone', '手机', '11 位，加密保存', '13800000000'),
      { ...optional('frontLine', '一线任教', '是或否；不填为是', '是'), choices: ['是', '否'] },
      {
        ...optional(
          'leaves',
          '离岗',
          '产假、病假、脱产进修、借调、其他离岗，括号里写起止日期；多个用顿号分开',
          '产假（2023-01-10 至 2023-06-30）',
        ),
        width: 36,
      },
    ],
    notes: [
      WHOLE_DIGITS,
      '证件号码、资格证号和手机加密保存，页面上只显示末几位。填好的文件导入后请妥善保管或删除。',
      '已在册的教师按证件号码识别：填了的栏目更新，空白的选填栏目保持不变，要清空选填栏目请填“无”。',
    ],
  },
  accounts: {
    title: '账号',
    columns: [
      { ...column('username', '用户名', '3 至 40 位字母、数字、点、横线', 'wei5-1'), width: 24 },
      column('name', '姓名', '不超过 40 字', '李芳'),
      {
        ...column('role', '角色', '从下拉列表中选择', '学校管理员'),
        choices: ['师训科', '财务', '评审专家', '审计员', '学校管理员', '学时登记员', '承训单位', '教师'],
      },
      {
        ...optional('unit', '所属单位', '学校填 10 位学校代码；其他单位填系统内编号；师训科、财务等不填', '2141000001'),
        width: 24,
      },
    ],
    notes: [WHOLE_DIGITS, '系统管理、业务、审计三类岗位不能授予同一人。导入后逐人生成激活码，只显示一次，请当场保存。'],
  },
  providers: {
    title: '承训单位',
    columns: [
      { ...column('name', '单位名称', '全称，不超过 60 字', '郑州师范学院'), width: 32 },
      {
        ...column('levels', '资质级别', '国家级、省级、市级、区县级、校级、名师工作室；多个用顿号分开', '市级、区县级'),
        width: 28,
      },
      optional('number', '批准文号', '资质批文或证书编号，可不填', '郑教师〔2026〕12号'),
      column('accreditedFrom', '资质起', '资质生效的日期', '2026-01-01'),
      column('accreditedTo', '资质止', '资质期满的日期，当天仍有效', '2028-12-31'),
    ],
    notes: [
      '日期写成 2026-01-01、2026/1/1 或 2026年1月1日均可。',
      '已登记的单位按名称识别：写上新的起止日期即为续期，与已有资质重叠的行会退回。',
    ],
  },
  sessions: {
    title: '课表',
    columns: [
      column('day', '日期', '如 2026-04-09', '2026-04-09'),
      column('from', '开始', '如 9:00', '9:00'),
      column('to', '结束', '如 11:30', '11:30'),
      { ...column('topic', '课程', '不超过 100 字', '班会设计'), width: 32 },
      optional('module', '模块', '课程模块，可不填', '健康教育与班级管理能力'),
      { ...optional('trainers', '授课人', '多人用顿号分开，可写单位职称', '张三（河南大学 教授）'), width: 28 },
      optional('place', '地点', '可不填', '报告厅'),
      { ...optional('channel', '方式', '与班次不同时才填', '集中培训'), choices: CHANNEL_TITLES },
      optional('minutes', '计学时（分钟）', '不填按上课时长', '150'),
      optional('stage', '阶段', '不填按日期归入阶段', '集中研修'),
    ],
    notes: ['一行一节课；同一授课人或地点的冲突会提示，不影响导入。'],
  },
  quotas: {
    title: '各校名额',
    columns: [
      { ...column('school', '学校', '10 位代码或全称', '2141000001'), width: 32 },
      column('places', '名额', '人数；填 0 表示该校不参加', '3'),
    ],
    notes: ['没有列出的学校保持原来的名额。'],
  },
  experts: {
    title: '评审专家',
    columns: [
      column('name', '姓名', '不超过 40 字', '李芳'),
      { ...SCHOOL_CODE, required: false, help: '任职学校的 10 位代码；不在本区学校任职的不填' },
      optional('title', '职称职务', '如：正高级教师、教研员', '正高级教师'),
      { ...optional('subjects', '学科', '多个用顿号分开', '语文、班主任'), width: 24 },
      {
        ...optional('phases', '学段', '幼儿园、小学、初中、普通高中、中等职业、特殊教育；多个用顿号分开', '小学、初中'),
        width: 24,
      },
      {
        ...optional(
          'pastSchools',
          '近年工作过的学校',
          '学校代码和离开日期，多所用顿号分开；用于自动回避',
          '2141000002（2024-08-31）',
        ),
        width: 40,
      },
      {
        ...optional(
          'units',
          '其他任职单位',
          '本区学校以外的单位和兼职，括号里写起止日期，现任写“至今”；多个用顿号分开；用于自动回避',
          '市教研室（2020-09-01 至今）',
        ),
        width: 40,
      },
    ],
    notes: [
      WHOLE_DIGITS,
      '姓名和任职学校都相同的视为同一人，只导入一次；确为两人的，请在“专家入库”逐个登记。',
      '有亲属、师生、合作者须回避的专家，请在“专家入库”逐个登记，以便自动回避。',
    ],
  },
  ethics: {
    title: '师德考核结论',
    columns: [
      SCHOOL_CODE,
      optional('name', '姓名', '不填则为学校的结论', '李芳'),
      { ...optional('document', '证件号码', '与姓名一起填写，用于核对本人', '41010519880808001X'), width: 24 },
      column('year', '年度', '四位年份', '2026'),
      { ...column('result', '结论', '从下拉列表中选择', '合格'), choices: ['合格', '不合格'] },
      optional('until', '影响至', '不合格的影响期满日，如 2027-12-31；不填为长期', '2027-12-31'),
      { ...column('reason', '依据', '文号或考核材料', '金教〔2026〕12 号'), width: 40 },
    ],
    notes: [WHOLE_DIGITS],
  },
  attendance: {
    title: '平台学时名单',
    columns: [
      column('name', '姓名', '与学员名单一致', '李芳'),
      { ...optional('school', '学校', '有同名学员时填写，与学员名单一致', '金水区纬五路第一小学'), width: 32 },
      column('minutes', '学时（分钟）', '整数，不超过这节课的分钟数', '90'),
    ],
    notes: ['从平台导出后，把姓名和分钟两列复制到这里即可；没有列出的学员保持原来的登记。'],
  },
  ledger: {
    title: '以往学时',
    columns: [
      column('name', '姓名', '花名册中的姓名', '李芳'),
      { ...optional('schoolCode', '学校代码', '有同名教师时填写：10 位', '2141000001'), width: 16 },
      optional('documentTail', '证件号码末四位', '同校有同名教师时填写', '001X'),
      column('date', '日期', '培训结束的日期', '2025-11-20'),
      column('hours', '学时', '最多两位小数', '30'),
      { ...column('channel', '方式', '从下拉列表中选择', '集中培训'), choices: CHANNEL_TITLES },
      { ...optional('level', '级别', '从下拉列表中选择', '区县级'), choices: LEVEL_TITLES },
      optional('module', '模块', '不超过 60 字', '师德修养'),
      optional('category', '类别', '不超过 40 字', '公需科目'),
      { ...column('title', '项目或活动', '不超过 100 字', '2025 年暑期师德专题研修'), width: 40 },
      { ...column('providerName', '承训单位', '不超过 60 字', '国家中小学智慧教育平台'), width: 32 },
    ],
    notes: [WHOLE_DIGITS, '同一教师、同一天、同名的学时只登记一次，再次导入会退回。'],
  },
} as const satisfies Record<string, ImportTemplate>

export type TemplateKind = keyof typeof IMPORT_TEMPLATES
export const TEMPLATE_KINDS = Object.keys(IMPORT_TEMPLATES) as TemplateKind[]
