import './toast.css'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export interface Toast {
  text: string
  kind?: 'info' | 'success' | 'error' | undefined
}

interface Shown extends Toast {
  id: number
}

const marks = { info: 'info', success: 'done', error: 'error' } as const
let listener: ((toast: Shown) => void) | null = null
let last = 0

/** Says what just happened; an error stays twice as long. Needs one `ToastHost` on the page. */
export function showToast(toast: Toast): void {
  last += 1
  listener?.({ ...toast, id: last })
}

export function ToastHost() {
  const [toasts, setToasts] = useState<readonly Shown[]>([])
  function drop(id: number) {
    setToasts((before) => before.filter((toast) => toast.id !== id))
  }
  useEffect(() => {
    listener = (toast) => {
      setToasts((before) => [...before.slice(-2), toast])
      setTimeout(() => drop(toast.id), toast.kind === 'error' ? 10_000 : 5_000)
    }
    return () => {
      listener = null
    }
  }, [])
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text, kind = 'info' }) => (
        <div key={id} class={`toast toast-${kind}`}>
          <Icon name={marks[kind]} />
          <span>{text}</span>
          <Button kind="text" size="small" icon="close" title={t('ui.close')} onClick={() => drop(id)} />
        </div>
      ))}
    </div>
  )
}
