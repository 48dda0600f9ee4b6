import './rubrics.css'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { t, wordFor } from '../../../words/words.ts'
import { fixedPoints, pointsText } from '../hundredths.ts'

type Comparison = OutputOf<'compareRubrics'>
type Node = Comparison['nodes'][number]
type Side = Node['before']

const tones = {
  same: 'neutral',
  sum: 'neutral',
  changed: 'amber',
  moved: 'blue',
  added: 'green',
  removed: 'red',
} as const
/** Members whose values are codes with a word of their own. */
const coded: Readonly<Record<string, string>> = {
  source: 'source',
  nature: 'nature',
  metric: 'metric',
  vetoBy: 'vetoBy',
  kind: 'criterionKind',
  method: 'method',
  missing: 'missing',
}

function valueText(member: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return t('rubrics.nothing')
  if (Array.isArray(value))
    return value
      .map((band: { title: string; from: number }) =>
        t('quality.bandFromPoints', { title: band.title, points: pointsText(band.from) }),
      )
      .join('；')
  if (typeof value === 'number') return pointsText(value)
  return coded[member] ? wordFor(coded[member], String(value)) : String(value)
}

function placeText(side: NonNullable<Side>): string {
  return `${side.number}（${side.path.join(' / ') || t('rubrics.topLevel')}）`
}

function changesOf({ change, members, before, after }: Node): string[] {
  if (!before || !after) return []
  return [
    ...(change === 'moved' ? [t('rubrics.movedFrom', { from: placeText(before), to: placeText(after) })] : []),
    ...members.map((member) =>
      t('rubrics.changedTo', {
        member: wordFor('rubricMember', member),
        before: valueText(member, before.criterion[member]),
        after: valueText(member, after.criterion[member]),
      }),
    ),
  ]
}

/** A group that stayed what it is may hold other points than before. */
function changeOf({ change, before, after }: Node): keyof typeof tones {
  return change === 'same' && before?.points !== after?.points ? 'sum' : change
}

const pointsOf = (side: Side) => (side?.points === undefined || side.points === null ? '—' : fixedPoints(side.points))

/** 版本对照: what was moved, changed, added and removed, and the weights before and after. */
export function CompareRubricsPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const other = useLocation().query['with'] ?? ''
  const query = useQuery('compareRubrics', { params: { district, id }, query: { with: other } })
  const [all, setAll] = useState(false)
  const nameOf = ({ title, no }: Comparison['before']) =>
    t('rubrics.named', { title: title || t('rubrics.untitled'), n: no })
  return (
    <>
      <PageHead
        title={t('rubrics.compare')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.rubrics'), href: '/rubrics' },
          { label: query.data ? nameOf(query.data.after) : '', href: `/rubrics/${id}` },
          { label: t('rubrics.compare') },
        ]}
      />
      <QueryView query={query}>
        {({ before, after, nodes, settings }) => {
          const shown = nodes.filter((row) => all || changeOf(row) !== 'same')
          return (
            <>
              <section class="card">
                <div class="row rubric-compared">
                  <span>
                    {t('rubrics.before')}：<a href={`/rubrics/${before.id}`}>{nameOf(before)}</a>
                  </span>
                  <span>
                    {t('rubrics.after')}：<a href={`/rubrics/${after.id}`}>{nameOf(after)}</a>
                  </span>
                  <Checkbox checked={all} onChange={setAll}>
                    {t('rubrics.showSame')}
                  </Checkbox>
                </div>
                {shown.length === 0 && settings.length === 0 ? (
                  <EmptyState title={t('rubrics.noDifference')} />
                ) : (
                  <DataTable
                    caption={t('rubrics.compare')}
                    rows={shown}
                    rowKey={(row) => `${row.key} ${row.change}`}
                    columns={[
                      {
                        key: 'what',
                        title: t('quality.criterion'),
                        render: (row) => {
                          const side = row.after ?? row.before
                          return row.kind === 'group' ? (
                            <b>
                              {side?.number} {side?.criterion.title}
                            </b>
                          ) : (
                            `${side?.number} ${side?.criterion.title}`
                          )
                        },
                        card: 'title',
                      },
                      {
                        key: 'change',
                        title: t('rubrics.change'),
                        render: (row) => (
                          <Tag tone={tones[changeOf(row)]}>{wordFor('rubricChange', changeOf(row))}</Tag>
                        ),
                        nowrap: true,
                      },
                      {
                        key: 'before',
                        title: t('rubrics.before'),
                        render: (row) => pointsOf(row.before),
                        align: 'right',
                      },
                      { key: 'after', title: t('rubrics.after'), render: (row) => pointsOf(row.after), align: 'right' },
                      {
                        key: 'members',
                        title: t('rubrics.whatChanged'),
                        render: (row) => {
                          const changes = changesOf(row)
                          return changes.length === 0 ? '—' : changes.map((text) => <div key={text}>{text}</div>)
                        },
                      },
                    ]}
                  />
                )}
              </section>
              {settings.length > 0 && (
                <section class="card">
                  <h2>{t('rubrics.settings')}</h2>
                  <DataTable
                    caption={t('rubrics.settings')}
                    rows={settings}
                    rowKey={({ member }) => member}
                    columns={[
                      {
                        key: 'member',
                        title: t('rubrics.whatChanged'),
                        render: ({ member }) => wordFor('rubricMember', member),
                        card: 'title',
                      },
                      {
                        key: 'before',
                        title: t('rubrics.before'),
                        render: (row) => valueText(row.member, row.before),
                      },
                      { key: 'after', title: t('rubrics.after'), render: (row) => valueText(row.member, row.after) },
                    ]}
                  />
                </section>
              )}
            </>
          )
        }}
      </QueryView>
    </>
  )
}
