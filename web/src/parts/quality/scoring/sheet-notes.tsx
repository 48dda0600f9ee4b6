import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { t } from '../../../words/words.ts'
import type { Sheet } from './scoresheet-page.tsx'

/** What its expert has to know of a sheet before anything else: opened again, late, taken away, or past change. */
export function SheetNotes({ sheet }: { sheet: Sheet }) {
  const { role } = useActing()
  const { state, reopenNote, dueOn, late, panelState, rubricRetired } = sheet
  const open = state === 'assigned' || state === 'declared'
  return (
    <div class="stack scoring-notes">
      {state === 'recused' && (
        <Callout
          title={t('quality.recused')}
          actions={
            role === 'expert' && (
              <Button size="small" href="/experts/own">
                {t('quality.keepTie')}
              </Button>
            )
          }
        >
          {role === 'expert' ? t('quality.recusedHelp') : t('quality.givenUpHelp')}
          {role === 'expert' && t('quality.keepTieHelp')}
        </Callout>
      )}
      {(state === 'replaced' || state === 'voided') && (
        <Callout kind="warning" title={t(`scoresheet.${state}`)}>
          {role === 'expert' ? t('quality.recusedHelp') : t('quality.givenUpHelp')}
        </Callout>
      )}
      {open && reopenNote !== null && (
        <Callout kind="warning" title={t('scoring.reopenedTitle')}>
          {t('scoring.reopenedHelp', { note: reopenNote })}
        </Callout>
      )}
      {open && panelState === 'concluded' && <Callout kind="warning">{t('scoring.concluded')}</Callout>}
      {open && panelState === 'scoring' && dueOn !== null && (
        <Callout kind={late ? 'warning' : 'info'}>
          {late ? t('scoring.lateNow', { day: dueOn }) : t('scoring.dueOn', { day: dueOn })}
        </Callout>
      )}
      {rubricRetired && sheet.rubric && <Callout>{t('scoring.rubricRetired')}</Callout>}
    </div>
  )
}
