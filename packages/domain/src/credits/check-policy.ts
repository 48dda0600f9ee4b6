import { LEVELS, PHASES } from '../calls/design/call.ts'
import { isCalendarDate } from '../shared/china-time.ts'
import type { FieldProblem } from '../shared/result.ts'
import { carryTarget } from './carry-over.ts'
import { checkCaps } from './check-caps.ts'
import { checkContradictions } from './check-contradictions.ts'
import { hundredthsOf, isFraction } from './fraction.ts'
import { CHANNELS, type Fraction, LEAVE_KINDS, POSTS, type Policy, SELECTED, type Selector } from './policy.ts'
import { MOST_SCALE, scaleOf } from './scale.ts'

/** A requirement is one bit of a mask. */
const MOST_REQUIREMENTS = 30
const MOST_FIGURE = 100_000
const KNOWN: Partial<Record<(typeof SELECTED)[number], readonly string[]>> = {
  channel: Object.keys(CHANNELS),
  level: LEVELS,
}

function notOneOf(values: readonly string[] | undefined, known: readonly string[], pointer: string): FieldProblem[] {
  return (values ?? []).flatMap((value, n) =>
    known.includes(value)
      ? []
      : [
          {
            pointer: `${pointer}/${n}`,
            problem: 'unknown_word',
            detail: `没有“${value}”，只能用：${known.join('、')}`,
          },
        ],
  )
}

function emptyList(values: readonly string[] | undefined, pointer: string): FieldProblem[] {
  return values?.length === 0
    ? [{ pointer, problem: 'empty_list', detail: '列表是空的，一条也选不到：请填写，或去掉这一项' }]
    : []
}

function checkSelector(where: Selector, pointer: string): FieldProblem[] {
  return SELECTED.flatMap((name) => [
    ...emptyList(where[name], `${pointer}/${name}`),
    ...notOneOf(KNOWN[name] ? where[name] : undefined, KNOWN[name] ?? [], `${pointer}/${name}`),
  ])
}

function checkPeople(
  { posts, phases }: { posts?: readonly string[] | undefined; phases?: readonly string[] | undefined },
  pointer: string,
): FieldProblem[] {
  return [
    ...emptyList(posts, `${pointer}/posts`),
    ...notOneOf(posts, Object.keys(POSTS), `${pointer}/posts`),
    ...emptyList(phases, `${pointer}/phases`),
    ...notOneOf(phases, PHASES, `${pointer}/phases`),
  ]
}

function checkFraction(fraction: Fraction, pointer: string): FieldProblem[] {
  if (fraction[1] === 0) return [{ pointer: `${pointer}/1`, problem: 'zero_denominator', detail: '分母不能是 0' }]
  if (isFraction(fraction)) return []
  return [{ pointer, problem: 'not_a_fraction', detail: '应为 [分子, 分母] 两个不超过 10000 的整数，如 [1, 8]' }]
}

/** Credits an hour and factors: more than ten of either is a slip, and would leave the exact range. */
function checkRate(rate: Fraction, pointer: string): FieldProblem[] {
  const wrong = checkFraction(rate, pointer)
  if (wrong.length > 0 || rate[0] <= 10 * rate[1]) return wrong
  return [{ pointer, problem: 'too_large', limit: 10 }]
}

function checkShare(share: Fraction, pointer: string): FieldProblem[] {
  const wrong = checkFraction(share, pointer)
  if (wrong.length > 0 || (share[0] > 0 && share[0] <= share[1])) return wrong
  return [{ pointer, problem: 'out_of_range', detail: '应大于 0、不超过 1，如一半写 [1, 2]，全部写 [1, 1]' }]
}

function checkFigure(figure: number, pointer: string): FieldProblem[] {
  if (!(figure >= 0)) return [{ pointer, problem: 'too_small', limit: 0 }]
  if (figure > MOST_FIGURE) return [{ pointer, problem: 'too_large', limit: MOST_FIGURE }]
  return hundredthsOf(figure) === null ? [{ pointer, problem: 'too_many_decimals', limit: 2 }] : []
}

