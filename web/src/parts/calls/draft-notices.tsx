import './drafting.css'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FormFieldValue } from '../../ui/form-field-value.tsx'
import type { FormFinding } from '../../ui/form-finding.ts'
import { showToast } from '../../ui/toast.tsx'
import { formatYuan } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Application } from './application-moves.tsx'
import { drawnFields } from './contract-form.ts'
import type { FormChange } from './form-change.ts'

/** The form changed while it was filled: nothing typed is lost, and what is new is named. */
export function FormChangeNotice({ change, onSeen }: { change: FormChange; onSeen: () => void }) {
  const lines = [
    ['drafting.formAdded', change.added] as const,
    ['drafting.formChanged', change.changed] as const,
    ['drafting.formRemoved', change.removed] as const,
  ].filter(([, titles]) => titles.length > 0)
  return (
    <Callout
      kind="warning"
      title={t('drafting.formNew', { no: change.no })}
      actions={
        <Button size="small" onClick={onSeen}>
          {t('drafting.formSeen')}
        </Button>
      }
    >
      <p>{t('drafting.formKept')}</p>
      <ul class="draft-lines">
        {lines.map(([key, titles]) => (
          <li key={key}>{t(key, { titles: titles.join('、') })}</li>
        ))}
      </ul>
    </Callout>
  )
}

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

/** Goes to the field that a finding is about, or to the nearest that is drawn. */
function goTo(pointer: string): void {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const field = document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(at)}"]`)
    if (!field) continue
    field.scrollIntoView({ block: 'center' })
    field.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true })
    return
  }
}

interface FindingsProps {
  findings: readonly FormFinding[]
  titleOf: (pointer: string) => string
  /** Shows the step in which the fields stand. */
  onGo: () => void
}

/** Everything the live checks found, the blocking ones first, each leading to its field. */
export function FindingsSummary({ findings, titleOf, onGo }: FindingsProps) {
  if (findings.length === 0) return null
  const blocking = findings.filter(({ severity }) => severity === 'block')
  const all = [...blocking, ...findings.filter(({ severity }) => severity !== 'block')]
  const title =
    blocking.length > 0
      ? t('drafting.findingsBlock', { n: blocking.length })
      : t('drafting.findingsWarn', { n: findings.length })
  return (
    <Callout kind={blocking.length > 0 ? 'error' : 'warning'} title={title}>
      <ul class="draft-lines">
        {all.map(({ pointer, rule, severity, detail }) => (
          <li key={`${pointer} ${rule}`}>
            <button
              type="button"
              class="link"
              onClick={() => {
                onGo()
                requestAnimationFrame(() => goTo(pointer))
              }}
            >
              {titleOf(pointer)}
            </button>
            {`：${severity === 'block' ? '' : t('drafting.reminder')}${detail}`}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
