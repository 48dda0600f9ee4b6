import './workbench.css'
import type { OutputOf } from '../../call.ts'
import { Button } from '../../ui/button.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { showToast } from '../../ui/toast.tsx'
import { formatDate, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

type Digest = OutputOf<'readDigest'>

/** Over plain http and in some old browsers there is no clipboard: the text is then shown for copying by hand. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ kind: 'success', text: t('workbench.copied') })
  } catch {
    window.prompt(t('workbench.copyByHand'), text)
  }
}

function taskWord(kind: string, label: string): string {
  const word = wordFor('task', kind)
  return word === kind ? label : word
}

/** 待办摘要: how much waits, how much of it is late, and of which kinds. */
export function DigestCard({ digest }: { digest: Digest }) {
  const { day, total, overdue, dueSoon, groups, more, text } = digest
  if (total === 0) return null
  return (
    <section class="card">
      <div class="card-head">
        <h2>{t('workbench.digest', { day: formatDate(day) })}</h2>
        <Button size="small" onClick={() => void copy(text)}>
          {t('workbench.copy')}
        </Button>
      </div>
      <div class="digest-figures">
        <StatCard
          label={t('menu.tasks')}
          value={`${formatNumber(total)}${more ? '+' : ''}`}
          unit={t('workbench.items')}
        />
        <StatCard
          label={t('workbench.overdue')}
          value={formatNumber(overdue)}
          unit={t('workbench.items')}
          waiting={overdue > 0}
        />
        <StatCard label={t('workbench.soon')} value={formatNumber(dueSoon)} unit={t('workbench.items')} />
      </div>
      <ul class="digest-kinds">
        {groups.map((group) => (
          <li key={group.kind}>
            {taskWord(group.kind, group.label)}{' '}
            <span class="muted">
              {group.overdue > 0
                ? t('workbench.kindOverdue', { n: group.n, overdue: group.overdue })
                : t('workbench.kindCount', { n: group.n })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
