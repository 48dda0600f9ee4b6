import { inWords, LEVEL_WORDS, PHASE_WORDS } from '../shared/field-words.ts'
import { rateWords, shareWords } from './figure-words.ts'
import {
  type AppliesTo,
  type Cap,
  CHANNELS,
  LEAVE_KINDS,
  POSTS,
  type Policy,
  type Requirement,
  SELECTED,
  type Selector,
  UNITS,
} from './policy.ts'

const SELECTED_WORDS: Record<(typeof SELECTED)[number], string> = {
  channel: '',
  level: '',
  module: '模块',
  category: '类别',
  activity: '活动',
  provider: '承训单位',
}
const SPAN_WORDS: Record<Cap['per'], string> = {
  entry: '每条记录',
  project: '每个项目',
  day: '每天',
  calendar_year: '每个自然年',
  cycle: '每个周期',
}

function selection(where: Selector): string {
  const parts = SELECTED.flatMap((name) => {
    const values = where[name]
    if (values === undefined) return []
    if (name === 'channel') return [inWords(CHANNELS, values)]
    if (name === 'level') return [inWords(LEVEL_WORDS, values)]
    return [`${SELECTED_WORDS[name]}为${values.map((value) => `“${value}”`).join('、')}`]
  })
  return parts.length === 0 ? '全部培训' : parts.join('、且')
}

function window({ window: span }: Requirement): string {
  if (span.kind === 'cycle') return '每个周期'
  if (span.kind === 'calendar_year') return '每个自然年（整年在周期内的）'
  if (span.kind === 'first_months') return `入职后 ${span.months} 个月内`
  return span.kind === 'last_years' ? `最近 ${span.years} 年内` : `${span.from} 至 ${span.to}`
}

function people({ posts, phases, novice }: AppliesTo): string {
  const parts = [
    ...(posts ? [`任${inWords(POSTS, posts)}的`] : []),
    ...(phases ? [`${inWords(PHASE_WORDS, phases)}的`] : []),
    ...(novice === undefined ? [] : [novice ? '新任' : '非新任']),
  ]
  return `${parts.join('')}教师`
}

/** One sentence of a policy; `key` is the same in every version that has the clause. */
export type Clause = { key: string; words: string }

function frameClauses(policy: Policy): Clause[] {
  const { cycle, attendance, leave, carryOver } = policy
  const anchor =
    cycle.anchor.kind === 'fixed'
      ? `从 ${cycle.anchor.start} 起算，全体教师相同`
      : cycle.anchor.kind === 'entry'
        ? '从每位教师的入职日期起算'
        : '从 1 月 1 日起算'
  const clause = (key: string, words: string): Clause => ({ key, words })
  return [
    clause('valid', `自 ${policy.validFrom} 起施行${policy.validTo === null ? '' : `，至 ${policy.validTo} 止`}。`),
    clause('cycle', `${cycle.years} 年为一个周期，${anchor}。`),
    clause('minutes', `1 学时为 ${policy.minutesPerHour} 分钟。`),
    ...(policy.accreditedOnly ? [clause('accredited', '只有经认定的承训单位的培训计入。')] : []),
    ...(attendance
      ? [clause('attendance', `缺课达到 ${shareWords(attendance.absenceFrom)} 及以上的，整条不计。`)]
      : []),
    ...(leave
      ? [
          clause(
            'leave',
            `${inWords(LEAVE_KINDS, leave.kinds)}连续 ${leave.fromDays} 天及以上的，周期按请假天数顺延，以后的周期随之后移。`,
          ),
        ]
      : []),
    ...(carryOver
      ? [
          clause(
            'carry-over',
            `上一周期超出的部分（${selection(carryOver.where)}）可结转到下一周期，最多 ${carryOver.most} ${UNITS[carryOver.unit]}，只结转一次。`,
          ),
        ]
      : []),
  ]
}

function conversionLine({ where, perHour, factors, title }: Policy['conversions'][number]): string {
  const posts = factors.map(({ post, factor }) => `；任${inWords(POSTS, [post])}的按 ${shareWords(factor)} 计`).join('')
  return `${title}：${selection(where)}，${rateWords(perHour)}${posts}。`
}

function capLine({ title, where, per, most, unit }: Cap): string {
  return `${title}：${selection(where)}，${SPAN_WORDS[per]}最多计 ${most} ${UNITS[unit]}。`
}

function requirementLine(requirement: Requirement): string {
  const { title, kind, amount, unit, where, appliesTo } = requirement
  const who = appliesTo ? people(appliesTo) : requirement.window.kind === 'first_months' ? '新入职教师' : '所有教师'
  return `${title}：${who}，${window(requirement)}，${selection(where)}${kind === 'min' ? '不少于' : '不超过'} ${amount} ${UNITS[unit]}。`
}

function exemptionLine({ title, when, requirements, share }: Policy['exemptions'][number], policy: Policy): string {
  const who = [
    ...(when.posts ? [`任${inWords(POSTS, when.posts)}`] : []),
    ...(when.phases ? [inWords(PHASE_WORDS, when.phases)] : []),
    ...(when.leaveKinds ? [`本周期内有${inWords(LEAVE_KINDS, when.leaveKinds)}`] : []),
  ]
  const what =
    requirements === 'all'
      ? '全部要求'
      : requirements.map((id) => `“${policy.requirements.find((one) => one.id === id)?.title ?? id}”`).join('、')
  const kept = share[0] === share[1] ? '免除' : `减少 ${shareWords(share)}`
  return `${title}：${who.length === 0 ? '所有教师' : `${who.join('、且')}的教师`}，${what}${kept}。`
}

function ruled<Rule extends { id: string }>(rules: readonly Rule[], line: (rule: Rule) => string): Clause[] {
  return rules.map((rule) => ({ key: rule.id, words: line(rule) }))
}

/** Every clause of a policy under its heading, with a key that finds it again in another version. */
export function policyClauses(policy: Policy): { title: string; clauses: Clause[] }[] {
  const { conversions, caps } = policy
  return [
    { title: '周期与口径', clauses: frameClauses(policy) },
    {
      title: '学时折算',
      clauses:
        conversions.length === 0
          ? [{ key: '', words: '只计学时，不折算学分。' }]
          : [...ruled(conversions, conversionLine), { key: '', words: '按顺序用第一条适用的；都不适用的不计。' }],
    },
    { title: '上限', clauses: caps.length === 0 ? [{ key: '', words: '不设上限。' }] : ruled(caps, capLine) },
    { title: '要求', clauses: ruled(policy.requirements, requirementLine) },
    ...(policy.exemptions.length > 0
      ? [{ title: '减免', clauses: ruled(policy.exemptions, (exemption) => exemptionLine(exemption, policy)) }]
      : []),
  ]
}

/** Every clause of a policy as a sentence, under its heading. */
export function policyInWords(policy: Policy): { title: string; lines: string[] }[] {
  return policyClauses(policy).map(({ title, clauses }) => ({ title, lines: clauses.map(({ words }) => words) }))
}
