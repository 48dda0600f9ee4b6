import { useState } from 'preact/hooks'
import { choicesOf } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { loadUnits } from '../../frame/load-units.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useUnitFilter } from '../../frame/use-unit-filter.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { LedgerDrawer } from './ledger-drawer.tsx'
import { type Entry, LedgerMoves } from './ledger-moves.tsx'
import { SettleChosen } from './settle-chosen.tsx'

const states = ['pending', 'confirmed', 'refused', 'withdrawn'] as const
const sources = ['cohort', 'outside', 'envelope', 'archive', 'import'] as const

function StateOf({ entry }: { entry: Entry }) {
  if (entry.reverses !== null) return <Tag tone="amber">{t('ledger.reversal')}</Tag>
  if (entry.reversedBy !== null) return <Tag tone="amber">{t('ledger.reversed')}</Tag>
  return (
    <>
      <StateTag group="ledgerEntry" state={entry.state} />
      {entry.state !== 'confirmed' && entry.reason && <div class="muted">{entry.reason}</div>}
    </>
  )
}

/** 学时登记: a teacher's own, a school's, or the bureau's, with what waits to be decided. */
export function LedgerPage() {
  const { district, role } = useActing()
  const filters = useFilters('state', 'source', 'teacher', 'school', 'cohort')
  const { teacher, school, cohort } = filters.applied
  const state = states.find((one) => one === filters.applied.state)
  const source = sources.find((one) => one === filters.applied.source)
  const pages = usePages('listLedger', (after) => ({
    params: { district },
    query: { state, source, teacher, school, cohort, limit: 50, after },
  }))
  const [open, setOpen] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const own = role === 'teacher'
  const overseer = ['office', 'admin', 'finance', 'auditor'].includes(role)
  const [row] = pages.items
  const ofTeacher = useUnitFilter(
    filters,
    'teacher',
    t('ledger.teacher'),
    (q) => loadUnits('teacher', district, q),
    row?.teacherName,
  )
  const ofSchool = useUnitFilter(
    filters,
    'school',
    t('ledger.school'),
    (q) => loadUnits('school', district, q),
    row?.schoolName,
  )
  const declares = ['teacher', 'registrar', 'school_admin', 'office'].includes(role)
  const decides = pages.items.some(({ actions }) => actions.includes('confirm') || actions.includes('refuse'))
  const declare = declares && (
    <Button kind="primary" icon="plus" href="/ledger/new">
      {role === 'office' ? t('ledger.enter') : t('ledger.declare')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={own ? t('ledger.mine') : t('ledger.title')}
        help={own ? t('ledger.mineHelp') : t('ledger.help')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: own ? t('ledger.mine') : t('ledger.title') }]}
        actions={
          <>
            {declares && !own && (
              <Button icon="upload" href="/ledger/import">
                {t('ledger.import')}
              </Button>
            )}
            {declare}
          </>
        }
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[
          choiceFilter(filters, 'state', t('frame.state'), choicesOf('ledgerEntry', states)),
          choiceFilter(filters, 'source', t('ledger.source'), choicesOf('ledgerSource', sources)),
          ...(own ? [] : [ofTeacher]),
          ...(overseer ? [ofSchool] : []),
        ]}
      />
      <ListTable
        pages={pages}
        personal
        caption={t('ledger.title')}
        storageKey="ledger"
        rowName={({ teacherName, title }) => `${teacherName} ${title}`}
        selected={decides ? chosen : undefined}
        onSelect={decides ? setChosen : undefined}
        batch={
          <SettleChosen
            entries={pages.items.filter(({ id, state: at }) => chosen.includes(id) && at === 'pending')}
            onDone={() => setChosen([])}
          />
        }
        empty={
          <NothingFound
            filtered={[state, source, teacher, school, cohort].some((one) => one !== undefined)}
            title={own ? t('ledger.noneMine') : t('ledger.none')}
            help={own ? t('ledger.noneMineHelp') : undefined}
            action={declare || undefined}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('ledger.item'),
            card: 'title',
            fixed: true,
            render: (entry) => (
              <Button kind="text" size="small" onClick={() => setOpen(entry.id)}>
                {entry.title}
              </Button>
            ),
          },
          ...(own
            ? []
            : [
                {
                  key: 'teacher',
                  title: t('ledger.teacher'),
                  nowrap: true,
                  render: ({ teacherName }: Entry) => teacherName,
                },
                {
                  key: 'school',
                  title: t('ledger.school'),
                  width: '8rem',
                  render: ({ schoolName }: Entry) => schoolName,
                },
              ]),
          { key: 'date', title: t('ledger.date'), nowrap: true, render: ({ date }) => date },
          {
            key: 'hours',
            title: t('ledger.hours'),
            align: 'right' as const,
            nowrap: true,
            render: ({ hours, reverses }) => `${reverses === null ? '' : '−'}${formatNumber(hours, 2)}`,
          },
          {
            key: 'channel',
            title: t('ledger.channel'),
            nowrap: true,
            render: ({ channel }) => wordFor('channel', channel),
          },
          { key: 'provider', title: t('ledger.provider'), width: '6rem', render: ({ providerName }) => providerName },
          {
            key: 'source',
            title: t('ledger.source'),
            nowrap: true,
            hidden: true,
            render: (entry) => wordFor('ledgerSource', entry.source),
          },
          { key: 'state', title: t('frame.state'), width: '7rem', render: (entry) => <StateOf entry={entry} /> },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare' as const,
            nowrap: true,
            render: (entry) => <LedgerMoves entry={entry} quiet />,
          },
        ]}
      />
      <LedgerDrawer id={open} onOpen={setOpen} onClose={() => setOpen(null)} />
    </>
  )
}
