import type { OutputOf } from '../../call.ts'
import { Icon } from '../../ui/icon.tsx'
import { t } from '../../words/words.ts'

type Finding = OutputOf<'listGuests'>['items'][number]['findings'][number]

/** What a training would repeat or clash with, line by line; whether it blocks is said in words; `passed`: the office let it. */
export function FindingList({ findings, passed }: { findings: readonly Finding[]; passed?: boolean | undefined }) {
  if (findings.length === 0) return <>{t('offers.noFindings')}</>
  return (
    <ul class="findings">
      {findings.map(({ rule, mode, with: other, detail }) => (
        <li key={`${rule} ${other.id}`} class={`finding finding-${passed ? 'warn' : mode}`}>
          <Icon name={mode === 'block' && !passed ? 'error' : 'warn'} size={14} />
          <span>
            {mode === 'block' && !passed && <strong>{`${t('offers.blocks')}　`}</strong>}
            {`${other.title}：${detail}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
