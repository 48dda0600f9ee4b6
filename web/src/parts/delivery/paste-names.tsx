import { useState } from 'preact/hooks'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { pastedNames } from './pasted-names.ts'

type Found = { teacherId: string; name: string }

interface PasteNamesProps {
  open: boolean
  cohort: string
  onClose: () => void
  onRead: (found: readonly Found[]) => void
}

/** A pasted list of names becomes a choice of teachers; lines that mean nobody, or two, are told and stay in the box. */
export function PasteNames({ open, cohort, onClose, onRead }: PasteNamesProps) {
  const { district } = useActing()
  const read = useSend('nominateTeachers')
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly Found[]>([])
  const [unknown, setUnknown] = useState<readonly { row: number; name: string; problem: string }[]>([])
  const names = pastedNames(text)

  function close(taken: readonly Found[]) {
    setText('')
    setFound([])
    setUnknown([])
    read.clear()
    if (taken.length > 0) onRead(taken)
    else onClose()
  }
  async function run() {
    const answer = await read.send({ params: { district, id: cohort }, body: { pasted: names, dryRun: true } })
    if (!answer.ok) return
    const taken = [...found, ...answer.body.items.map(({ teacherId, name }) => ({ teacherId, name }))]
    if (answer.body.unknown.length === 0) return close(taken)
    setFound(taken)
    setUnknown(answer.body.unknown)
    // what was recognised need not be read again
    setText(
      answer.body.unknown
        .map(({ row }) => names[row - 1])
        .map((one) => `${one?.name ?? ''} ${one?.tail ?? ''}`.trim())
        .join('\n'),
    )
  }
  return (
    <FormDialog
      open={open}
      title={t('enrol.paste')}
      confirmLabel={t('enrol.pasteRead')}
      ready={names.length > 0}
      busy={read.busy}
      problem={read.problem}
      onSubmit={() => void run()}
      onClose={() => close(found)}
    >
      <Field label={t('enrol.pasteRows')} required help={t('enrol.pasteHelp')}>
        {(link) => <Textarea {...link} value={text} onChange={setText} rows={8} />}
      </Field>
      {unknown.length > 0 && (
        <Callout kind="warning" title={t('enrol.unknown', { n: unknown.length })}>
          <ul>
            {unknown.map(({ row, name, problem }) => (
              <li key={row}>{t('enrol.unknownRow', { row, name, problem })}</li>
            ))}
          </ul>
        </Callout>
      )}
    </FormDialog>
  )
}
