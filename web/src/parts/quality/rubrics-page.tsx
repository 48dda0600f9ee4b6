import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

export function RubricsPage() {
  const { district, role } = useActing()
  const pages = usePages('listRubrics', (after) => ({ params: { district }, query: { after } }))
  const create = enters(role, 'newRubric') && (
    <Button kind="primary" icon="plus" href="/rubrics/new">
      {t('quality.newRubric')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('menu.rubrics')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.rubrics') }]}
        help={t('quality.rubricsHelp')}
        actions={create}
      />
      <ListTable
        pages={pages}
        caption={t('menu.rubrics')}
        empty={
          <NothingFound
            filtered={false}
            title={t('quality.noRubrics')}
            help={t('quality.noRubricsHelp')}
            action={create}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('frame.name'),
            render: (row) => <a href={`/rubrics/${row.id}`}>{row.title}</a>,
            card: 'title',
          },
          {
            key: 'purpose',
            title: t('quality.purpose'),
            render: (row) => wordFor('purpose', row.purpose),
            nowrap: true,
          },
          { key: 'version', title: t('quality.version'), render: (row) => row.version, align: 'right' },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="rubric" state={row.state} /> },
          {
            key: 'createdAt',
            title: t('quality.createdAt'),
            render: (row) => formatInstant(row.createdAt),
            nowrap: true,
          },
        ]}
      />
    </>
  )
}
