import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { bandLabels, shareOf } from './band-labels.ts'

type Simulation = OutputOf<'readSimulation'>
type Group = Simulation['schools'][number]

const tabs = ['schools', 'posts', 'phases'] as const

interface GroupTableProps {
  caption: string
  rows: readonly Group[]
  nameOf: (row: Group) => string
  /** Whether there is a policy in force to compare with. */
  compared: boolean
}

function GroupTable({ caption, rows, nameOf, compared }: GroupTableProps) {
  const figures = (key: 'metBefore' | 'falls' | 'lifted') => ({
    key,
    title: t(`policies.${key}`),
    render: (row: Group) => formatNumber(row[key]),
    align: 'right' as const,
  })
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', title: t('frame.name'), render: nameOf, card: 'title' },
        { key: 'teachers', title: t('policies.teachers'), render: (row) => formatNumber(row.teachers), align: 'right' },
        ...(compared ? [figures('metBefore')] : []),
        {
          key: 'after',
          title: t('policies.metAfter'),
          render: (row) => `${formatNumber(row.metAfter)}（${shareOf(row.metAfter, row.teachers)}）`,
          align: 'right',
        },
        ...(compared ? [figures('falls'), figures('lifted')] : []),
      ]}
    />
  )
}

/** Whom the new text lets fall and whom it lifts: in all, by school, post and phase, by requirement, and as a distribution. */
export function SimulationFigures({ simulation }: { simulation: Simulation }) {
  const [tab, setTab] = useState<(typeof tabs)[number]>('schools')
  const { all, before, after, requirements } = simulation
  const names = {
    schools: (row: Group) => row.name,
    posts: (row: Group) => wordFor('post', row.key),
    phases: (row: Group) => wordFor('phase', row.key),
  }
  const series = [
    ...(before ? [{ name: t('policies.oldOne'), values: before.counts }] : []),
    { name: t('policies.newOne'), values: after.counts },
  ]
  return (
    <>
      <div class="policy-stats">
        <StatCard label={t('policies.teachers')} value={formatNumber(all.teachers)} unit={t('policies.people')} />
        {before && (
          <StatCard
            label={t('policies.metBefore')}
            value={formatNumber(all.metBefore)}
            unit={t('policies.people')}
            help={shareOf(all.metBefore, all.teachers)}
          />
        )}
        <StatCard
          label={t('policies.metAfter')}
          value={formatNumber(all.metAfter)}
          unit={t('policies.people')}
          help={shareOf(all.metAfter, all.teachers)}
        />
        {before && (
          <StatCard
            label={t('policies.falls')}
            value={formatNumber(all.falls)}
            unit={t('policies.people')}
            waiting={all.falls > 0}
          />
        )}
        {before && (
          <StatCard label={t('policies.lifted')} value={formatNumber(all.lifted)} unit={t('policies.people')} />
        )}
      </div>
      <section class="card">
        <BarChart
          title={t('policies.distribution')}
          unit={t('policies.people')}
          labelTitle={t('policies.bandTitle')}
          labels={bandLabels()}
          series={series}
        />
        <p class="muted">
          {before && t('policies.bandOld', { amount: before.amount, unit: wordFor('creditUnit', before.unit) })}
          {t('policies.bandNew', { amount: after.amount, unit: wordFor('creditUnit', after.unit) })}
        </p>
      </section>
      <section class="card">
        <h2>{t('policies.byRequirement')}</h2>
        <DataTable
          caption={t('policies.byRequirement')}
          rows={requirements}
          rowKey={({ id }) => id}
          columns={[
            { key: 'title', title: t('policies.requirement'), render: ({ title }) => title, card: 'title' },
            ...(before
              ? [
                  {
                    key: 'before',
                    title: t('policies.shortBefore'),
                    render: (row: Simulation['requirements'][number]) =>
                      row.before === null ? '—' : formatNumber(row.before),
                    align: 'right' as const,
                  },
                ]
              : []),
            {
              key: 'after',
              title: t('policies.shortAfter'),
              render: (row) => (row.after === null ? '—' : formatNumber(row.after)),
              align: 'right',
            },
          ]}
        />
      </section>
      <section class="card">
        <Tabs
          name={t('policies.groups')}
          tabs={tabs.map((key) => ({ key, title: wordFor('simulationTab', key), count: simulation[key].length }))}
          current={tab}
          onChange={(key) => setTab(tabs.find((one) => one === key) ?? 'schools')}
        >
          <GroupTable
            caption={wordFor('simulationTab', tab)}
            rows={simulation[tab]}
            nameOf={names[tab]}
            compared={before !== null}
          />
        </Tabs>
      </section>
    </>
  )
}
