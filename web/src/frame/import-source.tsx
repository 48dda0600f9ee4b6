import { useState } from 'preact/hooks'
import { newKey } from '../call.ts'
import type { ProblemError } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Field } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import type { FileItem } from '../ui/file-item.ts'
import { Textarea } from '../ui/textarea.tsx'
import { t } from '../words/words.ts'
import { inWeChat } from './download.ts'
import { type ImportColumn, type ImportRow, readPasted } from './pasted-table.ts'
import { readWorkbook, workbookAccept, workbookBytes } from './read-workbook.ts'

/** Rows to import, the numbers by which people find them, and what they should know of the sheet. */
export interface ImportRead {
  rows: readonly ImportRow[]
  lines: readonly number[]
  notes: readonly string[]
  /** Of the file; pasted rows have none. */
  fileName?: string | undefined
}

interface ImportSourceProps {
  columns: readonly ImportColumn[]
  /** Where the template lies, and the name it is saved under when it brings none. */
  template: { href: string; name: string }
  backHref: string
  onRows: (read: ImportRead) => void
}

/** Where the rows of an import come from: the filled-in template, any workbook or CSV with its titles, or pasted cells. */
export function ImportSource({ columns, template, backHref, onRows }: ImportSourceProps) {
  const [text, setText] = useState('')
  const [file, setFile] = useState<FileItem | null>(null)
  const [problem, setProblem] = useState<Pick<ProblemError, 'title' | 'detail'> | null>(null)
  async function read(chosen: File) {
    const item = { id: newKey(), name: chosen.name, size: chosen.size }
    setFile({ ...item, progress: 0 })
    setProblem(null)
    const answer = await readWorkbook(chosen, columns, (progress) => setFile({ ...item, progress }))
    setFile(null)
    if (!answer.ok) setProblem(answer.problem)
    else if (answer.found === null)
      setProblem({
        title: t('import.noTitles', { name: chosen.name }),
        detail: t('import.noTitlesHelp', { titles: columns.map(({ title }) => title).join('、') }),
      })
    else if (answer.found.rows.length === 0)
      setProblem({ title: t('import.noRows', { name: chosen.name }), detail: t('import.noRowsHelp') })
    else onRows({ ...answer.found, fileName: chosen.name })
  }
  function paste() {
    const rows = readPasted(text, columns)
    onRows({ rows, lines: rows.map((_, index) => index + 1), notes: [] })
  }
  return (
    <>
      <Callout title={t('import.how')}>
        {inWeChat() ? (
          t('shell.wechat')
        ) : (
          <div class="stack">
            <p>{t('import.howHelp')}</p>
            <div class="row">
              {/* named: the router leaves only links with a name to the browser */}
              <Button size="small" icon="download" download={template.name} href={template.href}>
                {t('import.template')}
              </Button>
            </div>
          </div>
        )}
      </Callout>
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <Field label={t('import.file')} help={t('import.fileHelp')}>
        {(link) => (
          <FileDrop
            {...link}
            files={file ? [file] : []}
            disabled={file !== null}
            accept={workbookAccept}
            maxBytes={workbookBytes}
            onAdd={([chosen]) => chosen && void read(chosen)}
          />
        )}
      </Field>
      <Field label={t('import.table')} help={t('import.tableHelp')}>
        {(link) => (
          <Textarea
            {...link}
            value={text}
            onChange={setText}
            rows={6}
            placeholder={columns.map(({ title }) => title).join('\t')}
          />
        )}
      </Field>
      <div class="row">
        <Button href={backHref}>{t('frame.back')}</Button>
        <Button kind="primary" disabled={text.trim() === ''} onClick={paste}>
          {t('frame.next')}
        </Button>
      </div>
      <DataTable
        caption={t('import.columns')}
        rows={columns}
        rowKey={({ key }) => key}
        columns={[
          { key: 'title', title: t('import.column'), render: ({ title }) => title, card: 'title' },
          { key: 'required', title: t('ui.required'), render: ({ required }) => (required ? t('ui.yes') : t('ui.no')) },
          { key: 'help', title: t('import.content'), render: ({ help }) => help },
          { key: 'example', title: t('import.example'), render: ({ example }) => example },
        ]}
      />
    </>
  )
}
