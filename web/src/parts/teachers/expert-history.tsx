import type { OutputOf } from '../../call.ts'
import { ListTable } from '../../frame/list-table.tsx'
import { useActing } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'

type Panel = OutputOf<'listExpertPanels'>['items'][number]
type Leaning = Panel['leaning']

function signed(points: number): string {
  return `${points > 0 ? '+' : ''}${formatNumber(points, 2)}`
}

/** How far an expert gave more or less than the others: corrected where the panel could be, else the bare difference. */
function LeaningText({ leaning }: { leaning: Leaning }) {
  if (leaning === null) return <>{t('ui.none')}</>
  const { severity, lean, from, to } = leaning
  if (severity !== null)
    return (
      <>
        {signed(severity)}
        {from !== null && to !== null && (
          <small class="muted expert-between">{t('experts.between', { from: signed(from), to: signed(to) })}</small>
        )}
      </>
    )
  if (lean === null) return <span class="muted">{t('experts.noLean')}</span>
  return (
    <>
      {signed(lean)} <small class="muted">{t('experts.uncorrected')}</small>
    </>
  )
}

/** The panels of an expert: how many sheets, how many done and how many late. */
export function HistoryLine({ expertId, linked }: { expertId: string; linked: boolean }) {
  const { district } = useActing()
  const pages = usePages('listExpertPanels', (after) => ({ params: { district, id: expertId }, query: { after } }))
  return (
    <ListTable
      pages={pages}
      caption={t('experts.history')}
      empty={<EmptyState title={t('experts.noHistory')} />}
      columns={[
        {
          key: 'call',
          title: t('experts.call'),
          card: 'title',
          render: (row) => (linked ? <a href={`/panels/${row.id}`}>{row.callTitle}</a> : row.callTitle),
        },
        { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="panel" state={row.state} /> },
        { key: 'dueOn', title: t('experts.dueOn'), nowrap: true, render: (row) => row.dueOn ?? t('ui.none') },
        { key: 'submitted', title: t('experts.submitted'), align: 'right', render: (row) => row.submitted },
        {
          key: 'unfinished',
          title: t('experts.unfinished'),
          align: 'right',
          render: (row) => row.unfinished,
        },
        {
          key: 'late',
          title: t('experts.late'),
          align: 'right',
          render: (row) => (row.late > 0 ? <Tag tone="amber">{row.late}</Tag> : 0),
        },
        {
          key: 'away',
          title: t('experts.givenUp'),
          render: ({ recused, replaced, voided }) =>
            recused + replaced + voided === 0 ? 0 : t('experts.givenUpOf', { recused, replaced, voided }),
        },
        // the expert is not told how the others scored
        ...(linked
          ? ([
              {
                key: 'mean',
                title: t('experts.mean'),
                align: 'right',
                render: ({ leaning }) => (leaning === null ? t('ui.none') : formatNumber(leaning.mean, 2)),
              },
              {
                key: 'leaning',
                title: t('experts.leaning'),
                align: 'right',
                render: ({ leaning }) => <LeaningText leaning={leaning} />,
              },
            ] satisfies Column<Panel>[])
          : []),
        {
          key: 'lastAt',
          title: t('experts.lastAt'),
          nowrap: true,
          render: (row) => (row.lastAt === null ? t('ui.none') : formatInstant(row.lastAt)),
        },
      ]}
    />
  )
}
