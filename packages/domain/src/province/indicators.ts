/** The version of the record format: additive changes only while it stays. */
export const FEED_SCHEMA = 'feed/1'

/** One figure of the feed, defined by what is counted over what. `persons` figures pass disclosure control `sdc/1`. */
type Indicator = {
  key: string
  title: string
  numerator: string
  denominator: string
  unit: string
  persons: boolean
}

const ONE = '—'
const SPAN = '当年和上一年立项的项目，截至发布时'

/** The data dictionary. Dimensions: `year` of approval, `level` (`all` is the sum of the levels), `state`. */
export const INDICATORS = [
  {
    key: 'projects',
    title: '项目数',
    numerator: `按年度、级别、状态的项目数；${SPAN}`,
    denominator: ONE,
    unit: '项',
    persons: false,
  },
  {
    key: 'hours-promised',
    title: '承诺课时',
    numerator: `任务书承诺的课时合计；${SPAN}`,
    denominator: ONE,
    unit: '课时',
    persons: false,
  },
  {
    key: 'hours-delivered',
    title: '已开课时',
    numerator: `已实施的课时合计；${SPAN}`,
    denominator: ONE,
    unit: '课时',
    persons: false,
  },
  {
    key: 'applications',
    title: '申报数',
    numerator: '按状态的申报数（不含未提交的草稿）',
    denominator: ONE,
    unit: '项',
    persons: false,
  },
  {
    key: 'persons-planned',
    title: '计划参训人次',
    numerator: `任务书计划的参训人次；${SPAN}`,
    denominator: ONE,
    unit: '人次',
    persons: true,
  },
  {
    key: 'persons-enrolled',
    title: '参训人次',
    numerator: `实际参训人次；${SPAN}`,
    denominator: ONE,
    unit: '人次',
    persons: true,
  },
  {
    key: 'persons-completed',
    title: '结业人次',
    numerator: `结业人次；${SPAN}`,
    denominator: ONE,
    unit: '人次',
    persons: true,
  },
  {
    key: 'completion-rate',
    title: '累计结业率',
    numerator: '结业人次',
    denominator: '参训人次（含尚在培训的）',
    unit: '%',
    persons: true,
  },
  {
    key: 'satisfaction',
    title: '满意度均值',
    numerator: '问卷得分合计（百分制）',
    denominator: '收回问卷数',
    unit: '分',
    persons: true,
  },
] as const satisfies readonly Indicator[]

export type IndicatorKey = (typeof INDICATORS)[number]['key']

/** Public facts, each under its own number: nothing in them counts or names a person. */
export const FACTS = {
  page: '本页的来历：区县、纪元、页号、前页摘要',
  project: '立项项目的公开信息：编号、名称、单位、级别、状态、评估等次（不含名师工作室和荣誉称号，其名称带有人名）',
  listing: '入库精品项目的公开信息：编号、名称、来源单位、状态',
} as const

export type FactKey = keyof typeof FACTS

/** What `status` says of a record. Confidential for either reason reads the same. */
export const STATUSES = {
  A: '正常发布',
  c: '保密（人数、学校数不足，或为防止推算）',
  Z: '结构性零（该组合不可能出现）',
  carried: '变动不足 10 人，沿用上次发布的数值',
  T: '撤除（墓碑记录）',
} as const

export type RecordStatus = keyof typeof STATUSES
