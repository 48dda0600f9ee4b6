import './policies.css'
import { choicesOf, phases } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Callout } from '../../ui/callout.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

const urgencies = ['overdue', 'behind'] as const
const tones = { overdue: 'red', behind: 'accent', on_pace: 'blue' } as const
const keys = ['policy', 'facet', 'urgency', 'phase', 'school'] as const

/** 谁还差学时: the most urgent first; a school sees its own teachers. */
export function StandingsPage() {
  const { district, role } = useActing()
  const filters = useFilters(...keys)
  const { policy, facet = '', school } = filters.applied
  const overview = useQuery('readStandingOverview', { params: { district }, query: { policy } })
  const [kind, value] = facet.split(/:(.*)/)
  const phase = phases.find((one) => one === filters.applied.phase)
  const urgency = urgencies.find((one) => one === filters.applied.urgency)
  const pages = usePages('listShortTeachers', (after) => ({
    params: { district },
    query: {
      after,
      policy,
      school,
      phase,
      urgency,
      requirement: kind === 'r' ? value : undefined,
      post: kind === 'p' ? value : undefined,
    },
  }))
  const { data } = overview
  const inForce = data?.policy ?? null
  const fields = [
    choiceFilter(filters, 'facet', t('policies.facet'), [
      ...(inForce?.requirements ?? []).map(({ id, title }) => ({ value: `r:${id}`, label: title })),
      ...(inForce?.posts ?? []).map((post) => ({ value: `p:${post}`, label: wordFor('post', post) })),
    ]),
    choiceFilter(filters, 'urgency', t('policies.urgency'), choicesOf('urgencyFrom', urgencies)),
    choiceFilter(filters, 'phase', t('credits.phase'), choicesOf('phase', phases)),
    ...(data && data.schools.length > 1
      ? [
          choiceFilter(
            filters,
            'school',
            t('policies.school'),
            data.schools.map(({ key, name }) => ({ value: key, label: name })),
          ),
        ]
      : []),
    ...(data && data.policies.length > 1
      ? [
          choiceFilter(
            filters,
            'policy',
            t('menu.policies'),
            data.policies.map(({ id, title }) => ({ value: id, label: title })),
            data.policy?.title,
          ),
        ]
      : []),
  ]
  return (
    <>
      <PageHead
        title={t('menu.standings')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.standings') }]}
        help={inForce ? t('policies.standingsHelp', { title: inForce.title, asOf: data?.asOf ?? '—' }) : undefined}
      />
      {data?.computing && <Callout kind="info" title={t('policies.computing')} />}
      <FilterBar
        fields={fields}
        onSearch={filters.search}
        onReset={filters.reset}
        unfolded={school !== undefined || policy !== undefined}
      />
      <ListTable
        pages={pages}
        personal
        caption={t('menu.standings')}
        empty={
          <NothingFound
            filtered={inForce !== null && Object.keys(filters.applied).length > 0}
            title={t(inForce === null ? 'policies.noneInForce' : 'policies.nobodyShort')}
            help={t(
              inForce !== null
                ? 'policies.nobodyShortHelp'
                : role === 'office'
                  ? 'policies.noneInForceOffice'
                  : 'policies.noneInForceHelp',
            )}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('frame.person'),
            render: (row) => <a href={`/transcripts/${row.id}`}>{row.name}</a>,
            card: 'title',
          },
          { key: 'school', title: t('policies.school'), render: (row) => row.schoolName },
          { key: 'phase', title: t('credits.phase'), render: (row) => wordFor('phase', row.phase), nowrap: true },
          {
            key: 'urgency',
            title: t('policies.urgency'),
            render: (row) => <Tag tone={tones[row.urgency]}>{wordFor('urgency', row.urgency)}</Tag>,
            nowrap: true,
          },
          {
            key: 'remaining',
            title: t('policies.remaining'),
            render: (row) =>
              `${formatNumber(row.remaining, Number.isInteger(row.remaining) ? 0 : 2)} ${wordFor('creditUnit', row.unit)}`,
            align: 'right',
            nowrap: true,
          },
          { key: 'dueOn', title: t('policies.dueOn'), render: (row) => row.dueOn, nowrap: true },
          {
            key: 'lines',
            title: t('policies.lines'),
            render: (row) => (
              <ul class="policy-lines">
                {row.lines.map((line) => (
                  <li key={line.id}>{line.words}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  )
}
