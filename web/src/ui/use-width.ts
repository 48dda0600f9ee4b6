import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Width of the element in CSS pixels, so that a drawing keeps its type size on a phone. */
export function useWidth(initial = 560): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(initial)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    setWidth(element.clientWidth || initial)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth || initial))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
