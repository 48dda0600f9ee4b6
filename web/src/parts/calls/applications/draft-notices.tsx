import './drafting.css'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import type { FormFinding } from '../../../ui/form-finding.ts'
import { t } from '../../../words/words.ts'
import type { FormChange } from '../design/form-change.ts'

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
