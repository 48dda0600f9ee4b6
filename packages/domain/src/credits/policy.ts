import type { PHASES } from '../calls/design/call.ts'

/** How hours are earned; the words are what people read. */
export const CHANNELS = {
  concentrated: '集中培训',
  online: '网络研修',
  school_based: '校本研训',
  blended: '混合研修',
  placement: '跟岗研修',
  practice: '校本应用实践',
  degree: '学历进修',
  outcome: '成果认定',
} as const
export type Channel = keyof typeof CHANNELS

/** Posts that a policy may speak of. */
export const POSTS = {
  head_teacher: '班主任',
  principal: '校长（园长）',
  trainer: '专职培训者',
  backbone_school: '校级骨干教师',
  backbone_district: '区级骨干教师',
  backbone_city: '市级骨干教师',
  backbone_province: '省级骨干教师',
} as const
export type Post = keyof typeof POSTS

/** Leave that may extend a cycle or exempt. */
export const LEAVE_KINDS = {
  maternity: '产假',
  sick: '病假',
  study: '脱产进修',
  secondment: '借调',
  other: '其他离岗',
} as const
export type LeaveKind = keyof typeof LEAVE_KINDS

export type Phase = (typeof PHASES)[number]

/** [numerator, denominator], whole numbers, the denominator above zero. */
export type Fraction = readonly [number, number]

/** The attributes of an entry that a rule may select by; an absent one selects everything. */
export const SELECTED = ['channel', 'level', 'module', 'category', 'activity', 'provider'] as const
export type Selector = {
  readonly [K in (typeof SELECTED)[number]]?: readonly string[] | undefined
}

export const UNITS = { hours: '学时', credits: '学分' } as const
export type Unit = keyof typeof UNITS

export const CAP_SPANS = ['entry', 'project', 'day', 'calendar_year', 'cycle'] as const
export type CapSpan = (typeof CAP_SPANS)[number]

/** Hours become credits: `perHour` credits an hour, times the factor of the first listed post that the teacher held that day. */
export type Conversion = {
  id: string
  title: string
  where: Selector
  perHour: Fraction
  factors: readonly { post: string; factor: Fraction }[]
}

/** At most `most` (two decimals) counts of what `where` selects within one span. */
export type Cap = { id: string; title: string; where: Selector; per: CapSpan; unit: Unit; most: number }

/** Both ends of `dates` count. `first_months` runs from the day of entry into service, `last_years` back from the day asked about. */
type RequirementWindow =
  | { kind: 'cycle' }
  | { kind: 'calendar_year' }
  | { kind: 'first_months'; months: number }
  | { kind: 'last_years'; years: number }
  | { kind: 'dates'; from: string; to: string }

/** Whom a requirement concerns: every given member must fit. `novice`: in the first twelve months of service within the cycle. */
export type AppliesTo = {
  posts?: readonly string[] | undefined
  phases?: readonly string[] | undefined
  novice?: boolean | undefined
}

export type Requirement = {
  id: string
  title: string
  kind: 'min' | 'max'
  unit: Unit
  /** At most two decimals. */
  amount: number
  where: Selector
  window: RequirementWindow
  appliesTo?: AppliesTo | undefined
}

/** `share` of the amounts is waived when every given condition holds; of several exemptions the largest stands. */
type Exemption = {
  id: string
  title: string
  when: {
    posts?: readonly string[] | undefined
    phases?: readonly string[] | undefined
    leaveKinds?: readonly string[] | undefined
  }
  requirements: readonly string[] | 'all'
  share: Fraction
}

/** `calendar` cycles begin on 1 January, counted from the year of `validFrom`. */
type CycleAnchor = { kind: 'fixed'; start: string } | { kind: 'entry' } | { kind: 'calendar' }

/** A bureau's rules of hours and credits, as data (domain language of teacher credits). Dates are `YYYY-MM-DD`, both ends count. */
export type Policy = {
  title: string
  version: number
  validFrom: string
  validTo: string | null
  cycle: { years: number; anchor: CycleAnchor }
  minutesPerHour: number
  /** An entry of which this share of the hours or more was missed counts nothing. */
  attendance: { absenceFrom: Fraction } | null
  accreditedOnly: boolean
  /** The first that matches wins. Empty: hours alone, no credits. What none matches counts nothing. */
  conversions: readonly Conversion[]
  caps: readonly Cap[]
  requirements: readonly Requirement[]
  /** Leave of these kinds of at least `fromDays` days extends the cycle it falls in by its days; later cycles follow on. */
  leave: { kinds: readonly string[]; fromDays: number } | null
  exemptions: readonly Exemption[]
  /** What the cycle before had beyond its requirement goes on to this one: of `where`, at most `most`, never twice. */
  carryOver: { where: Selector; unit: Unit; most: number } | null
}
