import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { t, wordFor } from '../../../words/words.ts'

interface Loaded {
  id: string
  name: string
  subjects: readonly string[]
  phases: readonly string[]
  load: number
  barred: number
}

/** How many each expert gets, as bars of one scale. */
export function LoadBars({ experts }: { experts: readonly Loaded[] }) {
  const most = Math.max(1, ...experts.map(({ load }) => load))
  return (
    <ul class="panels-loads">
      {experts.map(({ id, name, subjects, phases, load, barred }) => (
        <li key={id}>
          <div>
            <strong>{name}</strong>{' '}
            <span class="muted">
              {[subjects.join('、'), phases.map((phase) => wordFor('phase', phase)).join('、')]
                .filter(Boolean)
                .join(' · ')}
              {barred > 0 && `（${t('panels.barredItems')} ${barred}）`}
            </span>
          </div>
          <ProgressBar value={load} max={most} label={String(load)} name={`${name} ${t('panels.load')} ${load}`} />
        </li>
      ))}
    </ul>
  )
}
