import './modal.css'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import { useModal } from './use-modal.ts'

export interface DialogProps {
  open: boolean
  title: string
  /** Escape, the cross, and whatever the caller puts into `actions`. */
  onClose: () => void
  children: ComponentChildren
  /** Buttons at the foot, the one that matters last. */
  actions?: ComponentChildren
  size?: 'normal' | 'wide' | undefined
  /** Class of a shape that is built on the dialog, as the drawer is. */
  shape?: string | undefined
}

export function Dialog({ open, title, onClose, children, actions, size = 'normal', shape = '' }: DialogProps) {
  const titleId = useId()
  const ref = useModal(open, onClose)
  return (
    <dialog
      ref={ref}
      class={`modal ${shape}${size === 'wide' ? ' modal-wide' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {open && (
        <>
          <div class="modal-head">
            <h2 id={titleId}>{title}</h2>
            <Button kind="text" icon="close" title={t('ui.close')} onClick={onClose} />
          </div>
          <div class="modal-body">{children}</div>
          {actions && <div class="modal-foot">{actions}</div>}
        </>
      )}
    </dialog>
  )
}
