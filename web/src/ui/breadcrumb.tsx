import './breadcrumb.css'
import { t } from '../words/words.ts'

export interface Crumb {
  label: string
  href?: string | undefined
}

/** The last crumb is the page itself. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const last = crumbs.length - 1
  return (
    <nav class="breadcrumb" aria-label={t('shell.breadcrumb')}>
      <ol>
        {crumbs.map(({ label, href }, index) => (
          <li key={label} aria-current={index === last ? 'page' : undefined}>
            {href !== undefined && index < last ? <a href={href}>{label}</a> : label}
          </li>
        ))}
      </ol>
    </nav>
  )
}
