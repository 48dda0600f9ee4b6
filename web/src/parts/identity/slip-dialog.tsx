import './accounts.css'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { t } from '../../words/words.ts'

/** Prints a copy alone: the dialog stands in a cell or a head that paper leaves out. */
function printAlone(slip: HTMLElement): void {
  const sheet = document.createElement('div')
  sheet.className = 'print-sheet'
  sheet.append(slip.cloneNode(true))
  document.body.append(sheet)
  document.documentElement.classList.add('prints-sheet')
  window.addEventListener(
    'afterprint',
    () => {
      sheet.remove()
      document.documentElement.classList.remove('prints-sheet')
    },
    { once: true },
  )
  window.print()
}

interface SlipDialogProps {
  open: boolean
  title: string
  onClose: () => void
  children: ComponentChildren
}

/** A slip with a code that is shown this once, to be printed. */
export function SlipDialog({ open, title, onClose, children }: SlipDialogProps) {
  const slip = useRef<HTMLDivElement>(null)
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <Button kind="primary" icon="print" onClick={() => slip.current && printAlone(slip.current)}>
          {t('ui.print')}
        </Button>
      }
    >
      <div ref={slip}>{children}</div>
    </Dialog>
  )
}
