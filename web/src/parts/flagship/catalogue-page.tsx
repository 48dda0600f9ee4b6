import './flagship.css'
import { useState } from 'preact/hooks'
import { choicesOf } from '../../frame/choices.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { ListState } from '../../frame/list-state.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import type { FieldLink } from '../../ui/field.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type Choice, Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { AdoptDialog } from './adopt-dialog.tsx'
import { grades, levels, modeChoices, phaseChoices } from './facet-choices.ts'
import { ShelfCard } from './shelf-card.tsx'

const facets = ['level', 'phase', 'subject', 'module', 'mode', 'grade', 'model', 'curator'] as const
type Facet = (typeof facets)[number]

/** 精品项目检索: words and facets; every hit says why it is there. */
export function CataloguePage() {
  const filters = useFilters('q', ...facets)
  const { applied, draft, set } = filters
  const curators = useQuery('listCurators', { query: {} })
  const grade = grades.find((one) => one === applied.grade)
  const pages = usePages('searchListings', (after) => ({ query: { ...applied, grade, after } }))
  const [adopting, setAdopting] = useState<ItemOf<'searchListings'> | null>(null)
  const select = (key: Facet, options: readonly Choice[]) => (link: FieldLink) => (
    <Select
      {...link}
      value={draft[key]}
      onChange={(value) => set(key, value)}
      options={options}
      placeholder={t('frame.all')}
    />
  )
  const text = (key: Facet | 'q', placeholder: string) => (link: FieldLink) => (
    <TextInput
      {...link}
      type={key === 'q' ? 'search' : 'text'}
      value={draft[key]}
      onChange={(value) => set(key, value)}
      placeholder={placeholder}
      maxLength={key === 'q' ? 60 : 30}
    />
  )
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
          { key: 'q', label: t('frame.keyword'), control: text('q', t('flagship.searchFor')) },
          { key: 'level', label: t('flagship.level'), control: select('level', choicesOf('level', levels)) },
          { key: 'phase', label: t('flagship.phase'), control: select('phase', phaseChoices) },
          { key: 'subject', label: t('flagship.subject'), control: text('subject', t('flagship.subjectExample')) },
          { key: 'module', label: t('flagship.module'), control: text('module', t('flagship.moduleExample')) },
          { key: 'mode', label: t('flagship.mode'), control: select('mode', modeChoices) },
          {
            key: 'grade',
            label: t('flagship.grade'),
            control: select('grade', choicesOf('listing', grades.slice(0, 3))),
          },
          { key: 'model', label: t('flagship.model'), control: text('model', t('flagship.modelExample')) },
          {
            key: 'curator',
            label: t('flagship.curator'),
            control: select(
              'curator',
              (curators.data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name })),
            ),
          },
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
