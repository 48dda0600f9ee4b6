import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

/** What this bureau nominated, where it went, and what became of it. */
export function NominationsPage() {
  const pages = usePages('listNominations', (after) => ({ query: { after } }))
  const curators = useQuery('listCurators', { query: {} })
  const nameOf = (slug: string) => curators.data?.items.find((one) => one.slug === slug)?.name ?? slug
  return (
    <>
      <PageHead
        title={t('menu.nominations')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.nominations') }]}
        help={t('flagship.nominationsHelp')}
      />
      <ListTable
        pages={pages}
        caption={t('menu.nominations')}
        empty={
          <NothingFound
            filtered={false}
            title={t('flagship.noNominations')}
            help={t('flagship.noNominationsHelp')}
            action={<Button href="/projects?state=evaluated">{t('flagship.toEvaluated')}</Button>}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('flagship.project'),
            render: (row) => <a href={`/projects/${row.projectId}`}>{row.title}</a>,
            card: 'title',
          },
          { key: 'curator', title: t('flagship.nominatedTo'), render: (row) => nameOf(row.curator) },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="nomination" state={row.state} /> },
          {
            key: 'decision',
            title: t('flagship.decision'),
            render: (row) =>
              row.decision === null ? (row.reason ?? t('ui.none')) : <StateTag group="listing" state={row.decision} />,
          },
          {
            key: 'createdAt',
            title: t('flagship.nominatedAt'),
            render: (row) => formatInstant(row.createdAt),
            nowrap: true,
          },
        ]}
      />
    </>
  )
}
