import './hours.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { EvidenceLinks } from '../../frame/evidence-links.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { attendeeColumns } from './attendee-columns.tsx'
import { MarkDialog } from './mark-dialog.tsx'

type Row = ItemOf<'listSessionAttendance'>

function wayTag({ way, minutes }: Row) {
  if (way === null) return <Tag>{t('hours.notHere')}</Tag>
  if (minutes === 0) return <Tag tone="red">{t('hours.absent')}</Tag>
  return <Tag tone="green">{wordFor('way', way)}</Tag>
}

/** A session's roster: who is there, how it is known, and entering or correcting it by hand. */
export function SessionAttendancePage() {
  const { district, role } = useActing()
  const { id = '' } = useRoute().params
  const writes = role === 'office' || role === 'school_admin' || role === 'provider'
  const codes = useQuery('readCheckInCodes', writes ? { params: { district, id } } : null)
  const pages = usePages('listSessionAttendance', (after) => ({
    params: { district, id },
    query: { limit: 100, after },
  }))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [marking, setMarking] = useState<{ enrolments: readonly string[]; minutes: number } | null>(null)
  const mayEnter = pages.items.some(({ actions }) => actions.includes('enter'))
  const session = { id, minutes: codes.data?.minutes ?? 0 }
  return (
    <>
      <PageHead
        title={codes.data?.topic ?? t('hours.enter')}
        help={t('hours.sessionHelp')}
        crumbs={[
          { label: t('menu.cohorts'), href: '/cohorts' },
          ...(codes.data
            ? [{ label: codes.data.cohortTitle, href: `/cohorts/${codes.data.cohortId}?tab=attendance` }]
            : []),
          { label: t('hours.attendance') },
        ]}
        actions={
          mayEnter && (
            <>
              <Button icon="upload" href={`/sessions/${id}/attendance/import`}>
                {t('hours.importList')}
              </Button>
              <Button kind="primary" href={`/sessions/${id}/screen`}>
                {t('hours.openScreen')}
              </Button>
            </>
          )
        }
      />
      <ListTable
        pages={pages}
        personal
        caption={t('hours.attendance')}
        rowName={({ name }) => name}
        selected={mayEnter ? chosen : undefined}
        onSelect={mayEnter ? setChosen : undefined}
        batch={
          <>
            <Button
              size="small"
              kind="primary"
              onClick={() => setMarking({ enrolments: chosen, minutes: session.minutes })}
            >
              {t('hours.presentAll')}
            </Button>
            <Button size="small" onClick={() => setMarking({ enrolments: chosen, minutes: 0 })}>
              {t('hours.markAbsent')}
            </Button>
          </>
        }
        empty={<NothingFound filtered={false} title={t('hours.noPeople')} />}
        columns={[
          ...attendeeColumns(),
          { key: 'way', title: t('hours.way'), nowrap: true, render: wayTag },
          {
            key: 'minutes',
            title: t('hours.minutes'),
            align: 'right',
            render: ({ way, minutes }) => (way === null ? t('ui.none') : minutes),
          },
          { key: 'at', title: t('hours.time'), nowrap: true, render: ({ at }) => formatInstant(at) },
          {
            key: 'reason',
            title: t('hours.reason'),
            render: ({ reason, evidence }) => (
              <>
                {reason ?? t('ui.none')}
                {evidence.length > 0 && (
                  <EvidenceLinks route="readAttendanceEvidence" params={{ district, id }} evidence={evidence} none="" />
                )}
              </>
            ),
          },
          ...(mayEnter
            ? [
                {
                  key: 'actions',
                  title: t('ui.actions'),
                  card: 'bare' as const,
                  nowrap: true,
                  render: (row: Row) => (
                    <Button
                      kind="text"
                      size="small"
                      onClick={() =>
                        setMarking({ enrolments: [row.id], minutes: row.way === null ? session.minutes : row.minutes })
                      }
                    >
                      {t('hours.mark')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <MarkDialog
        session={session}
        marking={marking}
        onClose={(done) => {
          setMarking(null)
          if (done) setChosen([])
        }}
      />
    </>
  )
}
