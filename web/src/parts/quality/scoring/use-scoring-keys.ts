import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isComposing } from '../../../ui/ime.ts'

export interface ScoringActions {
  onSave: () => void
  onSubmit: () => void
  onHelp: () => void
  onNextSheet: () => void
  onPreviousSheet: () => void
  onMissing: () => void
  /** Opens the box for words of the criterion, and goes there. */
  onComment: (key: string) => void
}

/** The places that Enter goes through: the points or veto of each criterion in turn, and the general words at the end. */
function stops(box: HTMLElement): HTMLElement[] {
  const places = [
    ...box.querySelectorAll<HTMLElement>('.scoring-points input, .scoring-veto, .scoring-general textarea'),
  ]
  return places.flatMap((place) => {
    if (!place.classList.contains('scoring-veto')) return [place]
    const chosen = place.querySelector<HTMLElement>('input:checked') ?? place.querySelector<HTMLElement>('input')
    return chosen ? [chosen] : []
  })
}

/** Goes to a place and takes what stands there for typing over. */
export function goTo(field: HTMLElement | null | undefined): void {
  if (!field) return
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
  if (field instanceof HTMLInputElement && field.type === 'text') field.select()
}

function criterionOf(field: Element): string | undefined {
  return field.closest<HTMLElement>('[data-criterion]')?.dataset['criterion']
}

/** From criterion to criterion; from the words about one, too. Enter in words is a line break, Ctrl with Enter leaves them. */
function step(box: HTMLElement, from: Element, by: 1 | -1): boolean {
  const places = stops(box)
  const leaf = from.closest('.scoring-leaf')
  const at = places.findIndex((place) => place === from || (leaf !== null && place.closest('.scoring-leaf') === leaf))
  const next = places[at + by]
  if (at < 0 || !next) return false
  goTo(next)
  return true
}

function pageMaterial(box: HTMLElement, down: boolean): void {
  const pane = box.closest('.split')?.querySelector<HTMLElement>('.split-left')
  const scrolls = pane !== null && pane !== undefined && pane.scrollHeight > pane.clientHeight + 1
  const height = scrolls ? pane.clientHeight : window.innerHeight
  const by = (down ? 1 : -1) * height * 0.85
  if (scrolls) pane.scrollBy({ top: by })
  else window.scrollBy({ top: by })
}

/** The keyboard of the scoring screen. Alt with a letter goes by the key itself: a Mac types signs with it. */
export function useScoringKeys(box: RefObject<HTMLElement | null>, actions: ScoringActions): void {
  const now = useRef(actions)
  now.current = actions
  useEffect(() => {
    function typing(event: KeyboardEvent, sheet: HTMLElement, target: Element): boolean {
      const words = target instanceof HTMLTextAreaElement
      if (event.key === 'Enter' && (!words || event.ctrlKey || event.metaKey)) {
        // on a button Enter is its own
        if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) return false
        return step(sheet, target, event.shiftKey ? -1 : 1)
      }
      if (words && event.key === 'Escape') {
        const key = criterionOf(target)
        goTo(target.closest('.scoring-leaf')?.querySelector<HTMLElement>('.scoring-points input, .scoring-veto input'))
        return key !== undefined
      }
      if (words || event.ctrlKey || event.metaKey) return false
      if (event.key === 'c' || event.key === 'C') {
        const key = criterionOf(target)
        if (key !== undefined) now.current.onComment(key)
        return key !== undefined
      }
      if (event.key === 'PageDown' || event.key === 'PageUp') {
        pageMaterial(sheet, event.key === 'PageDown')
        return true
      }
      return false
    }
    function withAlt(event: KeyboardEvent, sheet: HTMLElement, target: Element): boolean {
      const { onSave, onSubmit, onNextSheet, onPreviousSheet, onMissing } = now.current
      const acts: Readonly<Record<string, () => void>> = {
        KeyS: onSave,
        KeyN: onNextSheet,
        KeyP: onPreviousSheet,
        KeyM: onMissing,
        Enter: onSubmit,
        NumpadEnter: onSubmit,
      }
      const act = acts[event.code]
      if (act) act()
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
        step(sheet, target, event.key === 'ArrowDown' ? 1 : -1)
      return act !== undefined || event.key === 'ArrowDown' || event.key === 'ArrowUp'
    }
    function press(event: KeyboardEvent) {
      const sheet = box.current
      const { target } = event
      if (sheet === null || !(target instanceof Element) || isComposing(event)) return
      // a dialog has its own keys
      if (document.querySelector('dialog[open]') !== null) return
      const inSheet = sheet.contains(target)
      const writes = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !inSheet)
      if (event.key === '?' || event.key === '？') {
        if (writes) return
        event.preventDefault()
        now.current.onHelp()
      } else if (event.altKey ? withAlt(event, sheet, target) : inSheet && typing(event, sheet, target))
        event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
