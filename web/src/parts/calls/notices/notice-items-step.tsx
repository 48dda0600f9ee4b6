import type { OutputOf } from '../../../call.ts'
import { ProblemView } from '../../../frame/problem-view.tsx'
import { useActing } from '../../../session.ts'
import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { MOST_ITEMS, type NoticeDraft } from './notice-draft.ts'
import type { useRanked } from './use-ranked.ts'

interface NoticeItemsStepProps {
  draft: NoticeDraft
  ranked: ReturnType<typeof useRanked>
  call: OutputOf<'readCall'> | undefined
  onCall: (id: string) => void
  onSelect: (ids: string[]) => void
}

/** 选择名单: the call, and which of its ranked applications are noticed. */
export function NoticeItemsStep({ draft, ranked, call, onCall, onSelect }: NoticeItemsStepProps) {
  const { district } = useActing()
  const calls = useQuery('listCalls', { params: { district }, query: { limit: 200 } })
  const { rows, loading, problem, refresh } = ranked
  const options = (calls.data?.items ?? []).filter(({ state }) => state !== 'draft')
  return (
    <>
      <Field label={t('menu.calls')} required>
        {(link) => (
          <Select
            {...link}
            value={draft.callId}
            disabled={draft.replaces !== null}
            onChange={onCall}
            options={options.map((one) => ({ value: one.id, label: one.title }))}
          />
        )}
      </Field>
      {problem && rows.length === 0 && <ProblemView problem={problem} onRetry={refresh} />}
      {draft.callId !== '' && !(problem && rows.length === 0) && (
        <DataTable
          caption={t('publicity.ranked')}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.title}
          loading={loading}
          selected={draft.selected}
          onSelect={onSelect}
          batch={call && <span class="muted">{t('publicity.withinQuota', { n: call.review.quota })}</span>}
          empty={<EmptyState title={t('publicity.noRanked')} help={t('publicity.noRankedHelp')} />}
          columns={[
            {
              key: 'rank',
              title: t('calls.rank'),
              width: '5rem',
              render: (row) => row.rank ?? t('ui.none'),
              align: 'right',
            },
            { key: 'title', title: t('calls.project'), render: (row) => row.title, card: 'title' },
            { key: 'unit', title: t('calls.unit'), render: (row) => row.unitName },
            { key: 'score', title: t('calls.score'), render: (row) => formatNumber(row.score, 2), align: 'right' },
          ]}
        />
      )}
      {draft.selected.length > MOST_ITEMS && <Callout kind="warning">{t('publicity.tooMany')}</Callout>}
    </>
  )
}
