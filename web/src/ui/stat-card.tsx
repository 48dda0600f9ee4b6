import './stat-card.css'
import type { ComponentChildren } from 'preact'

export interface StatCardProps {
  label: string
  /** Already formatted. */
  value: string
  unit?: string | undefined
  /** Numerator and denominator, the change, or the day of the figure. */
  help?: ComponentChildren
  href?: string | undefined
  /** The accent: this waits for me. */
  waiting?: boolean | undefined
}

export function StatCard({ label, value, unit, help, href, waiting }: StatCardProps) {
  const look = `stat${waiting ? ' stat-waiting' : ''}`
  const inside = (
    <>
      <div class="stat-label">{label}</div>
      <div class="stat-value">
        {value}
        {unit && <span class="stat-unit">{unit}</span>}
      </div>
      {help && <div class="stat-help">{help}</div>}
    </>
  )
  return href === undefined ? (
    <div class={look}>{inside}</div>
  ) : (
    <a class={look} href={href}>
      {inside}
    </a>
  )
}
