import './flagship.css'
import { LEVELS } from '@shixun/domain/calls/design/call'
import { useState } from 'preact/hooks'
import { choicesOf } from '../../frame/choices.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { choiceFilter, textFilter } from '../../frame/filter-fields.tsx'
import { ListState } from '../../frame/list-state.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { AdoptDialog } from './adopt-dialog.tsx'
import { grades, modeChoices, phaseChoices } from './facet-choices.ts'
import { ShelfCard } from './shelf-card.tsx'

const facets = ['level', 'phase', 'subject', 'module', 'mode', 'grade', 'model', 'curator'] as const
type Facet = (typeof facets)[number]

/** 精品项目检索: words and facets; every hit says why it is there. */
export function CataloguePage() {
  const filters = useFilters('q', ...facets)
  const { applied } = filters
  const curators = useQuery('listCurators', { query: {} })
  const grade = grades.find((one) => one === applied.grade)
  const pages = usePages('searchListings', (after) => ({ query: { ...applied, grade, after } }))
  const [adopting, setAdopting] = useState<ItemOf<'searchListings'> | null>(null)
  const folded: readonly Facet[] = ['subject', 'module', 'mode', 'grade', 'model', 'curator']
  return (
    <>
      <PageHead
        title={t('menu.catalogue')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.catalogue') }]}
        help={t('flagship.catalogueHelp')}
        actions={<ExportMenu end address={pages.exportAddress} />}
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        busy={pages.query.busy}
        unfolded={folded.some((key) => applied[key] !== undefined)}
        fields={[
          textFilter(filters, 'q', t('frame.keyword'), {
            type: 'search',
            placeholder: t('flagship.searchFor'),
            maxLength: 60,
          }),
          choiceFilter(filters, 'level', t('flagship.level'), choicesOf('level', LEVELS)),
          choiceFilter(filters, 'phase', t('flagship.phase'), phaseChoices),
          textFilter(filters, 'subject', t('flagship.subject'), {
            placeholder: t('flagship.subjectExample'),
            maxLength: 30,
          }),
          textFilter(filters, 'module', t('flagship.module'), {
            placeholder: t('flagship.moduleExample'),
            maxLength: 30,
          }),
          choiceFilter(filters, 'mode', t('flagship.mode'), modeChoices),
          choiceFilter(filters, 'grade', t('flagship.grade'), choicesOf('listing', grades.slice(0, 3))),
          textFilter(filters, 'model', t('flagship.model'), { placeholder: t('flagship.modelExample'), maxLength: 30 }),
          choiceFilter(
            filters,
            'curator',
            t('flagship.curator'),
            (curators.data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name })),
          ),
        ]}
      />
      <ListState
        query={pages.query}
        empty={
          <section class="card">
            <NothingFound
              filtered={Object.keys(applied).length > 0}
              title={t('flagship.noListings')}
              help={t('flagship.noListingsHelp')}
            />
          </section>
        }
      >
        {(items) => (
          <ol class="shelf">
            {items.map((item) => (
              <ShelfCard key={item.id} card={item} onAdopt={() => setAdopting(item)} />
            ))}
          </ol>
        )}
      </ListState>
      {(pages.pager.onPrevious || pages.pager.onNext) && <Pager {...pages.pager} />}
      {adopting && <AdoptDialog listing={adopting} onClose={() => setAdopting(null)} />}
    </>
  )
}
