import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled])'

/** What the dialog asks for comes before its cross. */
const fields = '.modal-body input:not([disabled]), .modal-body select, .modal-body textarea'

/** For browsers without a modal dialog: Tab goes round inside, Escape closes. */
function holdFocus(dialog: HTMLElement, onClose: () => void): () => void {
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Tab') return
    const stops = Array.from(dialog.querySelectorAll<HTMLElement>(focusable))
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1]
    if (edge !== document.activeElement && dialog.contains(document.activeElement)) return
    event.preventDefault()
    const next = event.shiftKey ? stops[stops.length - 1] : stops[0]
    next?.focus()
  }
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

function show(dialog: HTMLDialogElement, onClose: () => void): () => void {
  if (typeof dialog.showModal === 'function') {
    dialog.showModal()
    dialog.querySelector<HTMLElement>(fields)?.focus()
    return () => dialog.open && dialog.close()
  }
  dialog.setAttribute('open', '')
  dialog.setAttribute('role', 'dialog')
  dialog.setAttribute('aria-modal', 'true')
  dialog.classList.add('modal-plain')
  const first = dialog.querySelector<HTMLElement>(fields) ?? dialog.querySelector<HTMLElement>(focusable)
  first?.focus()
  const release = holdFocus(dialog, onClose)
  return () => {
    release()
    dialog.removeAttribute('open')
  }
}

/** Opens the dialog while `open`, keeps the page behind from scrolling, and gives the focus back to where it was. */
export function useModal(open: boolean, onClose: () => void): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null)
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    const dialog = ref.current
    if (!open || dialog === null) return
    const before = document.activeElement
    const hide = show(dialog, () => latest.current())
    const scroll = document.body.style.overflow
    document.body.style.overflow = 'hidden'
    return () => {
      hide()
      document.body.style.overflow = scroll
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open])
  return ref
}
