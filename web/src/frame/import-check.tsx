import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { t } from '../words/words.ts'
import type { ImportColumn, ImportRow } from './pasted-table.ts'

interface ImportCheckProps {
  columns: readonly ImportColumn[]
  rows: readonly ImportRow[]
  lines: readonly number[]
  notes: readonly string[]
  /** How many rows are done; null before the start. */
  sent: number | null
  onBack: () => void
  onConfirm: () => void
}

const previewed = 50

/** What was read, before anything is written. */
export function ImportCheck({ columns, rows, lines, notes, sent, onBack, onConfirm }: ImportCheckProps) {
  const missing = rows.filter((row) => columns.some(({ key, required }) => required && row[key] === undefined)).length
  const shown = rows.slice(0, previewed).map((row, index) => ({ row, number: lines[index] ?? index + 1 }))
  return (
    <>
      <Callout kind={missing > 0 ? 'warning' : 'info'} title={t('import.found', { n: rows.length })}>
        {missing > 0 ? t('import.missing', { n: missing }) : t('import.notYet')}
      </Callout>
      {notes.map((note) => (
        <Callout key={note} kind="warning">
          {note}
        </Callout>
      ))}
      <DataTable
        caption={t('import.check')}
        wide
        rows={shown}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'number', title: '#', render: ({ number }) => number },
          ...columns.map((column) => ({
            key: column.key,
            title: column.title,
            render: ({ row }: { row: ImportRow }) =>
              row[column.key] ?? (column.required ? <span class="field-error">{t('import.empty')}</span> : '—'),
          })),
        ]}
      />
      {rows.length > previewed && <p class="muted">{t('import.previewed', { n: previewed })}</p>}
      {sent !== null && (
        <ProgressBar value={sent} max={rows.length} label={t('import.sent', { n: sent, total: rows.length })} />
      )}
      <div class="row">
        <Button disabled={sent !== null} onClick={onBack}>
          {t('frame.previous')}
        </Button>
        <Button kind="primary" busy={sent !== null} disabled={rows.length === 0} onClick={onConfirm}>
          {t('import.confirm')}
        </Button>
      </div>
    </>
  )
}
