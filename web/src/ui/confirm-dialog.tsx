import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { Textarea } from './textarea.tsx'

interface ConfirmNote {
  label: string
  required?: boolean | undefined
  help?: string | undefined
  maxLength?: number | undefined
}

export interface ConfirmDialogProps {
  open: boolean
  title: string
  /** What will happen, and whether it can be undone. */
  message: ComponentChildren
  /** The verb itself, as 退回修改, rather than 确定. */
  confirmLabel?: string | undefined
  danger?: boolean | undefined
  note?: ConfirmNote | undefined
  busy?: boolean | undefined
  /** What the server refused, shown in the dialog. */
  error?: string | undefined
  onConfirm: (note: string) => void
  onClose: () => void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, message, confirmLabel, danger, note, busy, error, onConfirm, onClose } = props
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    setText('')
    setAsked(false)
  }, [open])
  const missing = note?.required === true && text.trim() === ''

  function confirm() {
    setAsked(true)
    if (!missing) onConfirm(text.trim())
    else body.current?.querySelector('textarea')?.focus()
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('ui.cancel')}</Button>
      <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={confirm}>
        {confirmLabel ?? t('ui.confirm')}
      </Button>
    </>
  )
  return (
    <Dialog open={open} title={title} onClose={onClose} actions={actions}>
      <div class="stack" ref={body}>
        <div class={`confirm-text${danger ? ' confirm-danger' : ''}`}>
          <Icon name={danger ? 'warn' : 'info'} size={20} />
          <div>{message}</div>
        </div>
        {note && (
          <Field
            label={note.label}
            required={note.required}
            help={note.help}
            error={asked && missing ? t('ui.noteRequired') : undefined}
          >
            {(link) => <Textarea {...link} value={text} onChange={setText} maxLength={note.maxLength} rows={3} />}
          </Field>
        )}
        {error && (
          <div class="field-error" role="alert">
            <Icon name="error" size={14} />
            <span>{error}</span>
          </div>
        )}
      </div>
    </Dialog>
  )
}
