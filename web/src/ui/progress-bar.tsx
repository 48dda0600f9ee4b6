import './progress-bar.css'

export interface ProgressBarProps {
  value: number
  max?: number | undefined
  /** What the figures say, as `72%` or `第 400 行，共 2,000 行`; it is shown behind the bar. */
  label: string
  /** Names the bar for those who hear the page, when the label alone does not. */
  name?: string | undefined
  tone?: 'normal' | 'done' | 'late' | undefined
}

export function ProgressBar({ value, max = 100, label, name, tone = 'normal' }: ProgressBarProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  return (
    <div class={`progress progress-${tone}`}>
      <div
        class="progress-track"
        role="progressbar"
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={label}
        aria-label={name ?? label}
      >
        <div class="progress-fill" style={{ width: `${share}%` }} />
      </div>
      <span class="progress-label" aria-hidden="true">
        {label}
      </span>
    </div>
  )
}
