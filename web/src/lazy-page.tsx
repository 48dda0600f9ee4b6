import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button } from './ui/button.tsx'
import { EmptyState } from './ui/empty-state.tsx'
import { Skeleton } from './ui/skeleton.tsx'
import { loadWords, t } from './words/words.ts'

/** A browser keeps a failed import, so that only a reload asks again. */
function NotLoaded() {
  const offline = !navigator.onLine
  return (
    <div class="card" role="alert">
      <EmptyState
        kind={offline ? 'offline' : 'error'}
        title={offline ? t('shell.offline') : t('shell.failed')}
        help={offline ? t('shell.offlineHelp') : t('shell.failedHelp')}
        action={<Button onClick={() => location.reload()}>{t('shell.retry')}</Button>}
      />
    </div>
  )
}

/** A page, or a heavy piece of one, whose code and files of words are fetched when it is first shown. */
export function lazyPage<P extends object = object>(
  load: () => Promise<ComponentType<P>>,
  ...words: string[]
): ComponentType<P> {
  let ready: ComponentType<P> | null = null
  return function LazyPage(props: P) {
    const [state, setState] = useState<'waiting' | 'ready' | 'failed'>('waiting')
    useEffect(() => {
      if (ready !== null) return
      Promise.all([load(), ...words.map(loadWords)]).then(
        ([page]) => {
          ready = page
          setState('ready')
        },
        () => setState('failed'),
      )
    }, [])
    if (ready !== null) {
      const Page = ready
      return <Page {...props} />
    }
    if (state !== 'failed') return <Skeleton rows={6} />
    return <NotLoaded />
  }
}

/** One address of a part: `menu` is the key of the menu entry that is lit while the page is shown. */
export interface PartRoute {
  path: string
  menu: string
  page: ComponentType
}
