import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { t } from '../../../words/words.ts'

/** The keys of the scoring screen, by what they do. */
export function ScoringKeys({ onClose }: { onClose: () => void }) {
  const keys: [keys: readonly string[], does: string][] = [
    [['Enter', 'Tab', 'Alt+↓'], t('scoring.key.next')],
    [['Shift+Enter', 'Shift+Tab', 'Alt+↑'], t('scoring.key.previous')],
    [['0–9', '.'], t('scoring.key.digits')],
    [['↑', '↓'], t('scoring.key.half')],
    [['C'], t('scoring.key.comment')],
    [['Esc', 'Ctrl+Enter'], t('scoring.key.back')],
    [['PageUp', 'PageDown'], t('scoring.key.page')],
    [['Alt+M'], t('scoring.key.missing')],
    [['Alt+N'], t('scoring.key.sheet')],
    [['Alt+P'], t('scoring.key.sheetBack')],
    [['Alt+S'], t('scoring.key.save')],
    [['Alt+Enter'], t('scoring.key.submit')],
    [['?'], t('scoring.key.help')],
  ]
  return (
    <Dialog
      open
      title={t('scoring.keysTitle')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('ui.close')}</Button>}
    >
      <dl class="scoring-keylist">
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
