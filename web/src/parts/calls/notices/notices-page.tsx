import '../design/calls.css'
import { ListTable } from '../../../frame/list-table.tsx'
import { enters } from '../../../frame/menu-table.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type ItemOf, usePages } from '../../../use-pages.ts'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'

/** The column of those who may read objections. */
function objections(): Column<ItemOf<'listNotices'>> {
  return {
    key: 'objections',
    title: t('publicity.openObjections'),
    align: 'right',
    render: ({ openObjections }) => (openObjections ? <Tag tone="accent">{openObjections}</Tag> : 0),
  }
}

export function NoticesPage() {
  const { district, role } = useActing()
  const pages = usePages('listNotices', (after) => ({ params: { district }, query: { after } }))
  return (
    <>
      <PageHead
        title={t('menu.publicity')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.publicity') }]}
        actions={
          <>
            <Button href={`/notices/${district}`}>{t('publicity.publicList')}</Button>
            {enters(role, 'newNotice') && (
              <Button kind="primary" icon="plus" href="/publicity/new">
                {t('publicity.new')}
              </Button>
            )}
          </>
        }
      />
      <ListTable
        pages={pages}
        caption={t('menu.publicity')}
        empty={<EmptyState title={t('publicity.none')} help={t('publicity.noneHelp')} />}
        columns={[
          {
            key: 'title',
            title: t('publicity.title'),
            render: (row) => <a href={`/publicity/${row.id}`}>{row.title}</a>,
            card: 'title',
          },
          {
            key: 'state',
            title: t('frame.state'),
            render: (row) => <StateTag group="notice" state={row.state} />,
            nowrap: true,
          },
          {
            key: 'span',
            title: t('publicity.span'),
            nowrap: true,
            render: (row) => `${formatDate(row.startsOn)} ${t('ui.to')} ${formatDate(row.endsOn)}`,
          },
          { key: 'items', title: t('publicity.itemsTotal'), render: (row) => row.itemsTotal, align: 'right' },
          ...(pages.items.some(({ openObjections }) => openObjections !== null) ? [objections()] : []),
        ]}
      />
    </>
  )
}
