import { ListTable } from '../../../frame/list-table.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatInstant, formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { OwnPanels, PanelName } from './own-panels.tsx'

/** Sheets: an expert's own by panel and under neutral names, the bureau's by item and expert. */
export function ScoresheetsPage() {
  const { district, role } = useActing()
  const { panel } = useFilters('panel').applied
  const pages = usePages('listScoresheets', (after) => ({ params: { district }, query: { panel, after } }))
  function verb(actions: readonly string[]) {
    if (actions.includes('declare')) return t('quality.toDeclare')
    return actions.includes('score') ? t('quality.toScore') : t('frame.view')
  }
  return (
    <>
      <PageHead
        title={t('menu.scoresheets')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.scoresheets') }]}
        help={role === 'expert' ? t('quality.sheetsHelp') : undefined}
      />
      {role === 'expert' && <OwnPanels panels={[...new Set(pages.items.map((sheet) => sheet.panelId))]} />}
      <ListTable
        pages={pages}
        caption={t('menu.scoresheets')}
        empty={
          <NothingFound filtered={panel !== undefined} title={t('quality.noSheets')} help={t('quality.noSheetsHelp')} />
        }
        columns={[
          {
            key: 'label',
            title: t('quality.material'),
            render: (row) => <a href={`/scoresheets/${row.id}`}>{row.label}</a>,
            card: 'title',
          },
          ...(role === 'expert'
            ? [
                {
                  key: 'panel',
                  title: t('quality.call'),
                  render: (row: { panelId: string }) => <PanelName id={row.panelId} />,
                },
              ]
            : []),
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="scoresheet" state={row.state} /> },
          {
            key: 'total',
            title: t('quality.total'),
            align: 'right',
            render: (row) => (row.total === null ? t('ui.none') : <strong>{formatNumber(row.total, 2)}</strong>),
          },
          {
            key: 'createdAt',
            title: t('quality.assignedAt'),
            render: (row) => formatInstant(row.createdAt),
            nowrap: true,
          },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare',
            render: (row) => (
              <Button kind="text" size="small" href={`/scoresheets/${row.id}`}>
                {verb(row.actions)}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
