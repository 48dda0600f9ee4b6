import { useEffect, useRef, useState } from 'preact/hooks'
import { call, newKey, type OutputOf } from '../../call.ts'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { AutosaveMark, type AutosaveState } from '../../ui/autosave-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { upload } from '../../upload.ts'
import { formatSize } from '../../words/format.ts'
import { t } from '../../words/words.ts'

export type FollowUp = OutputOf<'readFollowUp'>

const restMs = 900
const mostBytes = 20 * 1024 * 1024

/** Files of a follow-up; the teacher may take one away while it waits. */
export function Evidence({ followUp, onRemove }: { followUp: FollowUp; onRemove?: (id: string) => void }) {
  const { district } = useActing()
  if (followUp.evidence.length === 0) return <p class="muted">{t('followUps.noEvidence')}</p>
  return (
    <ul class="stack">
      {followUp.evidence.map(({ id, name, size }) => (
        <li key={id} class="row">
          <a href={`/api/districts/${district}/follow-ups/${followUp.id}/documents/${id}`} download={name}>
            {name}
          </a>
          <span class="muted">{formatSize(size)}</span>
          {onRemove && (
            <Button size="small" kind="text" onClick={() => onRemove(id)}>
              {t('followUps.removeFile')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the teacher tells, saved by itself a moment after the last key. */
export function ReportForm({ followUp }: { followUp: FollowUp }) {
  const { district } = useActing()
  const { id } = followUp
  const [text, setText] = useState(followUp.report)
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' })
  const [busy, setBusy] = useState(false)
  const version = useRef(followUp.version)
  const saved = useRef(followUp.report)
  version.current = Math.max(version.current, followUp.version)
  async function save(report: string) {
    setState({ kind: 'saving' })
    const answer = await call('editFollowUp', { params: { district, id }, ifMatch: version.current, body: { report } })
    if (!answer.ok) return setState({ kind: answer.problem.code === 'version-stale' ? 'conflict' : 'failed' })
    version.current = answer.body.version
    saved.current = report
    setState({ kind: 'saved', at: Date.now() })
    refreshAll()
  }
  useEffect(() => {
    if (text === saved.current) return
    const timer = setTimeout(() => void save(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  async function add(files: File[]) {
    setBusy(true)
    for (const file of files) {
      const given = { params: { district, id }, file, idempotencyKey: newKey(), onProgress: () => undefined }
      const answer = await upload('attachFollowUpFile', given)
      if (!answer.ok)
        showToast({ kind: 'error', text: [answer.problem.title, ...Object.values(answer.problem.fields)].join('　') })
    }
    setBusy(false)
    refreshAll()
  }
  async function remove(file: string) {
    const answer = await call('removeFollowUpFile', {
      params: { district, id, document: file },
      ifMatch: version.current,
    })
    if (!answer.ok) showToast({ kind: 'error', text: answer.problem.title })
    refreshAll()
  }
  return (
    <section class="card stack">
      <Field label={t('followUps.report')} required help={t('followUps.reportHelp')}>
        {(link) => <Textarea {...link} rows={8} maxLength={4000} value={text} onChange={setText} />}
      </Field>
      <AutosaveMark state={state} />
      <Field label={t('followUps.evidence')} optional group>
        {() => (
          <>
            <Evidence followUp={followUp} onRemove={(file) => void remove(file)} />
            <FileDrop
              files={[]}
              multiple
              disabled={busy}
              maxBytes={mostBytes}
              accept=".pdf,.doc,.docx,.ppt,.pptx,.xls,.xlsx,.wps,.jpg,.jpeg,.png"
              help={t('followUps.evidenceHelp')}
              onAdd={(files) => void add(files)}
            />
          </>
        )}
      </Field>
    </section>
  )
}
