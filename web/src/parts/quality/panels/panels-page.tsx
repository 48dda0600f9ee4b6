import { ListTable } from '../../../frame/list-table.tsx'
import { enters } from '../../../frame/menu-table.ts'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

export function PanelsPage() {
  const { district, role } = useActing()
  const pages = usePages('listPanels', (after) => ({ params: { district }, query: { after } }))
  const create = enters(role, 'newPanel') && (
    <Button kind="primary" icon="plus" href="/panels/new">
      {t('quality.formPanel')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('menu.panels')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.panels') }]}
        help={t('quality.panelsHelp')}
        actions={create}
      />
      <ListTable
        pages={pages}
        caption={t('menu.panels')}
        empty={
          <NothingFound
            filtered={false}
            title={t('quality.noPanels')}
            help={t('quality.noPanelsHelp')}
            action={create}
          />
        }
        columns={[
          {
            key: 'call',
            title: t('quality.call'),
            render: (row) => <a href={`/panels/${row.id}`}>{row.callTitle}</a>,
            card: 'title',
          },
          { key: 'method', title: t('quality.method'), render: (row) => wordFor('method', row.method) },
          { key: 'size', title: t('quality.expertsEach'), render: (row) => row.size, align: 'right' },
          {
            key: 'progress',
            title: t('quality.progress'),
            width: '11rem',
            render: (row) => (
              <ProgressBar
                value={row.sheetsIn}
                max={row.sheetsTotal}
                tone={row.sheetsIn >= row.sheetsTotal ? 'done' : 'normal'}
                label={`${row.sheetsIn} / ${row.sheetsTotal}`}
                name={t('quality.sheetsIn', { n: row.sheetsIn, total: row.sheetsTotal })}
              />
            ),
          },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="panel" state={row.state} /> },
          {
            key: 'createdAt',
            title: t('quality.formedAt'),
            render: (row) => formatInstant(row.createdAt),
            nowrap: true,
          },
        ]}
      />
    </>
  )
}
