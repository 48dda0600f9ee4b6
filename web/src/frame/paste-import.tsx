import { IMPORT_TEMPLATES, type TemplateKind } from '@shixun/contract/import-templates'
import { useState } from 'preact/hooks'
import { type Answer, addressOf } from '../call.ts'
import { lazyPage } from '../lazy-page.tsx'
import type { ProblemError } from '../problem.ts'
import { refreshAll } from '../query-store.ts'
import { Callout } from '../ui/callout.tsx'
import { ImportCheck } from './import-check.tsx'
import type { Rejected } from './import-result.tsx'
import { type ImportRead, ImportSource } from './import-source.tsx'
import { ImportSteps } from './import-steps.tsx'
import type { ImportColumn, ImportRow } from './pasted-table.ts'

export interface PasteImportProps {
  columns: readonly ImportColumn[]
  /** Its template to download, whose titles find the columns too. */
  template: TemplateKind
  backHref: string
  send: (rows: readonly ImportRow[]) => Promise<Answer<{ accepted: number; rejected: Rejected[] }>>
}

const batch = 200

const loadResult = () => import('./import-result.tsx').then((m) => m.ImportResult)
const ImportResult = lazyPage(loadResult)

/** File or paste, check, confirm, and what was refused with its reasons, in the same columns. */
export function PasteImport({ columns: given, template, backHref, send }: PasteImportProps) {
  const [read, setRead] = useState<ImportRead | null>(null)
  const [sent, setSent] = useState<number | null>(null)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  const [done, setDone] = useState<{ accepted: number; rejected: Rejected[] } | null>(null)
  const named: readonly { key: string; title: string }[] = IMPORT_TEMPLATES[template].columns
  const columns = given.map((column) => ({
    ...column,
    names: named.filter(({ key }) => key === column.key).map(({ title }) => title),
  }))
  const step = done ? 'done' : read ? 'check' : 'paste'

  async function run(whole: ImportRead) {
    const all = whole.rows
    let accepted = 0
    const rejected: Rejected[] = []
    for (let from = 0; from < all.length; from += batch) {
      setSent(from)
      const answer = await send(all.slice(from, from + batch))
      if (!answer.ok) {
        setProblem(answer.problem)
        // what was written stays written: only the rest is offered again
        setRead({ ...whole, rows: all.slice(from), lines: whole.lines.slice(from) })
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
  return (
    <div class="card stack">
      <ImportSteps at={step} />
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      {step === 'paste' && (
        <ImportSource
          columns={columns}
          template={{ href: addressOf('readTemplate', { kind: template }), name: `${template}.xlsx` }}
          backHref={backHref}
          onRows={(found) => {
            setRead(found)
            // here before the first row is written: what was refused must be shown whatever the network does then
            loadResult().catch(() => {})
          }}
        />
      )}
      {step === 'check' && read && (
        <ImportCheck
          columns={columns}
          {...read}
          sent={sent}
          onBack={() => setRead(null)}
          onConfirm={() => void run(read)}
        />
      )}
      {done && (
        <ImportResult
          columns={columns}
          template={template}
          rows={read?.rows ?? []}
          lines={read?.lines ?? []}
          {...done}
          backHref={backHref}
          onAgain={() => {
            setDone(null)
            setRead(null)
          }}
        />
      )}
    </div>
  )
}
