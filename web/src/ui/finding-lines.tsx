import './finding-lines.css'
import { t } from '../words/words.ts'
import type { FormFinding } from './form-finding.ts'
import { Icon } from './icon.tsx'

/** Findings as lines: whether one must be changed is said in words, not in colour alone. */
export function FindingLines({ findings }: { findings: readonly FormFinding[] }) {
  if (findings.length === 0) return null
  return (
    <div role="status">
      <ul class="findings">
        {findings.map(({ pointer, rule, severity, detail }) => (
          <li key={`${pointer} ${rule}`} class={`finding finding-${severity}`}>
            <Icon name={severity === 'block' ? 'error' : 'warn'} size={14} />
            <span>
              <strong>{severity === 'block' ? t('ui.mustFix') : t('ui.reminder')}</strong>
              {`　${detail}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