function checkWhole(figure: number, [least, most]: readonly [number, number], pointer: string): FieldProblem[] {
  if (Number.isInteger(figure) && figure >= least && figure <= most) return []
  return [{ pointer, problem: 'out_of_range', detail: `应为 ${least} 至 ${most} 的整数` }]
}

function checkDate(date: string, pointer: string): FieldProblem[] {
  return isCalendarDate(date) ? [] : [{ pointer, problem: 'not_a_date' }]
}

function checkSpan(from: string, to: string, at: { from: string; to: string }, what: string): FieldProblem[] {
  const wrong = [...checkDate(from, at.from), ...checkDate(to, at.to)]
  if (wrong.length > 0 || from <= to) return wrong
  return [{ pointer: at.to, problem: 'ends_before_start', detail: `${what}止于 ${to}，早于起始日 ${from}` }]
}

function checkFrame(policy: Policy): FieldProblem[] {
  const { cycle, validFrom, validTo, attendance, leave, carryOver } = policy
  return [
    ...(validTo === null
      ? checkDate(validFrom, '/validFrom')
      : checkSpan(validFrom, validTo, { from: '/validFrom', to: '/validTo' }, '有效期')),
    ...checkWhole(cycle.years, [1, 20], '/cycle/years'),
    ...(cycle.anchor.kind === 'fixed' ? checkDate(cycle.anchor.start, '/cycle/anchor/start') : []),
    ...checkWhole(policy.minutesPerHour, [1, 240], '/minutesPerHour'),
    ...(attendance ? checkShare(attendance.absenceFrom, '/attendance/absenceFrom') : []),
    ...(leave ? emptyList(leave.kinds, '/leave/kinds') : []),
    ...notOneOf(leave?.kinds, Object.keys(LEAVE_KINDS), '/leave/kinds'),
    ...(leave ? checkWhole(leave.fromDays, [1, 3660], '/leave/fromDays') : []),
    ...(carryOver
      ? [...checkSelector(carryOver.where, '/carryOver/where'), ...checkFigure(carryOver.most, '/carryOver/most')]
      : []),
  ]
}

function checkWindow(window: Policy['requirements'][number]['window'], pointer: string): FieldProblem[] {
  if (window.kind === 'dates')
    return checkSpan(window.from, window.to, { from: `${pointer}/from`, to: `${pointer}/to` }, '时段')
  if (window.kind === 'first_months') return checkWhole(window.months, [1, 240], `${pointer}/months`)
  return window.kind === 'last_years' ? checkWhole(window.years, [1, 20], `${pointer}/years`) : []
}

function checkRules(policy: Policy): FieldProblem[] {
  return [
    ...policy.conversions.flatMap(({ where, perHour, factors }, n) => [
      ...checkSelector(where, `/conversions/${n}/where`),
      ...checkRate(perHour, `/conversions/${n}/perHour`),
      ...factors.flatMap(({ post, factor }, at) => [
        ...notOneOf([post], Object.keys(POSTS), `/conversions/${n}/factors/${at}/post`).map((problem) => ({
          ...problem,
          pointer: `/conversions/${n}/factors/${at}/post`,
        })),
        ...checkRate(factor, `/conversions/${n}/factors/${at}/factor`),
      ]),
    ]),
    ...policy.caps.flatMap(({ where, most }, n) => [
      ...checkSelector(where, `/caps/${n}/where`),
      ...checkFigure(most, `/caps/${n}/most`),
    ]),
    ...policy.requirements.flatMap(({ where, amount, window, appliesTo }, n) => [
      ...checkSelector(where, `/requirements/${n}/where`),
      ...checkFigure(amount, `/requirements/${n}/amount`),
      ...checkWindow(window, `/requirements/${n}/window`),
      ...checkPeople(appliesTo ?? {}, `/requirements/${n}/appliesTo`),
    ]),
    ...policy.exemptions.flatMap(({ when, share }, n) => [
      ...checkPeople(when, `/exemptions/${n}/when`),
      ...emptyList(when.leaveKinds, `/exemptions/${n}/when/leaveKinds`),
      ...notOneOf(when.leaveKinds, Object.keys(LEAVE_KINDS), `/exemptions/${n}/when/leaveKinds`),
      ...checkShare(share, `/exemptions/${n}/share`),
    ]),
  ]
}

