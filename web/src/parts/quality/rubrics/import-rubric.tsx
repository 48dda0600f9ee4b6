import './rubrics.css'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { addressOf, newKey, type OutputOf } from '../../../call.ts'
import { inWeChat } from '../../../frame/download.ts'
import { workbookBytes } from '../../../frame/read-workbook.ts'
import { saveAnswer } from '../../../frame/save-answer.ts'
import type { ProblemError } from '../../../problem.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Field } from '../../../ui/field.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import type { FileItem } from '../../../ui/file-item.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { upload } from '../../../upload.ts'
import { useSend } from '../../../use-send.ts'
import { t, wordFor } from '../../../words/words.ts'
import { fixedPoints } from '../hundredths.ts'
import { leavesOf, weightOf } from './rubric-tree.ts'
import { RubricView } from './rubric-view.tsx'
import { keysOf } from './tree-moves.ts'

type Checked = OutputOf<'checkRubricFile'>

function Places({ places }: { places: Checked['problems'] }) {
  return (
    <DataTable
      caption={t('rubrics.problem')}
      rows={places}
      rowKey={(one) => `${one.sheet} ${one.row} ${one.column} ${one.problem}`}
      columns={[
        { key: 'sheet', title: t('rubrics.sheet'), render: ({ sheet }) => sheet, nowrap: true },
        { key: 'row', title: t('rubrics.row'), render: ({ row }) => row, align: 'right' },
        { key: 'column', title: t('rubrics.column'), render: ({ column }) => column, nowrap: true },
        { key: 'detail', title: t('rubrics.problem'), render: ({ detail }) => detail, card: 'title' },
      ]}
    />
  )
}

/** What was read: what cannot be, what is unfinished, and the rubric itself. */
function Found({ file, checked }: { file: File; checked: Checked }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('createRubric')
  const { document: found, problems, incomplete, notes } = checked
  const marked = async () => {
    const form = new FormData()
    form.append('file', file)
    const refused = await saveAnswer(addressOf('markRubricFile'), form)
    if (refused) showToast({ kind: 'error', text: `${refused.title}。${refused.detail}` })
  }
  async function create() {
    if (!found) return
    const answer = await send({ params: { district }, body: found })
    if (answer.ok) route(`/rubrics/${answer.body.id}/edit`)
  }
  const places = [...problems, ...incomplete]
  const criteria = found?.body.criteria ?? []
  const leaves = leavesOf(criteria)
  const title = found
    ? t('rubrics.importFound', {
        title: found.body.title || t('rubrics.untitled'),
        groups: keysOf(criteria).length - leaves.length,
        leaves: leaves.length,
        sum: fixedPoints(weightOf(criteria)),
      })
    : t('rubrics.importRefused', { n: problems.length })
  return (
    <>
      <Callout
        kind={found ? (incomplete.length > 0 ? 'warning' : 'success') : 'error'}
        title={title}
        actions={
          places.length > 0 &&
          !inWeChat() && (
            <Button size="small" icon="download" onClick={() => void marked()}>
              {t('rubrics.marked')}
            </Button>
          )
        }
      >
        {!found && t('rubrics.importRefusedHelp')}
        {found && incomplete.length > 0 && t('rubrics.importIncomplete', { n: incomplete.length })}
        {found && incomplete.length === 0 && t('rubrics.importSound')}
      </Callout>
      {notes.map((note) => (
        <Callout key={note} kind="warning">
          {note}
        </Callout>
      ))}
      {problem && (
        <Callout kind="error" title={problem.title}>
          {[problem.detail, ...Object.values(problem.fields)].join('　')}
        </Callout>
      )}
      {places.length > 0 && <Places places={places} />}
      {found && (
        <>
          <div class="row">
            <span class="muted">{wordFor('purpose', found.purpose)}</span>
            <Button kind="primary" busy={busy} onClick={() => void create()}>
              {t('rubrics.importConfirm')}
            </Button>
          </div>
          <RubricView rubric={found.body} />
        </>
      )}
    </>
  )
}

/** 导入: a file is checked, told by row and column, and becomes a draft when one says so. */
export function ImportRubric() {
  const [item, setItem] = useState<FileItem | null>(null)
  const [read, setRead] = useState<{ file: File; checked: Checked } | null>(null)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  async function check(file: File) {
    const shown = { id: newKey(), name: file.name, size: file.size }
    setItem({ ...shown, progress: 0 })
    setRead(null)
    setProblem(undefined)
    const onProgress = (progress: number) => setItem({ ...shown, progress })
    const answer = await upload('checkRubricFile', { params: {}, file, idempotencyKey: newKey(), onProgress })
    setItem(null)
    if (answer.ok) setRead({ file, checked: answer.body })
    else setProblem(answer.problem)
  }
  return (
    <>
      <PageHead
        title={t('rubrics.importTitle')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.rubrics'), href: '/rubrics' },
          { label: t('rubrics.importTitle') },
        ]}
        help={t('rubrics.importHelp')}
        actions={
          inWeChat() ? (
            t('shell.wechat')
          ) : (
            <Button icon="download" download={t('rubrics.importTitle')} href={addressOf('readRubricTemplate')}>
              {t('rubrics.template')}
            </Button>
          )
        }
      />
      <section class="card stack">
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        <Field label={t('rubrics.importFile')} help={t('rubrics.importFileHelp')}>
          {(link) => (
            <FileDrop
              {...link}
              files={item ? [item] : []}
              disabled={item !== null}
              accept=".xlsx,.csv,.json"
              maxBytes={workbookBytes}
              onAdd={([chosen]) => chosen && void check(chosen)}
            />
          )}
        </Field>
        {read && <Found key={read.file.name} {...read} />}
      </section>
    </>
  )
}
