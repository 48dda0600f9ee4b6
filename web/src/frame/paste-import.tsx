import { FIELD_PROBLEMS } from '@shixun/contract/field-problem'
import { useState } from 'preact/hooks'
import type { Answer } from '../call.ts'
import type { ProblemError } from '../problem.ts'
import { refreshAll } from '../query-store.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Field } from '../ui/field.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Steps } from '../ui/steps.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { t } from '../words/words.ts'
import { downloadText } from './download.ts'
import { csvOf, type ImportColumn, type PastedRow, readPasted } from './pasted-table.ts'

interface Rejected {
  row: number
  column: string
  problem: string
}

interface PasteImportProps {
  columns: readonly ImportColumn[]
  /** Name of the template's file, without its ending. */
  fileName: string
  backHref: string
  send: (rows: readonly PastedRow[]) => Promise<Answer<{ accepted: number; rejected: Rejected[] }>>
}

const batch = 200
const previewed = 50

function problemText({ problem }: Rejected): string {
  return (FIELD_PROBLEMS[problem] ?? problem).replace(/（?\{limit\}）?/g, '')
}

/** Paste, check, confirm, and what was refused with its reasons, in the same columns. */
export function PasteImport({ columns, fileName, backHref, send }: PasteImportProps) {
  const [text, setText] = useState('')
  const [rows, setRows] = useState<readonly PastedRow[] | null>(null)
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const [done, setDone] = useState<{ accepted: number; rejected: Rejected[] } | null>(null)
  const step = done ? 'done' : rows ? 'check' : 'paste'
  const titleOf = (key: string) => columns.find((column) => column.key === key)?.title ?? key

  async function run(all: readonly PastedRow[]) {
    let accepted = 0
    const rejected: Rejected[] = []
    for (let from = 0; from < all.length; from += batch) {
      setSent(from)
      const answer = await send(all.slice(from, from + batch))
      if (!answer.ok) {
        setProblem(answer.problem)
        // what was written stays written: only the rest is offered again
        setRows(all.slice(from))
        setSent(null)
        return
      }
      accepted += answer.body.accepted
      rejected.push(...answer.body.rejected.map((one) => ({ ...one, row: one.row + from })))
    }
    setSent(null)
    setProblem(undefined)
    setDone({ accepted, rejected })
    refreshAll()
  }
  function failedRows(result: { rejected: Rejected[] }): string[][] {
    const numbers = [...new Set(result.rejected.map(({ row }) => row))]
    return numbers.map((number) => [
      ...columns.map((column) => rows?.[number - 1]?.[column.key] ?? ''),
      result.rejected
        .filter(({ row }) => row === number)
        .map((one) => `${titleOf(one.column)}：${problemText(one)}`)
        .join('；'),
    ])
  }
  const titles = columns.map(({ title }) => title)
  const missing = (rows ?? []).filter((row) => columns.some(({ key, required }) => required && !row[key])).length
  const shown = (rows ?? []).slice(0, previewed).map((row, index) => ({ row, number: index + 1 }))
  return (
    <div class="card stack">
      <Steps
        current={step}
        steps={[
          { key: 'paste', title: t('import.paste'), state: rows ? 'done' : undefined },
          { key: 'check', title: t('import.check'), state: done ? 'done' : undefined },
          { key: 'done', title: t('import.result') },
        ]}
      />
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      {step === 'paste' && (
        <>
          <Callout
            title={t('import.how')}
            actions={
              <Button
                size="small"
                icon="download"
                onClick={() => downloadText(`${fileName}.csv`, csvOf([titles, columns.map(({ example }) => example)]))}
              >
                {t('import.template')}
              </Button>
            }
          >
            {t('import.howHelp')}
          </Callout>
          <DataTable
            caption={t('import.columns')}
            rows={columns}
            rowKey={({ key }) => key}
            columns={[
              { key: 'title', title: t('import.column'), render: ({ title }) => title, card: 'title' },
              {
                key: 'required',
                title: t('ui.required'),
                render: ({ required }) => (required ? t('ui.yes') : t('ui.no')),
              },
              { key: 'help', title: t('import.content'), render: ({ help }) => help },
              { key: 'example', title: t('import.example'), render: ({ example }) => example },
            ]}
          />
          <Field label={t('import.table')} required>
            {(link) => <Textarea {...link} value={text} onChange={setText} rows={10} placeholder={titles.join('\t')} />}
          </Field>
          <div class="row">
            <Button href={backHref}>{t('frame.back')}</Button>
            <Button kind="primary" disabled={text.trim() === ''} onClick={() => setRows(readPasted(text, columns))}>
              {t('frame.next')}
            </Button>
          </div>
        </>
      )}
      {step === 'check' && rows && (
        <>
          <Callout kind={missing > 0 ? 'warning' : 'info'} title={t('import.found', { n: rows.length })}>
            {missing > 0 ? t('import.missing', { n: missing }) : t('import.notYet')}
          </Callout>
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
                render: ({ row }: { row: PastedRow }) =>
                  row[column.key] ?? (column.required ? <span class="field-error">{t('import.empty')}</span> : '—'),
              })),
            ]}
          />
          {rows.length > previewed && <p class="muted">{t('import.previewed', { n: previewed })}</p>}
          {sent !== null && (
            <ProgressBar value={sent} max={rows.length} label={t('import.sent', { n: sent, total: rows.length })} />
          )}
          <div class="row">
            <Button disabled={sent !== null} onClick={() => setRows(null)}>
              {t('frame.previous')}
            </Button>
            <Button kind="primary" busy={sent !== null} disabled={rows.length === 0} onClick={() => void run(rows)}>
              {t('import.confirm')}
            </Button>
          </div>
        </>
      )}
      {done && (
        <>
          <Callout
            kind={done.rejected.length > 0 ? 'warning' : 'success'}
            title={t('import.accepted', { n: done.accepted })}
            actions={
              done.rejected.length > 0 && (
                <Button
                  size="small"
                  icon="download"
                  onClick={() =>
                    downloadText(
                      `${fileName}-errors.csv`,
                      csvOf([[...titles, t('import.reason')], ...failedRows(done)]),
                    )
                  }
                >
                  {t('import.errorsFile')}
                </Button>
              )
            }
          >
            {done.rejected.length > 0
              ? t('import.refused', { n: new Set(done.rejected.map(({ row }) => row)).size })
              : t('import.allIn')}
          </Callout>
          {done.rejected.length > 0 && (
            <DataTable
              caption={t('import.refusedRows')}
              rows={done.rejected}
              rowKey={(one) => `${one.row}-${one.column}-${one.problem}`}
              columns={[
                {
                  key: 'row',
                  title: t('import.row'),
                  render: ({ row }) => t('import.rowNumber', { n: row }),
                  card: 'title',
                },
                { key: 'column', title: t('import.column'), render: ({ column }) => titleOf(column) },
                {
                  key: 'value',
                  title: t('import.content'),
                  render: ({ row, column }) => rows?.[row - 1]?.[column] ?? '—',
                },
                { key: 'problem', title: t('import.reason'), render: problemText },
              ]}
            />
          )}
          <div class="row">
            <Button
              onClick={() => {
                setDone(null)
                setRows(null)
                setText('')
              }}
            >
              {t('import.again')}
            </Button>
            <Button kind="primary" href={backHref}>
              {t('frame.back')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
