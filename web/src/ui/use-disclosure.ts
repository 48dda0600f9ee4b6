import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Makes a `<details>` behave as a menu: closed by Escape, by a click elsewhere and by the focus leaving it; arrows move inside. */
export function useDisclosure(): RefObject<HTMLDetailsElement | null> {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const details = ref.current
    if (details === null) return
    function leave(event: Event) {
      if (details?.open && event.target instanceof Node && !details.contains(event.target)) details.open = false
    }
    function press(event: KeyboardEvent) {
      if (!details?.open) return
      if (event.key === 'Escape') {
        details.open = false
        details.querySelector('summary')?.focus()
        event.stopPropagation()
      }
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      const stops = Array.from(details.querySelectorAll('a, button, input'))
      const at = stops.indexOf(document.activeElement ?? details)
      const next = at + (event.key === 'ArrowDown' ? 1 : -1)
      const stop = stops[(Math.max(next, -1) + stops.length) % stops.length]
      if (stop instanceof HTMLElement) stop.focus()
      event.preventDefault()
    }
    document.addEventListener('click', leave)
    document.addEventListener('focusin', leave)
    details.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('click', leave)
      document.removeEventListener('focusin', leave)
      details.removeEventListener('keydown', press)
    }
  }, [])
  return ref
}
