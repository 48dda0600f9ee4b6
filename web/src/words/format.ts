import { language } from './words.ts'

const zone = 'Asia/Shanghai'
const partsOf = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

type Instant = string | number | Date

function chinaParts(instant: Instant): Record<string, string> | null {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return null
  const parts: Record<string, string> = {}
  for (const part of partsOf.formatToParts(date)) parts[part.type] = part.value
  return parts
}

/** `2026-11-21 09:30` in China time, from an RFC 3339 instant or epoch milliseconds; '—' for what is no instant. */
export function formatInstant(instant: Instant | null | undefined): string {
  const p = instant === null || instant === undefined ? null : chinaParts(instant)
  return p === null ? '—' : `${p['year']}-${p['month']}-${p['day']} ${p['hour']}:${p['minute']}`
}

/** `2026-11-21`; a plain date passes as it is, an instant is read in China time. */
export function formatDate(date: Instant | null | undefined): string {
  if (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  return date === null || date === undefined ? '—' : formatInstant(date).slice(0, 10)
}

/** `09:30` in China time. */
export function formatTime(instant: Instant): string {
  return formatInstant(instant).slice(11) || '—'
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Thousands separated; `decimals` fixes the digits after the point. */
export function formatNumber(value: number | null | undefined, decimals?: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '—'
  const text = decimals === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals)
  if (text.includes('e')) return value.toLocaleString('en-US')
  const [whole = '0', fraction] = text.split('.')
  const sign = value < 0 && Number(text) !== 0 ? '-' : ''
  return sign + grouped(whole) + (fraction === undefined ? '' : `.${fraction}`)
}

/** `72%` from 0.72 and `71.5%` from 0.715 with one decimal. */
export function formatShare(share: number | null | undefined, decimals = 0): string {
  return share === null || share === undefined || !Number.isFinite(share)
    ? '—'
    : `${formatNumber(share * 100, decimals)}%`
}

/** Integer fen as `12345.67` with separators and two digits, without a unit. */
export function yuanText(fen: number): string {
  const size = Math.abs(fen)
  const cents = String(size % 100).padStart(2, '0')
  return `${fen < 0 ? '-' : ''}${grouped(String(Math.floor(size / 100)))}.${cents}`
}

/** Integer fen rounded half up to hundredths of 万元, exactly. */
function wanText(fen: number): string {
  const hundredths = Math.floor((Math.abs(fen) + 5_000) / 10_000)
  const text = `${grouped(String(Math.floor(hundredths / 100)))}.${String(hundredths % 100).padStart(2, '0')}`
  return `${fen < 0 && hundredths > 0 ? '-' : ''}${text}`
}

/** Integer fen for people: `12,345.67 元`, in 万元 with `unit: 'wan'`; `auto` takes 万元 from one 万元 up. English says ¥ in full. */
export function formatYuan(fen: number | null | undefined, unit: 'yuan' | 'wan' | 'auto' = 'yuan'): string {
  if (fen === null || fen === undefined || !Number.isFinite(fen)) return '—'
  if (language() === 'en') return `¥${yuanText(fen)}`
  const wan = unit === 'wan' || (unit === 'auto' && Math.abs(fen) >= 1_000_000)
  return wan ? `${wanText(fen)} 万元` : `${yuanText(fen)} 元`
}

/** `820 KB`, `4.2 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1_048_576) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
