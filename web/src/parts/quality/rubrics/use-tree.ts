import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isComposing } from '../../../ui/ime.ts'
import { t } from '../../../words/words.ts'
import { type Criterion, changeAt, type Path, removeAt } from './rubric-tree.ts'
import {
  addBelow,
  duplicateAt,
  indentAt,
  keysOf,
  type Moved,
  moveAt,
  neighbourOf,
  outdentAt,
  pathOf,
} from './tree-moves.ts'

export type TreeStep = 'up' | 'down' | 'indent' | 'outdent' | 'duplicate'

export interface TreeEditing {
  criteria: readonly Criterion[]
  /** Key of the row that the toolbar works on. */
  current: string | null
  opened: ReadonlySet<string>
  /** What was done, for those who do not see it. */
  said: string
  pick: (key: string) => void
  toggle: (key: string) => void
  openAll: (open: boolean) => void
  change: (path: Path, change: Partial<Criterion>) => void
  add: (kind: Criterion['kind']) => void
  step: (step: TreeStep) => void
  remove: () => void
  /** What the current row could do. */
  can: (step: TreeStep) => boolean
  /** Puts the caret into a field of a row, opening its details when it stands there. */
  focus: (key: string, field: string) => void
  say: (text: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

export function fieldId(key: string, field: string): string {
  return `criterion-${key}-${field}`
}

const moves: Record<TreeStep, (nodes: readonly Criterion[], path: Path) => Moved> = {
  up: (nodes, path) => moveAt(nodes, path, -1),
  down: (nodes, path) => moveAt(nodes, path, 1),
  indent: indentAt,
  outdent: outdentAt,
  duplicate: duplicateAt,
}
/** With Alt and Shift held, as in the outline of a word processor. */
const keys: Readonly<Record<string, TreeStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
  KeyD: 'duplicate',
}
const inDetails: readonly string[] = ['source', 'nature', 'metric', 'vetoBy', 'help', 'target']

/** A field of a row: in the row itself by its id, in its details by what it is about. */
function fieldOf(key: string, field: string): HTMLElement | null {
  if (!inDetails.includes(field)) return document.getElementById(fieldId(key, field))
  return document.querySelector(`[data-pointer="${key}/${field}"] .control`)
}

const numberOf = (path: Path) => path.map((place) => place + 1).join('.')
function keyAt({ criteria, path }: NonNullable<Moved>): string {
  const [last = 0] = path.slice(-1)
  const row = path.slice(0, -1).reduce<readonly Criterion[]>((list, at) => list[at]?.children ?? [], criteria)
  return row[last]?.key ?? ''
}

/** Moves of the tree by buttons and keys; the caret stays with the row that was moved. */
export function useTree(
  criteria: readonly Criterion[],
  set: (criteria: Criterion[], mark?: string) => void,
  history: { undo: () => boolean; redo: () => boolean },
): TreeEditing {
  const [current, setCurrent] = useState<string | null>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [said, say] = useState('')
  const wanted = useRef<readonly [key: string, field: string] | null>(null)
  useLayoutEffect(() => {
    const field = wanted.current && fieldOf(...wanted.current)
    wanted.current = null
    field?.focus()
    field?.scrollIntoView({ block: 'nearest' })
  })
  const path = current === null ? null : pathOf(criteria, current)
  function come(moved: NonNullable<Moved>, text: string) {
    const key = keyAt(moved)
    set(moved.criteria)
    setCurrent(key)
    wanted.current = [key, 'title']
    say(text)
  }
  function step(one: TreeStep) {
    const moved = path && moves[one](criteria, path)
    if (!moved) return say(t('rubrics.cannot'))
    come(moved, t(`rubrics.done.${one}`, { number: numberOf(moved.path) }))
  }
  function add(kind: Criterion['kind']) {
    const moved = addBelow(criteria, path, kind)
    if (moved) come(moved, t('rubrics.done.add', { number: numberOf(moved.path) }))
  }
  function remove() {
    if (!path) return
    const next = neighbourOf(criteria, path)
    set(removeAt(criteria, path))
    setCurrent(next)
    if (next !== null) wanted.current = [next, 'title']
    say(t('rubrics.done.remove'))
  }
  function toRow(field: string, by: -1 | 1): boolean {
    const all = keysOf(criteria)
    const at = all.indexOf(current ?? '')
    for (let n = at + by; n >= 0 && n < all.length; n += by) {
      const goal = document.getElementById(fieldId(all[n] ?? '', field))
      if (!goal) continue
      goal.focus()
      return true
    }
    return false
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    const control = event.ctrlKey || event.metaKey
    const field = /-(title|max)$/.exec((event.target as HTMLElement).id)?.[1]
    const done = (): boolean => {
      if (event.altKey && event.shiftKey && !control) {
        const known = keys[event.key] ?? keys[event.code]
        if (known) step(known)
        else if (event.key === 'Delete' || event.key === 'Backspace') remove()
        else return false
        return true
      }
      if (control && !event.altKey && event.code === 'KeyZ') {
        const back = event.shiftKey ? history.redo() : history.undo()
        if (back) say(t(event.shiftKey ? 'rubrics.done.redo' : 'rubrics.done.undo'))
        return true
      }
      if (control && !event.altKey && event.code === 'KeyY') {
        if (history.redo()) say(t('rubrics.done.redo'))
        return true
      }
      if (event.altKey || control || event.shiftKey || field === undefined) return false
      if (event.key === 'Enter') add('leaf')
      else if (event.key === 'ArrowUp') return toRow(field, -1)
      else if (event.key === 'ArrowDown') return toRow(field, 1)
      else return false
      return true
    }
    if (done()) event.preventDefault()
  }
  return {
    criteria,
    current,
    opened,
    said,
    pick: setCurrent,
    toggle: (key) => {
      const next = new Set(opened)
      if (!next.delete(key)) next.add(key)
      setOpened(next)
    },
    openAll: (open) => setOpened(new Set(open ? keysOf(criteria) : [])),
    change: (at, change) => set(changeAt(criteria, at, change), `${at.join('.')}:${Object.keys(change).join()}`),
    add,
    step,
    remove,
    can: (one) => path !== null && moves[one](criteria, path) !== null,
    focus: (key, field) => {
      if (inDetails.includes(field)) setOpened(new Set([...opened, key]))
      setCurrent(key)
      wanted.current = [key, field]
    },
    say,
    onKeyDown,
  }
}
