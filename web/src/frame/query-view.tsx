import type { ComponentChildren } from 'preact'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Query } from '../use-query.ts'
import { t } from '../words/words.ts'
import { ProblemView } from './problem-view.tsx'

interface QueryViewProps<T> {
  query: Query<T>
  skeleton?: 'text' | 'table' | 'form' | undefined
  children: (data: T) => ComponentChildren
}

/** Loading, refused, offline, or the data; a failed refresh leaves what is shown and says so above it. */
export function QueryView<T>({ query, skeleton = 'text', children }: QueryViewProps<T>) {
  const { data, problem, refresh } = query
  if (data === undefined) {
    return (
      <div class="card">
        {problem ? <ProblemView problem={problem} onRetry={refresh} /> : <Skeleton kind={skeleton} rows={5} />}
      </div>
    )
  }
  return (
    <>
      {problem && (
        <Callout
          kind="warning"
          title={problem.title}
          actions={
            <Button size="small" onClick={refresh}>
              {t('shell.retry')}
            </Button>
          }
        >
          {t('frame.notFresh')}
        </Callout>
      )}
      {children(data)}
    </>
  )
}
