import './enrolments.css'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { AdmitChosen, FillPlaces } from './admit-buttons.tsx'
import type { CohortTabProps } from './cohort-tabs.ts'
import { EnrolmentDrawer } from './enrolment-drawer.tsx'
import { EnrolmentMoves } from './enrolment-moves.tsx'

type Row = ItemOf<'listEnrolments'>
const states = ['nominated', 'waiting', 'offered', 'enrolled', 'completed', 'failed', 'withdrawn', 'refused'] as const
/** Tabs that stand while anything can be in them; the end of a cohort adds two. */
const shownFirst = ['nominated', 'waiting', 'offered', 'enrolled']

function findingsTag({ findings, blocked, waiver }: Row) {
  if (findings.length === 0) return t('ui.none')
  if (blocked) return <Tag tone="accent">{t('enrol.blocked')}</Tag>
  const waived = waiver !== null && findings.some(({ mode }) => mode === 'block')
  return (
    <Tag tone={waived ? 'blue' : 'amber'}>
      {waived ? t('enrol.waived') : `${wordFor('repeatMode', 'warn')} ${findings.length}`}
    </Tag>
  )
}

/** States of a cohort in which places are given. */
const giving = ['nominating', 'ready', 'running']

/** The roster by state, in the order of the ranking; what may be done with a row the API says. */
export function RosterTab({ cohort }: CohortTabProps) {
  const { district, role, membership } = useActing()
  const { id, places, taken, waitingPlaces, nominateUntil } = cohort
  const asked = useLocation().query['state']
  const [state, setState] = useState(states.find((one) => one === asked))
  const runs = role === 'office' || (role !== 'registrar' && membership.unit === cohort.unitId)
  const pages = usePages('listEnrolments', (after) => ({
    params: { district },
    query: { cohort: id, state, after, limit: 100 },
  }))
  const [chosen, setChosen] = useState<readonly Row[]>([])
  const [open, setOpen] = useState<string | null>(null)
  const batchable = chosen.length > 0 || pages.items.some(({ actions }) => actions.includes('admit'))
  function select(keys: readonly string[]) {
    const known = [...pages.items, ...chosen]
    setChosen(keys.flatMap((key) => known.find((row) => row.id === key) ?? []))
  }
  const ending = cohort.state === 'concluding' || cohort.state === 'concluded'
  const tabs = [...shownFirst, ...(ending ? ['completed', 'failed'] : []), 'withdrawn', 'refused']
  return (
    <div class="enrol-stack">
      <div class="stats">
        <StatCard
          label={t('enrol.places')}
          value={t('enrol.placesOf', { taken: formatNumber(taken), places: formatNumber(places) })}
          unit={t('enrol.persons')}
        />
        <StatCard label={t('enrol.waitingPlaces')} value={formatNumber(waitingPlaces)} unit={t('enrol.persons')} />
        <StatCard
          label={t('enrol.nominateUntil')}
          value={nominateUntil === null ? t('enrol.untilClosed') : formatInstant(nominateUntil)}
        />
      </div>
      <Tabs
        name={t('enrol.roster')}
        tabs={[{ key: '', title: t('enrol.all') }, ...tabs.map((key) => ({ key, title: wordFor('enrolment', key) }))]}
        current={state ?? ''}
        onChange={(key) => {
          setChosen([])
          setState(states.find((one) => one === key))
        }}
      >
        <ListTable
          pages={pages}
          personal
          caption={t('enrol.roster')}
          storageKey="roster"
          rowName={(row) => row.name}
          selected={batchable ? chosen.map((row) => row.id) : undefined}
          onSelect={batchable ? select : undefined}
          toolbar={runs && giving.includes(cohort.state) && <FillPlaces cohort={id} />}
          batch={
            <AdmitChosen cohort={id} chosen={chosen} free={Math.max(0, places - taken)} onDone={() => setChosen([])} />
          }
          empty={
            <NothingFound
              filtered={false}
              title={state === undefined ? t('enrol.none') : t('enrol.noneOfState')}
              help={state === undefined ? t('enrol.noneHelp') : undefined}
            />
          }
          columns={[
            {
              key: 'name',
              title: t('enrol.person'),
              render: (row) => (
                <Button kind="text" size="small" onClick={() => setOpen(row.id)}>
                  {row.name}
                </Button>
              ),
              card: 'title',
              fixed: true,
              nowrap: true,
            },
            { key: 'school', title: t('enrol.school'), width: '8rem', render: (row) => row.schoolName },
            {
              key: 'phase',
              title: t('enrol.phase'),
              render: (row) => wordFor('phase', row.phase),
              nowrap: true,
              hidden: true,
            },
            { key: 'subject', title: t('enrol.subject'), render: (row) => row.subject || t('ui.none'), nowrap: true },
            { key: 'preference', title: t('enrol.preference'), render: (row) => row.preference, align: 'right' },
            { key: 'findings', title: t('enrol.findings'), render: findingsTag, nowrap: true },
            {
              key: 'state',
              title: t('frame.state'),
              render: (row) => (
                <>
                  <StateTag group="enrolment" state={row.state} />
                  {row.offerUntil && <div class="muted">{t('enrol.keptUntil', { day: row.offerUntil })}</div>}
                </>
              ),
              nowrap: true,
            },
            {
              key: 'reason',
              title: t('frame.reason'),
              render: (row) => row.reason ?? t('ui.none'),
              hidden: state !== 'refused' && state !== 'withdrawn' && state !== 'failed',
            },
            {
              key: 'createdAt',
              title: t('enrol.nominatedAt'),
              render: (row) => formatInstant(row.createdAt),
              nowrap: true,
            },
            {
              key: 'actions',
              title: t('ui.actions'),
              render: (row) => <EnrolmentMoves enrolment={row} quiet />,
              card: 'bare',
              nowrap: true,
            },
          ]}
        />
      </Tabs>
      <EnrolmentDrawer id={open} onClose={() => setOpen(null)} />
    </div>
  )
}
