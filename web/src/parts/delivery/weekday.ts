import { language } from '../../words/words.ts'

/** 周四, or Thu, of a day `2026-04-09`. */
export function weekday(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en', { weekday: 'short', timeZone: 'UTC' }).format(
    date,
  )
}
