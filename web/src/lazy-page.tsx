import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button } from './ui/button.tsx'
import { EmptyState } from './ui/empty-state.tsx'
import { Skeleton } from './ui/skeleton.tsx'
import { loadWords, t, type WordFile } from './words/words.ts'

/** Code that did not arrive. A browser keeps a failed import, so that only a reload asks again. */
export function NotLoaded() {
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

function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
  words: readonly WordFile[],
  waiting: ComponentChildren,
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
    return <>{state === 'failed' && waiting !== null ? <NotLoaded /> : waiting}</>
  }
}

/** A page, or a heavy piece of one, whose code and files of words are fetched when it is first shown. */
export function lazyPage<P extends object = object>(
  load: () => Promise<ComponentType<P>>,
  ...words: WordFile[]
): ComponentType<P> {
  return lazily(load, words, <Skeleton rows={6} />)
}

/** A piece that a page can be without: nothing stands in its place while it is fetched, or when it cannot be. */
export function lazyExtra<P extends object>(
  load: () => Promise<ComponentType<P>>,
  ...words: WordFile[]
): ComponentType<P> {
  return lazily(load, words, null)
}

/** One address of a part: `menu` is the key of the menu entry that is lit while the page is shown. */
export interface PartRoute {
  path: string
  menu: string
  page: ComponentType
}
