import './policies.css'
import { useLocation } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DistributionChart } from '../../ui/distribution-chart.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { LineChart } from '../../ui/line-chart.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { useQuery } from '../../use-query.ts'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { bandLabels, shareOf } from './band-labels.ts'

type Overview = OutputOf<'readStandingOverview'>
type Counts = Overview['all']

/** Schools in the chart; the table below has all of them. */
const CHARTED = 8

function asked({ met, onPace, behind }: Counts): number {
  return met + onPace + behind
}

function percent(part: number, counts: Counts): number {
  return asked(counts) === 0 ? 0 : Math.round((part * 1000) / asked(counts)) / 10
}

function threeSeries(rows: readonly Counts[]) {
  return [
    { name: wordFor('standing', 'behind'), values: rows.map(({ behind }) => behind) },
    { name: wordFor('standing', 'on_pace'), values: rows.map(({ onPace }) => onPace) },
    { name: wordFor('standing', 'met'), values: rows.map(({ met }) => met) },
  ]
}

/** 学分总览: met, on pace and behind, by school and phase; the distribution of hours; how it went month by month. */
export function CreditOverviewPage() {
  const { district } = useActing()
  const { query: search, route } = useLocation()
  const policy = search['policy'] || undefined
  const query = useQuery('readStandingOverview', { params: { district }, query: { policy } })
  return (
    <>
      <PageHead
        title={t('menu.creditOverview')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.creditOverview') }]}
        help={
          query.data?.policy
            ? t('policies.overviewHelp', { title: query.data.policy.title, asOf: query.data.asOf ?? '—' })
            : undefined
        }
        actions={
          <Button kind="primary" href={policy ? `/standings?policy=${policy}` : '/standings'}>
            {t('menu.standings')}
          </Button>
        }
      />
      <QueryView query={query}>
        {(data) => (
          <>
            {data.policies.length > 1 && (
              <div class="card">
                <Field label={t('menu.policies')}>
                  {(link) => (
                    <Select
                      {...link}
                      value={data.policy?.id ?? ''}
                      onChange={(id) => route(`/credit-overview?policy=${id}`)}
                      options={data.policies.map(({ id, title }) => ({ value: id, label: title }))}
                      placeholder={null}
                    />
                  )}
                </Field>
              </div>
            )}
            {data.policy === null ? (
              <div class="card">
                <EmptyState title={t('policies.noneInForce')} help={t('policies.noneInForceHelp')} />
              </div>
            ) : (
              <Figures data={data} />
            )}
          </>
        )}
      </QueryView>
    </>
  )
}

function Figures({ data }: { data: Overview }) {
  const { all, schools, phases, months, distribution } = data
  const link = (filter: Readonly<Record<string, string>>) =>
    `/standings?${new URLSearchParams({ ...(data.policy ? { policy: data.policy.id } : {}), ...filter })}`
  return (
    <>
      {data.computing && <Callout kind="info" title={t('policies.computing')} />}
      <div class="policy-stats">
        <StatCard
          label={t('policies.asked')}
          value={formatNumber(asked(all))}
          unit={t('policies.people')}
          help={all.free > 0 ? t('policies.freeOnes', { n: formatNumber(all.free) }) : undefined}
        />
        <StatCard
          label={wordFor('standing', 'met')}
          value={formatNumber(all.met)}
          unit={t('policies.people')}
          help={shareOf(all.met, asked(all))}
        />
        <StatCard
          label={wordFor('standing', 'on_pace')}
          value={formatNumber(all.onPace)}
          unit={t('policies.people')}
          help={shareOf(all.onPace, asked(all))}
        />
        <StatCard
          label={wordFor('standing', 'behind')}
          value={formatNumber(all.behind)}
          unit={t('policies.people')}
          help={shareOf(all.behind, asked(all))}
          href={link({ urgency: 'behind' })}
          waiting={all.behind > 0}
        />
      </div>
      <div class="policy-charts">
        <section class="card">
          <DistributionChart
            title={t('policies.distribution')}
            unit={t('policies.people')}
            binTitle={t('policies.bandTitle')}
            bins={bandLabels().map((label, n) => ({ label, count: distribution.counts[n] ?? 0 }))}
          />
          <p class="muted">
            {t('policies.bandNew', { amount: distribution.amount, unit: wordFor('creditUnit', distribution.unit) })}
          </p>
        </section>
        <section class="card">
          {months.length > 1 ? (
            <LineChart
              title={t('policies.byMonth')}
              unit="%"
              labelTitle={t('policies.month')}
              labels={months.map(({ month }) => month)}
              series={[
                { name: wordFor('standing', 'behind'), values: months.map((row) => percent(row.behind, row)) },
                { name: wordFor('standing', 'on_pace'), values: months.map((row) => percent(row.onPace, row)) },
                { name: wordFor('standing', 'met'), values: months.map((row) => percent(row.met, row)) },
              ]}
            />
          ) : (
            <EmptyState title={t('policies.oneMonth')} help={t('policies.oneMonthHelp')} />
          )}
        </section>
        {schools.length > 1 && (
          <section class="card">
            <BarChart
              title={t(schools.length > CHARTED ? 'policies.mostBehind' : 'policies.bySchool', { n: CHARTED })}
              unit={t('policies.people')}
              labelTitle={t('policies.school')}
              labels={schools.slice(0, CHARTED).map(({ name }) => name)}
              series={threeSeries(schools.slice(0, CHARTED))}
            />
          </section>
        )}
        <section class="card">
          <BarChart
            title={t('policies.byPhase')}
            unit={t('policies.people')}
            labelTitle={t('credits.phase')}
            labels={phases.map(({ key }) => wordFor('phase', key))}
            series={threeSeries(phases)}
          />
        </section>
      </div>
      <section class="card">
        <h2>{t('policies.bySchool')}</h2>
        <DataTable
          caption={t('policies.bySchool')}
          rows={schools}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'name',
              title: t('policies.school'),
              render: (row) => <a href={link({ school: row.key })}>{row.name}</a>,
              card: 'title',
            },
            { key: 'asked', title: t('policies.asked'), render: (row) => formatNumber(asked(row)), align: 'right' },
            {
              key: 'met',
              title: wordFor('standing', 'met'),
              render: (row) => `${formatNumber(row.met)}（${shareOf(row.met, asked(row))}）`,
              align: 'right',
            },
            {
              key: 'onPace',
              title: wordFor('standing', 'on_pace'),
              render: (row) => formatNumber(row.onPace),
              align: 'right',
            },
            {
              key: 'behind',
              title: wordFor('standing', 'behind'),
              render: (row) => `${formatNumber(row.behind)}（${shareOf(row.behind, asked(row))}）`,
              align: 'right',
            },
          ]}
        />
      </section>
    </>
  )
}
