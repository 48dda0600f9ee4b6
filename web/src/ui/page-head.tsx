import './page-head.css'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../words/words.ts'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'

export interface PageHeadProps {
  title: string
  crumbs?: readonly Crumb[] | undefined
  /** Status tags behind the title. */
  tags?: ComponentChildren
  help?: ComponentChildren
  /** Buttons at the right, the primary one last. */
  actions?: ComponentChildren
}

/** Head of every page; it also names the browser's tab. */
export function PageHead({ title, crumbs, tags, help, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title])
  return (
    <header class="page-head">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div class="page-head-line">
        <div class="page-head-title">
          <h1 tabIndex={-1}>{title}</h1>
          {tags}
        </div>
        {actions && <div class="page-head-actions">{actions}</div>}
      </div>
      {help && <p class="page-head-help">{help}</p>}
    </header>
  )
}
