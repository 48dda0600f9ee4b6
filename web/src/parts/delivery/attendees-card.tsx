import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useActing } from '../../session.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { attendeeColumns } from './attendee-columns.tsx'

/** What each has attended, and how much may still be missed before credit is lost. */
export function AttendeesCard({ cohort }: { cohort: string }) {
  const { district } = useActing()
  const pages = usePages('listAttendees', (after) => ({
    params: { district, id: cohort },
    query: { limit: 50, after },
  }))
  if (pages.query.problem?.code === 'not-found') return null
  return (
    <>
      <h2>{t('hours.people')}</h2>
      <ListTable
        pages={pages}
        personal
        caption={t('hours.people')}
        empty={<NothingFound filtered={false} title={t('hours.noPeople')} />}
        columns={[
          ...attendeeColumns(),
          {
            key: 'attended',
            title: t('hours.attended'),
            align: 'right',
            nowrap: true,
            render: ({ attended, due }) => `${formatNumber(attended)} / ${formatNumber(due)}`,
          },
          {
            key: 'missed',
            title: t('hours.missed'),
            align: 'right',
            nowrap: true,
            render: ({ missed }) => t('hours.minutesOf', { n: missed }),
          },
          {
            key: 'spare',
            title: t('hours.spare'),
            align: 'right',
            nowrap: true,
            render: ({ spare }) =>
              spare < 0 ? <Tag tone="red">{t('hours.lost')}</Tag> : t('hours.minutesOf', { n: spare }),
          },
          {
            key: 'state',
            title: t('frame.state'),
            nowrap: true,
            render: ({ state }) => <StateTag group="enrolment" state={state} />,
          },
        ]}
      />
    </>
  )
}
