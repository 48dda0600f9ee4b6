import { ListTable } from '../../frame/list-table.tsx'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { useListingMoves } from './listing-moves.tsx'

function Moves({ row }: { row: ItemOf<'listCuratedListings'> }) {
  return <MoveButtons size="small" offered={row.actions} moves={useListingMoves(row)} />
}

/** The library that this bureau curates, candidates included. */
export function LibraryPage() {
  const { district } = useActing()
  const pages = usePages('listCuratedListings', (after) => ({ params: { district }, query: { after } }))
  return (
    <>
      <PageHead
        title={t('menu.library')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.library') }]}
        help={t('flagship.libraryHelp')}
      />
      <ListTable
        pages={pages}
        caption={t('menu.library')}
        storageKey="library"
        empty={
          <NothingFound filtered={false} title={t('flagship.emptyLibrary')} help={t('flagship.emptyLibraryHelp')} />
        }
        columns={[
          {
            key: 'title',
            title: t('frame.name'),
            render: (row) => <a href={`/library/${row.id}`}>{row.title}</a>,
            card: 'title',
            fixed: true,
          },
          { key: 'origin', title: t('flagship.originName'), render: (row) => row.originName },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="listing" state={row.state} /> },
          { key: 'number', title: t('flagship.number'), render: (row) => row.number ?? t('ui.none'), nowrap: true },
          { key: 'model', title: t('flagship.model'), render: (row) => row.model ?? t('ui.none') },
          {
            key: 'score',
            title: t('flagship.evaluation'),
            align: 'right',
            render: ({ package: { evaluation } }) =>
              `${formatNumber(evaluation.score / 100, 2)} ${wordFor('bandName', evaluation.band)}`,
          },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare',
            fixed: true,
            render: (row) =>
              row.actions.length === 0 ? (
                t('ui.none')
              ) : (
                <div class="row">
                  <Moves row={row} />
                </div>
              ),
          },
        ]}
      />
    </>
  )
}
