import { BUDGET_GROUPS, BUDGET_ITEMS, type BudgetGroup, type BudgetLine, groupOf } from './budget-items.ts'
import { BUDGET_RULE_KEYS, BUDGET_RULES, type BudgetPolicy } from './budget-policy.ts'
import { decimalText, floorDiv, hundredthsOf, yuanText } from './exact-figures.ts'
import { type Finding, findingOf } from './finding.ts'

/** What a budget is judged by. Days and persons in decimals, null when they are not told; `lectures` in fen by the course list. */
export type BudgetFacts = {
  lines: readonly BudgetLine[]
  persons: number | null
  days: number | null
  arrival: number | null
  departure: number | null
  lectures: bigint | null
}

const SHARE_WHOLE = 10_000n
const HUNDRED = 100n

function sum(lines: readonly BudgetLine[]): bigint {
  return lines.reduce((all, { amount }) => all + BigInt(amount), 0n)
}

function groupTitle(key: BudgetGroup): string {
  return BUDGET_GROUPS.find((group) => group.key === key)?.title ?? key
}

/** Where a finding about some lines is shown: at the first of them, at the budget itself when there is none. */
function pointerOf(lines: readonly BudgetLine[]): string {
  const [first] = lines
  return first ? `/${first.index}` : ''
}

/** Shares of the total, cross-multiplied: `part × 10000` against `limit × total`. A total below zero has no shares. */
function checkShares(lines: readonly BudgetLine[], total: bigint, policy: BudgetPolicy): Finding[] {
  if (total < 0n) return []
  return BUDGET_RULE_KEYS.flatMap((rule) => {
    const about = BUDGET_RULES[rule]
    const { severity, limit } = policy.rules[rule]
    if (about.unit !== 'share' || limit === null) return []
    const own = lines.filter(({ item }) => groupOf(item) === about.group)
    const part = sum(own)
    const scaled = part * SHARE_WHOLE
    const bound = BigInt(limit) * total
    const least = about.bound === 'least'
    if (least ? scaled >= bound : scaled <= bound) return []
    const percent = decimalText(BigInt(limit))
    const title = groupTitle(about.group)
    const allowed = least ? -floorDiv(-bound, SHARE_WHOLE) : floorDiv(bound, SHARE_WHOLE)
    const detail = least
      ? `“${title}”不得低于预算合计的 ${percent}%（${yuanText(allowed)}），现为 ${yuanText(part)}，少 ${yuanText(allowed - part)}，请调增。`
      : `“${title}”不得超过预算合计的 ${percent}%（${yuanText(allowed)}），现为 ${yuanText(part)}，超出 ${yuanText(part - allowed)}，请调减。`
    return findingOf(severity, { pointer: pointerOf(own), rule, detail, limit })
  })
}

