import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { choiceFilter } from '../../../frame/filter-fields.tsx'
import { ListTable } from '../../../frame/list-table.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { AlarmMoves } from './alarm-moves.tsx'
import { alarmText } from './alarm-text.ts'

const states = ['open', 'explained', 'acknowledged', 'gone'] as const

/** Alarms of all projects that this visitor sees, newest first. */
export function AlarmsPage() {
  const { district } = useActing()
  const filters = useFilters('state')
  const state = filters.applied.state === undefined ? undefined : oneOf(states, filters.applied.state)
  const pages = usePages('listAlarms', (after) => ({ params: { district }, query: { state, after } }))
  return (
    <>
      <PageHead
        title={t('assessments.allAlarms')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.assessments'), href: '/assessments' },
          { label: t('assessments.allAlarms') },
        ]}
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[choiceFilter(filters, 'state', t('frame.state'), choicesOf('assessment_alarm', states))]}
      />
      <ListTable
        pages={pages}
        caption={t('assessments.allAlarms')}
        storageKey="assessment-alarms"
        empty={
          <NothingFound
            filtered={state !== undefined}
            title={t('assessments.noAlarmsYet')}
            help={t('assessments.noAlarmsHelp')}
          />
        }
        columns={[
          {
            key: 'project',
            title: t('assessments.project'),
            card: 'title',
            fixed: true,
            render: (row) => <a href={`/projects/${row.projectId}/assessment`}>{row.projectTitle}</a>,
          },
          { key: 'unit', title: t('assessments.unit'), width: '13%', render: (row) => row.unitName },
          { key: 'text', title: t('assessments.alarm'), width: '30%', render: (row) => alarmText(row.found) },
          {
            key: 'state',
            title: t('frame.state'),
            render: (row) => <StateTag group="assessment_alarm" state={row.state} />,
          },
          { key: 'explanation', title: t('assessments.explanation'), render: (row) => row.explanation ?? t('ui.none') },
          { key: 'note', title: t('assessments.note'), render: (row) => row.note ?? t('ui.none') },
          {
            key: 'createdAt',
            title: t('assessments.soundedAt'),
            nowrap: true,
            render: (row) => formatInstant(row.createdAt),
          },
          {
            key: 'goneAt',
            title: t('assessments.goneAt'),
            nowrap: true,
            hidden: true,
            render: (row) => formatInstant(row.goneAt),
          },
          { key: 'actions', title: t('ui.actions'), card: 'bare', render: (row) => <AlarmMoves alarm={row} /> },
        ]}
      />
    </>
  )
}
