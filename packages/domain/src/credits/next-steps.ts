import { dayOf } from './day-number.ts'
import type { CreditResult, RequirementResult } from './evaluate-policy.ts'
import { CHANNELS, type Policy, type Requirement, UNITS } from './policy.ts'

/** `done` nothing is left to do, `do` something is, `late` its time is over, `wait` it lies with the bureau. */
export type NextStep = { tone: 'done' | 'do' | 'late' | 'wait'; words: string }

const MONTH = 30

const rounded = (figure: number) => Math.round(figure * 100) / 100

/** What counts towards it, where that is only some ways of training. */
function waysOf({ where }: Requirement): string {
  const ways = (where.channel ?? []).map((key) => (CHANNELS as Record<string, string>)[key] ?? key)
  return ways.length === 0 ? '' : `；可以计入的方式：${ways.join('、')}`
}

function missedYears({ title, unit, years }: RequirementResult, asOf: string): NextStep[] {
  const year = Number(asOf.slice(0, 4))
  return (years ?? [])
    .filter((one) => one.year < year && !one.met)
    .map((one) => ({
      tone: 'late',
      words: `“${title}”${one.year} 年度还差 ${one.remaining} ${UNITS[unit]}，年度已过：请与学校登记员或师训科商定如何补训。`,
    }))
}

function stepOf(result: RequirementResult, requirement: Requirement, asOf: string): NextStep[] {
  const { title, remaining, expectedByNow, earned, pace, to } = result
  const unit = UNITS[result.unit]
  if (result.kind === 'max')
    return result.pace === 'over' ? [{ tone: 'do', words: `“${title}”已经超出上限，同类培训请不要再多参加。` }] : []
  if (remaining <= 0) return []
  const lack = `“${title}”还差 ${remaining} ${unit}`
  if (requirement.window.kind === 'last_years')
    return [
      {
        tone: 'do',
        words: `${lack}，按最近 ${requirement.window.years} 年滚动计算，请尽早补上${waysOf(requirement)}。`,
      },
    ]
  const days = dayOf(to) - dayOf(asOf) + 1
  if (days <= 0) return [{ tone: 'late', words: `${lack}，期限 ${to} 已过：请与学校登记员或师训科商定如何补训。` }]
  const monthly = Math.ceil((remaining * MONTH * 10) / Math.max(days, MONTH)) / 10
  const rate = days > MONTH ? `，平均每月约 ${monthly} ${unit}` : ''
  const behind =
    pace === 'behind'
      ? `按进度现在应有 ${expectedByNow} ${unit}，落后 ${rounded(expectedByNow - earned)} ${unit}。`
      : ''
  return [{ tone: 'do', words: `${lack}，${to} 前完成（还有 ${days} 天${rate}）${waysOf(requirement)}。${behind}` }]
}

/** Entries that do not count and why, as far as somebody can do something about it. */
function lost({ entries }: CreditResult): NextStep[] {
  const of = (...codes: string[]) => entries.filter(({ why }) => codes.includes(why.code))
  const hours = (among: CreditResult['entries']) => rounded(among.reduce((sum, one) => sum + one.hours, 0))
  const [pending, stranger, absent, full] = [
    of('pending'),
    of('not_accredited'),
    of('absent'),
    of('cap_full', 'counted_partly'),
  ]
  return [
    ...(pending.length > 0
      ? [
          {
            tone: 'wait' as const,
            words: `有 ${pending.length} 条登记共 ${hours(pending)} 学时等待认定，认定后才计入。`,
          },
        ]
      : []),
    ...(stranger.length > 0
      ? [
          {
            tone: 'do' as const,
            words: `有 ${stranger.length} 条共 ${hours(stranger)} 学时因承训单位没有经过认定而不计入：以后请选有资质的承训单位。`,
          },
        ]
      : []),
    ...(absent.length > 0
      ? [{ tone: 'do' as const, words: `有 ${absent.length} 条因缺课达到规定比例而不计入。` }]
      : []),
    ...(full.length > 0
      ? [{ tone: 'do' as const, words: `有 ${full.length} 条已到计入上限，没有全部计入：请改选其他类别或方式的培训。` }]
      : []),
  ]
}

/** What there is to do under one policy, in plain words: what is late, what is lacking, what waits, or that all is done. */
export function nextSteps(policy: Policy, result: CreditResult): NextStep[] {
  const asked = result.requirements.filter(({ applies, exempt }) => applies && !exempt)
  const steps = asked.flatMap((one) => {
    const requirement = policy.requirements.find(({ id }) => id === one.id)
    return requirement ? [...missedYears(one, result.asOf), ...stepOf(one, requirement, result.asOf)] : []
  })
  const late = steps.filter(({ tone }) => tone === 'late')
  const open = steps.filter(({ tone }) => tone !== 'late')
  const done: NextStep[] =
    steps.length > 0
      ? []
      : [
          asked.length === 0
            ? { tone: 'done', words: '本办法目前没有适用的要求。' }
            : { tone: 'done', words: `各项要求已经全部完成，本周期到 ${result.cycle.to} 为止。` },
        ]
  return [...late, ...open, ...done, ...lost(result)]
}
