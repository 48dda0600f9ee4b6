import './autosave-mark.css'
import { formatTime } from '../words/format.ts'
import { t } from '../words/words.ts'
import { Icon } from './icon.tsx'

export type AutosaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string | number }
  | { kind: 'failed' }
  | { kind: 'conflict' }

function say(state: AutosaveState): string {
  if (state.kind === 'saving') return t('ui.saving')
  if (state.kind === 'saved') return t('ui.savedAt', { time: formatTime(state.at) })
  if (state.kind === 'failed') return t('ui.saveFailed')
  return state.kind === 'conflict' ? t('ui.saveConflict') : ''
}

/** 已保存 09:30, beside the buttons of a long form. */
export function AutosaveMark({ state }: { state: AutosaveState }) {
  const mark = state.kind === 'saved' ? 'done' : state.kind === 'saving' ? 'cloud' : 'warn'
  return (
    <span class={`autosave autosave-${state.kind}`} role="status">
      {state.kind !== 'idle' && <Icon name={mark} size={14} />}
      {say(state)}
    </span>
  )
}
