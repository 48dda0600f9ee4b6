import { useState } from 'preact/hooks'
import { inWeChat } from '../../frame/download.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { saveAnswer } from '../../frame/save-answer.ts'
import type { ProblemError } from '../../problem.ts'
import { Button, type ButtonProps } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { t } from '../../words/words.ts'

interface PurposeDownloadProps {
  label: string
  help: string
  kind?: ButtonProps['kind']
  /** Its address, and a body where it is asked for by POST. */
  ask: (purpose: string) => { address: string; body?: unknown }
}

const shortest = 2

/** A file with personal data: its purpose first, which the audit journal keeps. WeChat saves nothing and is told so before. */
export function PurposeDownload({ label, help, kind, ask }: PurposeDownloadProps) {
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  async function save() {
    setBusy(true)
    const { address, body } = ask(purpose.trim())
    const refused = await saveAnswer(address, body)
    setBusy(false)
    setProblem(refused ?? undefined)
    if (refused) return
    setAsking(false)
    showToast({ kind: 'success', text: t('frame.exported') })
  }
  return (
    <>
      <Button
        kind={kind}
        icon="download"
        onClick={() => {
          if (inWeChat()) return showToast({ text: t('shell.wechat') })
          setPurpose('')
          setProblem(undefined)
          setAsking(true)
        }}
      >
        {label}
      </Button>
      <FormDialog
        open={asking}
        title={label}
        confirmLabel={t('frame.export')}
        ready={purpose.trim().length >= shortest}
        busy={busy}
        problem={problem}
        onSubmit={() => void save()}
        onClose={() => setAsking(false)}
      >
        <p>{help}</p>
        <Field label={t('frame.purpose')} required>
          {(link) => <TextInput {...link} value={purpose} onChange={setPurpose} maxLength={100} />}
        </Field>
      </FormDialog>
    </>
  )
}
