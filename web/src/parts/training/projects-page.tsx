import { choicesOf, oneOf } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { BandTag } from '../quality/evaluations/band-tag.tsx'
import { projectStates } from './figures.ts'

const states = [...projectStates, 'suspended', 'terminated'] as const

export function ProjectsPage() {
  const { district } = useActing()
  const filters = useFilters('state')
  const state = filters.applied.state === undefined ? undefined : oneOf(states, filters.applied.state)
  const pages = usePages('listProjects', (after) => ({ params: { district }, query: { state, after } }))
  return (
    <>
      <PageHead
        title={t('menu.projects')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.projects') }]}
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[choiceFilter(filters, 'state', t('frame.state'), choicesOf('project', states))]}
      />
      <ListTable
        pages={pages}
        caption={t('menu.projects')}
        storageKey="projects"
        empty={
          <NothingFound
            filtered={state !== undefined}
            title={t('projects.noProjects')}
            help={t('projects.noProjectsHelp')}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('frame.name'),
            render: (row) => <a href={`/projects/${row.id}`}>{row.title}</a>,
            card: 'title',
            fixed: true,
          },
          { key: 'number', title: t('projects.number'), render: (row) => row.number, nowrap: true },
          { key: 'unit', title: t('projects.unit'), render: (row) => row.unitName },
          { key: 'level', title: t('projects.level'), render: (row) => wordFor('level', row.level), nowrap: true },
          { key: 'kind', title: t('projects.kind'), render: (row) => wordFor('callKind', row.kind), hidden: true },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="project" state={row.state} /> },
          {
            key: 'score',
            title: t('projects.score'),
            align: 'right',
            render: (row) => (row.score === null ? t('ui.none') : <strong>{formatNumber(row.score, 2)}</strong>),
          },
          { key: 'band', title: t('projects.band'), render: (row) => <BandTag band={row.band} /> },
          {
            key: 'updatedAt',
            title: t('frame.updatedAt'),
            render: (row) => formatInstant(row.updatedAt),
            nowrap: true,
          },
        ]}
      />
    </>
  )
}
