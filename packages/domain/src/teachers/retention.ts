/** What erasure does to a column: cleared at once, kept as proof, or replaced so that nothing leads to the person. */
export type Retention = { what: string; rule: 'cleared' | 'kept'; why: string }

/** What becomes of each thing held of a teacher when their personal data are erased (trust.md, Personal data). */
export const TEACHER_RETENTION: readonly Retention[] = [
  { what: '姓名', rule: 'cleared', why: '改写为“已删除的教师”' },
  { what: '证件号码、匹配用的摘要、末几位', rule: 'cleared', why: '清空，不能再按证件找到' },
  { what: '手机、教师资格证号', rule: 'cleared', why: '清空' },
  { what: '职称、学历、入职日期', rule: 'cleared', why: '清空' },
  { what: '导入时暂存的表格行', rule: 'cleared', why: '删除' },
  { what: '学员名单、跟踪任务、学时申报、调动和师德记录中的姓名', rule: 'cleared', why: '改写为“已删除的教师”' },
  { what: '学校、学段、学科', rule: 'kept', why: '不指向个人，统计需要' },
  { what: '任职与离岗的起止日期', rule: 'kept', why: '学时核算需要，不含姓名' },
  { what: '学时台账', rule: 'kept', why: '只增不减的台账，只留编号，不含姓名' },
  { what: '结业证书', rule: 'kept', why: '已签发的证明，公开核验需要；可先行撤销' },
  {
    what: '审计日志',
    rule: 'kept',
    why: '法定至少 6 个月，提供个人信息的记录至少 3 年；只记编号和栏目，不记姓名和号码',
  },
]

/** The name that stays in place of an erased teacher's. */
export const ERASED_NAME = '已删除的教师'
