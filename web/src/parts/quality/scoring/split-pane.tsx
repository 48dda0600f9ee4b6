import '../../../ui/tabs.css'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useStoredList } from '../../../ui/use-stored-list.ts'
import { t } from '../../../words/words.ts'

interface SplitPaneProps {
  /** Remembers the width under this name. */
  storageKey: string
  left: ComponentChildren
  right: ComponentChildren
  /** What the two sides are called on a phone, where one of them is shown. */
  titles: readonly [left: string, right: string]
}

const least = 30
const most = 75
const usual = 60
const bounded = (share: number) => Math.min(most, Math.max(least, Math.round(share)))

/** Two panes beside each other with a bar between them that mouse, finger and arrow keys move; on a phone two tabs. */
export function SplitPane({ storageKey, left, right, titles }: SplitPaneProps) {
  const box = useRef<HTMLDivElement>(null)
  const [[kept], keep] = useStoredList(storageKey, [String(usual)])
  const [shown, setShown] = useState<'left' | 'right'>('right')
  const share = bounded(Number(kept) || usual)
  function drag(event: PointerEvent) {
    const area = box.current?.getBoundingClientRect()
    if (!area || event.buttons === 0) return
    keep([String(bounded(((event.clientX - area.left) / area.width) * 100))])
  }
  function press(event: KeyboardEvent) {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: share - 2,
      ArrowRight: share + 2,
      Home: least,
      End: most,
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    keep([String(bounded(to))])
  }
  return (
    <div class="split" ref={box} style={{ '--split': `${share}%` }} data-shown={shown}>
      <fieldset class="split-tabs">
        <legend class="visually-hidden">{t('scoring.split')}</legend>
        {(['left', 'right'] as const).map((side, at) => (
          <button key={side} type="button" class="tab" aria-pressed={shown === side} onClick={() => setShown(side)}>
            {titles[at]}
          </button>
        ))}
      </fieldset>
      <div class="split-side split-left">{left}</div>
      <hr
        class="split-bar"
        {...{ tabIndex: 0, role: 'separator' as const }}
        aria-orientation="vertical"
        aria-label={t('scoring.split')}
        aria-valuenow={share}
        aria-valuemin={least}
        aria-valuemax={most}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
        onDblClick={() => keep(null)}
      />
      <div class="split-side split-right">{right}</div>
    </div>
  )
}