function checkIds(policy: Policy): FieldProblem[] {
  const lists = ['conversions', 'caps', 'requirements', 'exemptions'] as const
  return lists.flatMap((list) =>
    policy[list].flatMap(({ id, title }, n): FieldProblem[] => {
      const first = policy[list].findIndex((other) => other.id === id)
      const pointer = `/${list}/${n}/id`
      if (id.trim() === '') return [{ pointer, problem: 'required' }]
      const before = policy[list][first]
      if (first === n || !before) return []
      return [{ pointer, problem: 'duplicate', detail: `编号“${id}”已用于“${before.title}”，请给“${title}”另起一个` }]
    }),
  )
}

function checkReferences(policy: Policy): FieldProblem[] {
  const { requirements, conversions, caps, carryOver } = policy
  const exempted = policy.exemptions.flatMap((exemption, n) =>
    (exemption.requirements === 'all' ? [] : exemption.requirements).flatMap((id, at): FieldProblem[] => {
      const pointer = `/exemptions/${n}/requirements/${at}`
      const target = requirements.find((requirement) => requirement.id === id)
      if (!target) return [{ pointer, problem: 'no_such_rule', detail: `没有编号为“${id}”的要求` }]
      if (target.kind === 'min') return []
      const detail = `减免“${exemption.title}”指向“${target.title}”，而它是“不超过”的要求，不能减免`
      return [{ pointer, problem: 'contradiction', detail }]
    }),
  )
  const speaksOfCredits = [
    ...requirements.map(({ unit }, n) => ({ unit, pointer: `/requirements/${n}/unit` })),
    ...caps.map(({ unit }, n) => ({ unit, pointer: `/caps/${n}/unit` })),
  ].filter(({ unit }) => unit === 'credits' && conversions.length === 0)
  return [
    ...exempted,
    ...speaksOfCredits.map(({ pointer }) => ({
      pointer,
      problem: 'no_conversion',
      detail: '按学分计，但没有学时折算学分的规则：请补充折算，或改按学时计',
    })),
    ...(carryOver && carryTarget(policy) < 0
      ? [
          {
            pointer: '/carryOver',
            problem: 'no_such_rule',
            detail: '结转无处可用：没有一条按周期、同单位、对所有教师且包含这些记录的“不少于”要求',
          },
        ]
      : []),
  ]
}

/**
 * Everything wrong with a policy, by JSON pointer into it, in words that name the rules: figures and words first; rules
 * that contradict each other only once each of them can be read. An empty list: `compilePolicy` takes it.
 */
export function checkPolicy(policy: Policy): FieldProblem[] {
  const { requirements, conversions, caps } = policy
  const lengths = [
    ['requirements', requirements.length, MOST_REQUIREMENTS],
    ['conversions', conversions.length, 60],
    ['caps', caps.length, 30],
  ] as const
  const problems = [
    ...lengths.flatMap(([name, length, limit]) =>
      length > limit ? [{ pointer: `/${name}`, problem: 'too_many', limit }] : [],
    ),
    ...(requirements.length === 0
      ? [{ pointer: '/requirements', problem: 'required', detail: '至少要有一条要求' }]
      : []),
    ...checkFrame(policy),
    ...checkRules(policy),
    ...checkIds(policy),
    ...checkReferences(policy),
  ]
  if (problems.length > 0) return problems
  const { scale } = scaleOf(policy, [])
  if (scale > MOST_SCALE)
    return [
      {
        pointer: '/conversions',
        problem: 'scale_too_fine',
        limit: MOST_SCALE,
        detail: `各条折算的分母凑在一起太细（须精确到 1/${scale === Number.POSITIVE_INFINITY ? '∞' : scale}），无法精确计算：请改用更整的比例`,
      },
    ]
  return [...checkCaps(caps), ...checkContradictions(policy)]
}
