import './skeleton.css'
import { t } from '../words/words.ts'

export interface SkeletonProps {
  kind?: 'text' | 'table' | 'form' | undefined
  rows?: number | undefined
}

/** The shape of what is being loaded. */
export function Skeleton({ kind = 'text', rows = 3 }: SkeletonProps) {
  const count = kind === 'form' ? rows * 2 : rows
  return (
    <div class={`skeleton-${kind}`} role="status">
      <span class="visually-hidden">{t('ui.loading')}</span>
      {Array.from({ length: count }, (_, row) =>
        kind === 'table' ? (
          <div key={row} aria-hidden="true">
            {[0, 1, 2, 3].map((cell) => (
              <div key={cell} class="skeleton-bar" />
            ))}
          </div>
        ) : (
          <div key={row} class="skeleton-bar" aria-hidden="true" />
        ),
      )}
    </div>
  )
}
