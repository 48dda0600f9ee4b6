import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import type { Sheet } from '../scoring/scoresheet-page.tsx'

export interface ConflictDeclarationProps {
  sheet: Sheet
  /** The way out for one who has a conflict. */
  children: ComponentChildren
}

/** Conflict of interest comes before content: plain words, a tick, and only then the material. */
export function ConflictDeclaration({ sheet, children }: ConflictDeclarationProps) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('declareNoConflict')
  const [read, setRead] = useState(false)
  async function declare() {
    const answer = await send({ params: { district, id: sheet.id }, body: {}, ifMatch: sheet.version })
    if (answer.ok) showToast({ kind: 'success', text: t('quality.declared') })
  }
  return (
    <section class="card stack declaration">
      <h2>{t('quality.declareFirst')}</h2>
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <p>{t('quality.declareIntro')}</p>
      <ol class="declaration-list">
        <li>{t('quality.conflictUnit')}</li>
        <li>{t('quality.conflictNamed')}</li>
        <li>{t('quality.conflictCoworker')}</li>
        <li>{t('quality.conflictKin')}</li>
        <li>{t('quality.conflictProject')}</li>
      </ol>
      {sheet.blind && <Callout>{t('quality.declareBlind')}</Callout>}
      <p>{t('quality.declareChoice')}</p>
      <Checkbox checked={read} onChange={setRead}>
        {t('quality.declareTick')}
      </Checkbox>
      <div class="row">
        <Button
          kind="primary"
          busy={busy}
          disabled={!read}
          title={read ? undefined : t('quality.tickFirst')}
          onClick={() => void declare()}
        >
          {t('quality.declare')}
        </Button>
        {children}
      </div>
    </section>
  )
}
