import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { t } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import { type Criterion, natureOf } from '../rubrics/rubric-tree.ts'
import { placesOf, type SheetDraft } from '../scoring/sheet-draft.ts'
import type { SheetConflict } from '../scoring/use-sheet-saver.ts'

export interface SheetConflictDialogProps {
  conflict: SheetConflict
  mine: SheetDraft
  leaves: readonly Criterion[]
  /** Gets the places for which theirs is taken. */
  onResolve: (takeTheirs: readonly string[]) => void
  /** To look at one's own sheet once more; the conflict stays. */
  onClose: () => void
}

/** Both values of every place that two windows filled in differently; nothing is overwritten until one is chosen. */
export function SheetConflictDialog({ conflict, mine, leaves, onResolve, onClose }: SheetConflictDialogProps) {
  const [takeTheirs, setTakeTheirs] = useState<readonly string[]>([])
  const { theirs, places } = conflict
  const leafOf = (place: string) => leaves.find(({ key }) => key === place.slice(place.indexOf('/') + 1))
  function titleOf(place: string): string {
    if (place === 'comment') return t('scoring.generalComment')
    const title = leafOf(place)?.title ?? place
    return place.startsWith('comments/') ? t('scoring.commentOn', { title }) : title
  }
  function shown(place: string, from: SheetDraft): string {
    const value = placesOf(from)[place]
    if (value === undefined) return t('scoring.empty')
    if (typeof value === 'string') return value
    const leaf = leafOf(place)
    if (leaf && natureOf(leaf) === 'veto') return value > 0 ? t('quality.vetoRaised') : t('quality.vetoClear')
    return `${pointsText(value)} ${t('quality.points')}`
  }
  function choice(place: string, which: 'mine' | 'theirs') {
    const on = takeTheirs.includes(place) === (which === 'theirs')
    return (
      <label class={`scoring-side${on ? ' scoring-side-on' : ''}`}>
        <input
          type="radio"
          name={`conflict-${place}`}
          checked={on}
          onChange={() =>
            setTakeTheirs(which === 'theirs' ? [...takeTheirs, place] : takeTheirs.filter((one) => one !== place))
          }
        />
        <span>
          <strong>{which === 'mine' ? t('scoring.mineIs') : t('scoring.theirsIs')}</strong>
          <span class="scoring-text">{shown(place, which === 'mine' ? mine : theirs)}</span>
        </span>
      </label>
    )
  }
  return (
    <Dialog
      open
      size="wide"
      title={t('scoring.conflict')}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={() => onResolve(takeTheirs)}>
          {t('scoring.keepChosen')}
        </Button>
      }
    >
      <p>{t('scoring.conflictHelp')}</p>
      {places.map((place) => (
        <fieldset key={place} class="scoring-sides">
          <legend>{titleOf(place)}</legend>
          {choice(place, 'mine')}
          {choice(place, 'theirs')}
        </fieldset>
      ))}
    </Dialog>
  )
}
