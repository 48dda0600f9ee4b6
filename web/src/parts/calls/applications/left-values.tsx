import './drafting.css'
import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { FormFieldValue } from '../../../ui/form-field-value.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { formatYuan } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { drawnFields } from '../design/contract-form.ts'
import type { Application } from './application-moves.tsx'

type Left = Application['leftValues'][number]

/** Text of an answer for the clipboard: rows by lines, cells by tabs, as tables are pasted. */
function plainText({ field, value }: Left): string {
  if (Array.isArray(value))
    return value
      .map((row) =>
        Object.values(row)
          .map((cell) => cell ?? '')
          .join('\t'),
      )
      .join('\n')
  return field.type === 'money' && typeof value === 'number' ? formatYuan(value) : String(value ?? '')
}

async function copy(left: Left): Promise<void> {
  try {
    await navigator.clipboard.writeText(plainText(left))
    showToast({ text: t('drafting.copied') })
  } catch {
    // closed on plain http and in some embedded browsers: the text stands there to be selected
    showToast({ text: t('drafting.copyByHand') })
  }
}

/** Answers that the form has no place for any more: to be read and copied, until a person lets them go. */
export function LeftValues({ left, onLetGo }: { left: readonly Left[]; onLetGo: (place: number) => Promise<void> }) {
  const [leaving, setLeaving] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  if (left.length === 0) return null
  async function letGo(place: number) {
    setBusy(true)
    await onLetGo(place)
    setBusy(false)
    setLeaving(null)
  }
  return (
    <section class="left-values" aria-labelledby="left-values-title">
      <h2 id="left-values-title">{t('drafting.left', { n: left.length })}</h2>
      <p class="muted">{t('drafting.leftHelp')}</p>
      {left.map((one, place) => (
        <article key={`${place} ${one.field.key}`} class="left-value">
          <div class="left-head">
            <strong>{one.field.title}</strong>
            <div class="row">
              <Button size="small" onClick={() => void copy(one)}>
                {t('drafting.copy')}
              </Button>
              <Button size="small" kind="text" onClick={() => setLeaving(place)}>
                {t('drafting.letGo')}
              </Button>
            </div>
          </div>
          <div class="left-text">
            {drawnFields([one.field]).map((field) => (
              <FormFieldValue key={field.key} field={field} value={one.value} />
            ))}
          </div>
        </article>
      ))}
      <ConfirmDialog
        open={leaving !== null}
        danger
        busy={busy}
        title={t('drafting.letGoTitle')}
        message={t('drafting.letGoHelp', { title: left[leaving ?? 0]?.field.title ?? '' })}
        confirmLabel={t('drafting.letGo')}
        onConfirm={() => leaving !== null && void letGo(leaving)}
        onClose={() => setLeaving(null)}
      />
    </section>
  )
}
