import { NOTICE_RESULT } from '@shixun/domain/calls/notices/notice-results'
import type { OutputOf } from '../../../call.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { t } from '../../../words/words.ts'
import type { NoticeDraft } from './notice-draft.ts'
import type { Ranked } from './use-ranked.ts'

interface NoticeConfirmStepProps {
  draft: NoticeDraft
  rows: readonly Ranked[]
  call: OutputOf<'readCall'> | undefined
  term: OutputOf<'previewNoticeTerm'> | undefined
}

/** 核对发布: the notice as the public will read it. */
export function NoticeConfirmStep({ draft, rows, call, term }: NoticeConfirmStepProps) {
  const usual = draft.result.trim() || (call ? NOTICE_RESULT[call.kind] : '')
  const span = term ? `${term.startsOn} ${t('ui.to')} ${term.endsOn}` : t('ui.none')
  return (
    <>
      <h2>{draft.title}</h2>
      <DescriptionList
        items={[
          { label: t('publicity.span'), value: span },
          { label: t('publicity.workingDays'), value: t('publicity.daysValue', { n: draft.workingDays ?? 0 }) },
          { label: t('publicity.body'), value: <p class="guidance">{draft.body}</p>, wide: true },
        ]}
      />
      <DataTable
        caption={t('publicity.items')}
        rows={rows.filter(({ id }) => draft.selected.includes(id))}
        rowKey={(row) => row.id}
        columns={[
          { key: 'title', title: t('calls.project'), render: (row) => row.title, card: 'title' },
          { key: 'unit', title: t('calls.unit'), render: (row) => row.unitName },
          { key: 'result', title: t('publicity.result'), render: (row) => draft.results[row.id]?.trim() || usual },
        ]}
      />
    </>
  )
}
