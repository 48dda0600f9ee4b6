import { NOTICE_RESULT } from '@shixun/domain/calls/notices/notice-results'
import type { OutputOf } from '../../../call.ts'
import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Field } from '../../../ui/field.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { t } from '../../../words/words.ts'
import { ResultInput } from '../applications/result-input.tsx'
import { LONGEST_TITLE, type NoticeDraft } from './notice-draft.ts'
import type { Ranked } from './use-ranked.ts'

interface NoticeTextStepProps {
  draft: NoticeDraft
  rows: readonly Ranked[]
  call: OutputOf<'readCall'> | undefined
  errors: Readonly<Record<string, string>>
  onChange: (draft: NoticeDraft) => void
}

/** 结果与正文: what the notice says of its items, its title and its text. */
export function NoticeTextStep({ draft, rows, call, errors, onChange }: NoticeTextStepProps) {
  const chosen = rows.filter(({ id }) => draft.selected.includes(id))
  const usual = call ? NOTICE_RESULT[call.kind] : ''
  return (
    <>
      <Field label={t('publicity.title')} required error={errors['/title']}>
        {(link) => (
          <TextInput
            {...link}
            value={draft.title}
            onChange={(title) => onChange({ ...draft, title })}
            maxLength={LONGEST_TITLE}
          />
        )}
      </Field>
      <Field label={t('publicity.body')} error={errors['/body']} help={t('publicity.bodyHelp')}>
        {(link) => (
          <Textarea
            {...link}
            value={draft.body}
            onChange={(body) => onChange({ ...draft, body })}
            rows={6}
            maxLength={20_000}
          />
        )}
      </Field>
      <Field label={t('publicity.result')} short help={t('publicity.resultHelp')} error={errors['/result']}>
        {(link) => (
          <ResultInput
            {...link}
            value={draft.result}
            placeholder={usual}
            onChange={(result) => onChange({ ...draft, result })}
          />
        )}
      </Field>
      <details class="stack" open={Object.keys(draft.results).length > 0}>
        <summary>{t('publicity.resultEach')}</summary>
        <p class="muted">{t('publicity.resultEachHelp')}</p>
        <DataTable
          caption={t('publicity.resultEach')}
          rows={chosen}
          rowKey={(row) => row.id}
          columns={[
            { key: 'title', title: t('calls.project'), render: (row) => row.title, card: 'title' },
            { key: 'unit', title: t('calls.unit'), render: (row) => row.unitName },
            {
              key: 'result',
              title: t('publicity.result'),
              width: '12rem',
              render: (row) => (
                <ResultInput
                  aria-label={t('publicity.resultOf', { title: row.title })}
                  value={draft.results[row.id] ?? ''}
                  placeholder={draft.result.trim() || usual}
                  onChange={(result) => onChange({ ...draft, results: { ...draft.results, [row.id]: result } })}
                />
              ),
            },
          ]}
        />
      </details>
      <Callout>{t('publicity.privacy')}</Callout>
    </>
  )
}
