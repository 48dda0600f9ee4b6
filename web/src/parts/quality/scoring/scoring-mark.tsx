import '../../../ui/autosave-mark.css'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { formatTime } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { SheetMark } from './use-sheet-saver.ts'

function say(mark: SheetMark): string {
  switch (mark.kind) {
    case 'saved':
      return t('scoring.saved', { time: formatTime(mark.at) })
    case 'saving':
      return t('scoring.saving')
    case 'retrying':
      return t('scoring.retrying')
    case 'offline':
      return t('scoring.offline')
    case 'invalid':
      return t('scoring.notStored')
    case 'conflict':
      return t('scoring.conflictMark')
    case 'refused':
      return t('scoring.refusedMark')
    default:
      return ''
  }
}

const icons: Readonly<Partial<Record<SheetMark['kind'], IconName>>> = { saved: 'done', saving: 'cloud' }
const looks: Readonly<Partial<Record<SheetMark['kind'], string>>> = {
  saved: 'saved',
  saving: 'saving',
  conflict: 'conflict',
}

/** 已保存 09:30 / 未保存，正在重试: where the scores are now. */
export function ScoringMark({ mark }: { mark: SheetMark }) {
  return (
    <span class={`autosave autosave-${mark.kind === 'idle' ? 'idle' : (looks[mark.kind] ?? 'failed')}`} role="status">
      {mark.kind !== 'idle' && <Icon name={icons[mark.kind] ?? 'warn'} size={14} />}
      {say(mark)}
    </span>
  )
}
