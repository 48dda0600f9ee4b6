import '@shixun/contract/people-field-problems'
import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import type { TemplateKind } from '@shixun/contract/import-templates'
import { useState } from 'preact/hooks'
import { addressOf } from '../call.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { showToast } from '../ui/toast.tsx'
import { t } from '../words/words.ts'
import { inWeChat } from './download.ts'
import type { ImportColumn, ImportRow } from './pasted-table.ts'
import { saveAnswer } from './save-answer.ts'

export interface Rejected {
  row: number
  column: string
  problem: string
}

interface ImportResultProps {
  columns: readonly ImportColumn[]
  template: TemplateKind
  rows: readonly ImportRow[]
  lines: readonly number[]
  accepted: number
  rejected: readonly Rejected[]
  backHref: string
  onAgain: () => void
}

function problemText({ problem }: Rejected): string {
  return (FIELD_PROBLEMS[problem] ?? problem).replace(/（?\{limit\}）?/g, '')
}

/** What came in and what did not; the rest goes home in the same template, with the reasons. */
export function ImportResult(props: ImportResultProps) {
  const { columns, template, rows, lines, accepted, rejected, backHref, onAgain } = props
  const [busy, setBusy] = useState(false)
  const titleOf = (key: string) => columns.find((column) => column.key === key)?.title ?? key
  const numbers = [...new Set(rejected.map(({ row }) => row))]
  async function saveRefused() {
    const refused = numbers.map((number) => ({
      cells: rows[number - 1] ?? {},
      reason: rejected
        .filter(({ row }) => row === number)
        .map((one) => `${titleOf(one.column)}：${problemText(one)}`)
        .join('；'),
    }))
    setBusy(true)
    const problem = await saveAnswer(addressOf('writeRefused', { kind: template }), { rows: refused })
    setBusy(false)
    if (problem) showToast({ kind: 'error', text: `${problem.title}。${problem.detail}` })
  }
  return (
    <>
      <Callout
        kind={rejected.length > 0 ? 'warning' : 'success'}
        title={t('import.accepted', { n: accepted })}
        actions={
          rejected.length > 0 &&
          !inWeChat() && (
            <Button size="small" icon="download" busy={busy} onClick={() => void saveRefused()}>
              {t('import.errorsFile')}
            </Button>
          )
        }
      >
        {rejected.length > 0 ? t('import.refused', { n: numbers.length }) : t('import.allIn')}
        {rejected.length > 0 && inWeChat() && ` ${t('shell.wechat')}`}
      </Callout>
      {rejected.length > 0 && (
        <DataTable
          caption={t('import.refusedRows')}
          rows={rejected}
          rowKey={(one) => `${one.row}-${one.column}-${one.problem}`}
          columns={[
            {
              key: 'row',
              title: t('import.row'),
              render: ({ row }) => t('import.rowNumber', { n: lines[row - 1] ?? row }),
              card: 'title',
            },
            { key: 'column', title: t('import.column'), render: ({ column }) => titleOf(column) },
            { key: 'value', title: t('import.content'), render: ({ row, column }) => rows[row - 1]?.[column] ?? '—' },
            { key: 'problem', title: t('import.reason'), render: problemText },
          ]}
        />
      )}
      <div class="row">
        <Button onClick={onAgain}>{t('import.again')}</Button>
        <Button kind="primary" href={backHref}>
          {t('frame.back')}
        </Button>
      </div>
    </>
  )
}
