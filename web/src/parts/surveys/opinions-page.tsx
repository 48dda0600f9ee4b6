import './surveys.css'
import { useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { choicesOf } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'

type Opinion = ItemOf<'listOpinions'>

const standings = ['waiting', 'shown', 'hidden'] as const

/** 审核意见: words alone, in random order; what is hidden has its reason. */
export function OpinionsPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const survey = useQuery('readSurvey', { params: { district, id } })
  const filters = useFilters('standing')
  const standing = standings.find((one) => one === filters.applied.standing)
  const pages = usePages('listOpinions', (after) => ({
    params: { district, id },
    query: { limit: 50, after, standing },
  }))
  const decide = (row: Opinion, body: { standing: 'shown' } | { standing: 'hidden'; reason: string }) =>
    call('moderateOpinion', { params: { district, id, opinion: row.id }, ifMatch: row.version, body })
  const title = survey.data?.title ?? t('surveys.title')
  return (
    <>
      <PageHead
        title={t('surveys.moderate')}
        crumbs={[
          { label: t('surveys.title'), href: '/surveys' },
          { label: title, href: `/surveys/${id}` },
          { label: t('surveys.moderate') },
        ]}
        help={t('surveys.moderateHelp')}
      />
      <div class="stack">
        <FilterBar
          fields={[choiceFilter(filters, 'standing', t('surveys.standing'), choicesOf('opinion', standings))]}
          onSearch={filters.search}
          onReset={filters.reset}
        />
        <ListTable
          pages={pages}
          caption={t('surveys.moderate')}
          empty={<EmptyState title={t('surveys.nothingToModerate')} help={t('surveys.nothingToModerateHelp')} />}
          columns={[
            {
              key: 'text',
              title: t('surveys.opinions'),
              card: 'title',
              render: (row) => (
                <>
                  <div>{row.text}</div>
                  {row.reason !== null && <div class="muted">{row.reason}</div>}
                </>
              ),
            },
            { key: 'question', title: t('surveys.question'), render: (row) => row.question },
            {
              key: 'standing',
              title: t('surveys.standing'),
              nowrap: true,
              render: (row) => <StateTag group="opinion" state={row.standing} />,
            },
            {
              key: 'actions',
              title: t('frame.state'),
              card: 'bare',
              nowrap: true,
              render: (row) => (
                <MoveButtons
                  offered={row.actions}
                  quiet
                  size="small"
                  moves={[
                    {
                      action: 'show',
                      label: t('surveys.opinionShow'),
                      message: row.text,
                      note: 'none',
                      send: () => decide(row, { standing: 'shown' }),
                    },
                    {
                      action: 'hide',
                      label: t('surveys.opinionHide'),
                      message: t('surveys.hideMessage'),
                      note: 'required',
                      send: (note) => decide(row, { standing: 'hidden', reason: note ?? '' }),
                    },
                  ]}
                />
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