/** A ceiling of so much a person; persons that are not told are not judged. */
function checkPerPerson(
  rule: 'materials-per-person' | 'total-per-person',
  lines: readonly BudgetLine[],
  facts: BudgetFacts,
  policy: BudgetPolicy,
): Finding[] {
  const persons = hundredthsOf(facts.persons)
  const { severity, limit } = policy.rules[rule]
  if (persons === null || limit === null) return []
  const amount = sum(lines)
  const scaled = BigInt(limit) * persons
  if (amount * HUNDRED <= scaled) return []
  const allowed = floorDiv(scaled, HUNDRED)
  const [what, pointer] =
    rule === 'total-per-person' ? ['预算合计按人均标准', ''] : [`${BUDGET_ITEMS.materials}`, pointerOf(lines)]
  return findingOf(severity, {
    pointer,
    rule,
    detail: `${what}每人不得超过 ${yuanText(BigInt(limit))}，${decimalText(persons)} 人合计 ${yuanText(allowed)}，现为 ${yuanText(amount)}，超出 ${yuanText(amount - allowed)}，请调减或核对人数。`,
    limit,
  })
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/**
 * The days that the person-day ceiling counts, in hundredths: those of training, and of arrival and departure as far as they
 * may be counted. Source: 中央和国家机关培训费管理办法 (2016), the days include arrival and departure, one each at most.
 */
export function countedDays(facts: Pick<BudgetFacts, 'days' | 'arrival' | 'departure'>, policy: BudgetPolicy) {
  const days = hundredthsOf(facts.days)
  if (days === null) return null
  const { arrival, departure, together } = policy.travelDays
  const travel =
    least(hundredthsOf(facts.arrival) ?? 0n, BigInt(arrival)) +
    least(hundredthsOf(facts.departure) ?? 0n, BigInt(departure))
  return days + least(travel, BigInt(together))
}

/** The ceiling in fen, rounded down: persons × rate × (days up to `fullDays` + the days beyond at `beyond`). */
export function personDayCeiling(persons: bigint, days: bigint, policy: BudgetPolicy): bigint {
  const { inForce, rates, fullDays, beyond } = policy.personDay
  const full = least(days, BigInt(fullDays))
  const over = days - full
  const weighted = full * SHARE_WHOLE + over * BigInt(beyond)
  return floorDiv(persons * BigInt(rates[inForce]) * weighted, HUNDRED * HUNDRED * SHARE_WHOLE)
}

function checkPersonDay(lines: readonly BudgetLine[], facts: BudgetFacts, policy: BudgetPolicy): Finding[] {
  const persons = hundredthsOf(facts.persons)
  const days = countedDays(facts, policy)
  if (persons === null || days === null) return []
  const amount = sum(lines.filter(({ item }) => groupOf(item) !== 'lecturers'))
  const allowed = personDayCeiling(persons, days, policy)
  if (amount <= allowed) return []
  const { inForce, rates, fullDays, beyond } = policy.personDay
  const late =
    days > BigInt(fullDays)
      ? `，超过 ${decimalText(BigInt(fullDays))} 天的部分按 ${decimalText(BigInt(beyond))}% 计`
      : ''
  return findingOf(policy.rules['person-day'].severity, {
    pointer: '',
    rule: 'person-day',
    detail: `除专家费外的培训费每人每天不得超过 ${yuanText(BigInt(rates[inForce]))}：${decimalText(persons)} 人 ${decimalText(days)} 天${late}，上限 ${yuanText(allowed)}，现为 ${yuanText(amount)}，超出 ${yuanText(amount - allowed)}，请调减。`,
    limit: rates[inForce],
  })
}

function checkTotal(total: bigint, policy: BudgetPolicy): Finding[] {
  const { severity, limit } = policy.rules['total-largest']
  const large =
    limit !== null && total > BigInt(limit)
      ? findingOf(severity, {
          pointer: '',
          rule: 'total-largest',
          detail: `预算合计不得超过 ${yuanText(BigInt(limit))}，现为 ${yuanText(total)}，请调减或分成几个项目申报。`,
          limit,
        })
      : []
  const negative =
    total < 0n
      ? findingOf(policy.rules['total-negative'].severity, {
          pointer: '',
          rule: 'total-negative',
          detail: `预算合计不能是负数，现为 ${yuanText(total)}：核减的金额不能多于原来的金额，请核对。`,
          limit: 0,
        })
      : []
  return [...large, ...negative]
}

function checkLines(lines: readonly BudgetLine[], policy: BudgetPolicy): Finding[] {
  return lines
    .filter(({ amount, basis }) => amount !== 0 && basis.trim() === '')
    .flatMap(({ item, index }) =>
      findingOf(policy.rules['basis-missing'].severity, {
        pointer: `/${index}/basis`,
        rule: 'basis-missing',
        detail: `“${BUDGET_ITEMS[item as keyof typeof BUDGET_ITEMS] ?? item}”没有填写测算依据，请写明单价、数量和天数，如：50 人 × 30 元 × 5 天。`,
      }),
    )
}

/** The fees that the course list promises must be in the budget; tax comes on top, so that more is no fault. */
function checkLectureTotal(lines: readonly BudgetLine[], facts: BudgetFacts, policy: BudgetPolicy): Finding[] {
  if (facts.lectures === null) return []
  const own = lines.filter(({ item }) => item === 'lecturing')
  const amount = sum(own)
  if (amount >= facts.lectures) return []
  return findingOf(policy.rules['lecture-total'].severity, {
    pointer: pointerOf(own),
    rule: 'lecture-total',
    detail: `按课程安排应付讲课费 ${yuanText(facts.lectures)}（税后），“${BUDGET_ITEMS.lecturing}”只列了 ${yuanText(amount)}，少 ${yuanText(facts.lectures - amount)}，请补足或核对课程。`,
  })
}

/**
 * Checks a budget against the rules of a tenant, in exact whole numbers. Amounts are in fen; a negative line is an adjustment
 * and legal. Pointers are relative to the rows of the budget (`''` is the budget as a whole). Source of the rules: domain.md §10.
 */
export function checkBudget(facts: BudgetFacts, policy: BudgetPolicy): Finding[] {
  const { lines } = facts
  const total = sum(lines)
  const materials = lines.filter(({ item }) => item === 'materials')
  return [
    ...checkLines(lines, policy),
    ...checkShares(lines, total, policy),
    ...checkPerPerson('materials-per-person', materials, facts, policy),
    ...checkLectureTotal(lines, facts, policy),
    ...checkPersonDay(lines, facts, policy),
    ...checkPerPerson('total-per-person', lines, facts, policy),
    ...checkTotal(total, policy),
  ]
}
