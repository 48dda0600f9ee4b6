import type { ProblemError } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { t } from '../words/words.ts'

interface ProblemViewProps {
  problem: ProblemError
  onRetry?: (() => void) | undefined
}

const kinds = {
  offline: 'offline',
  forbidden: 'forbidden',
  'not-found': 'search',
  'too-few-answers': 'empty',
} as const

/** In place of what could not be shown: why, and what to do next. */
export function ProblemView({ problem, onRetry }: ProblemViewProps) {
  const kind = problem.code in kinds ? kinds[problem.code as keyof typeof kinds] : 'error'
  const forbidden = kind === 'forbidden'
  // asked again, the others would be answered alike
  const retries = kind === 'error' || kind === 'offline'
  return (
    <EmptyState
      kind={kind}
      title={forbidden ? t('shell.forbidden') : problem.title}
      help={
        <>
          {forbidden ? t('shell.forbiddenHelp') : problem.detail}
          {kind === 'error' && problem.requestId !== '' && (
            <span class="muted"> {t('frame.requestId', { id: problem.requestId })}</span>
          )}
        </>
      }
      action={
        <>
          {onRetry && retries && <Button onClick={onRetry}>{t('shell.retry')}</Button>}
          <Button href="/">{t('shell.home')}</Button>
        </>
      }
    />
  )
}
