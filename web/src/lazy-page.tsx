import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from './ui/skeleton.tsx'
import { addWords, t } from './words/words.ts'

type Words = Readonly<Record<string, string>>

/** A page whose code and words are fetched when it is first shown. */
export function lazyPage(load: () => Promise<ComponentType>, ...words: (() => Promise<Words>)[]): ComponentType {
  let ready: ComponentType | null = null
  return function LazyPage() {
    const [state, setState] = useState<'waiting' | 'ready' | 'failed'>('waiting')
    useEffect(() => {
      if (ready !== null) return
      Promise.all([load(), Promise.all(words.map((one) => one()))]).then(
        ([page, found]) => {
          for (const one of found) addWords(one)
          ready = page
          setState('ready')
        },
        () => setState('failed'),
      )
    }, [])
    if (ready !== null) {
      const Page = ready
      return <Page />
    }
    if (state !== 'failed') return <Skeleton rows={6} />
    return (
      <div class="card" role="alert">
        <h1>{t('shell.failed')}</h1>
        <p>{t('shell.failedHelp')}</p>
        <button type="button" onClick={() => location.reload()}>
          {t('shell.retry')}
        </button>
      </div>
    )
  }
}

/** One address of a part: `menu` is the key of the menu entry that is lit while the page is shown. */
export interface PartRoute {
  path: string
  menu: string
  page: ComponentType
}
