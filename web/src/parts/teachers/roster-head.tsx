import type { ComponentChildren } from 'preact'
import { textFilter } from '../../frame/filter-fields.tsx'
import type { Filters } from '../../frame/use-filters.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t } from '../../words/words.ts'

interface RosterHeadProps {
  title: string
  help?: string | undefined
  filters: Filters<'q'>
  /** What the search looks at. */
  placeholder: string
  actions?: ComponentChildren
}

/** Head and search of a roster. */
export function RosterHead({ title, help, filters, placeholder, actions }: RosterHeadProps) {
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: title }]}
        help={help}
        actions={actions}
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[textFilter(filters, 'q', t('frame.keyword'), { type: 'search', placeholder, maxLength: 40 })]}
      />
    </>
  )
}
