import type { DistrictKind } from '../identity/visitor.ts'
import { accreditedOn } from '../teachers/accreditation.ts'
import { isSuperior, type OfferedCohort } from './offer.ts'

/** Hours of one China day, channel and module, in whole minutes. */
export type GuestEntry = { date: string; channel: string; module: string; category: string; minutes: number }

export type HoursVerdict = {
  accredited: boolean
  state: 'confirmed' | 'pending'
  /** Why the office has to look at it; null when it has not. */
  reason: string | null
}

/** A whole day has so many minutes: more cannot have been had. */
const DAY = 24 * 60

/** What contradicts itself in hours that came; null when nothing does. Days beyond the cohort's own are not its hours. */
export function contradictionIn(
  entries: readonly GuestEntry[],
  { startsOn, endsOn }: Pick<OfferedCohort, 'startsOn' | 'endsOn'>,
  attended: number,
): string | null {
  const keys = new Set(entries.map(({ date, channel, module }) => `${date} ${channel} ${module}`))
  if (keys.size < entries.length) return '同一天、同一方式、同一模块出现两次'
  const stray = entries.find(({ date }) => date < startsOn || date > endsOn)
  if (stray) return `${stray.date} 不在班次起止日期之内`
  const byDay = new Map<string, number>()
  for (const { date, minutes } of entries) byDay.set(date, (byDay.get(date) ?? 0) + minutes)
  const full = [...byDay].find(([, minutes]) => minutes > DAY)
  if (full) return `${full[0]} 超过 24 小时`
  const sum = entries.reduce((minutes, entry) => minutes + entry.minutes, 0)
  return sum === attended ? null : `逐日学时合计 ${sum} 分钟，与出勤 ${attended} 分钟不符`
}

/**
 * How hours from another bureau enter the ledger: confirmed when the provider was accredited by the sender for that level
 * on that day, or when a city or province bureau carries the training out itself; else they wait for this bureau's office.
 */
export function judgeHours(
  date: string,
  { provider, level }: Pick<OfferedCohort, 'provider' | 'level'>,
  sender: { kind: DistrictKind; name: string },
): HoursVerdict {
  if (provider && accreditedOn(provider.periods, level, date))
    return { accredited: true, state: 'confirmed', reason: null }
  if (!provider && isSuperior(sender.kind)) return { accredited: true, state: 'confirmed', reason: null }
  const reason = provider
    ? `${provider.name} 在 ${date} 没有${sender.name}认定的该级别承训资质，请核实后认定`
    : `${sender.name}没有写明有资质的承训单位，请核实后认定`
  return { accredited: false, state: 'pending', reason }
}
