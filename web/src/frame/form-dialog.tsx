import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { ProblemError } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { t } from '../words/words.ts'

interface FormDialogProps {
  open: boolean
  title: string
  confirmLabel: string
  ready: boolean
  busy: boolean
  problem?: ProblemError | undefined
  size?: 'normal' | 'wide' | undefined
  onSubmit: () => void
  onClose: () => void
  children: ComponentChildren
}

/** A short form in a dialog; what was refused stands above its fields. */
export function FormDialog({
  open,
  title,
  confirmLabel,
  ready,
  busy,
  problem,
  size,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const id = useId()
  return (
    <Dialog
      open={open}
      title={title}
      size={size}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={id} busy={busy} disabled={!ready}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) onSubmit()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        {children}
      </form>
    </Dialog>
  )
}
