import './public-page.css'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { ToastHost } from '../../ui/toast.tsx'
import { t } from '../../words/words.ts'

interface PublicPageProps {
  title: string
  help?: ComponentChildren
  children: ComponentChildren
  /** A second card beside the first. */
  aside?: ComponentChildren
  wide?: boolean | undefined
}

/** Frame of the pages before the sign-in. */
export function PublicPage({ title, help, children, aside, wide }: PublicPageProps) {
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title])
  return (
    <div class="public">
      <header class="public-top">
        <a class="public-brand" href="/sign-in">
          <svg width="34" height="34" viewBox="0 0 32 32" aria-hidden="true">
            <path
              d="M3 11.5L16 6l13 5.5L16 17zM8.5 14.5v7c4.4 3.6 10.6 3.6 15 0v-7M29 11.5v8"
              fill="none"
              stroke="currentColor"
              stroke-width="2.2"
              stroke-linejoin="round"
              stroke-linecap="round"
            />
          </svg>
          <span>
            <strong>{t('shell.product')}</strong>
            <small>{t('shell.tagline')}</small>
          </span>
        </a>
        <LanguageSwitch />
      </header>
      <main class={`public-main${aside ? ' public-two' : ''}${wide ? ' public-wide' : ''}`}>
        <section class="public-card">
          <h1>{title}</h1>
          {help && <p class="public-help">{help}</p>}
          {children}
        </section>
        {aside}
      </main>
      <ToastHost />
    </div>
  )
}
