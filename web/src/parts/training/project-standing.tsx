import './agreements.css'
import type { OutputOf } from '../../call.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Project } from './project-page.tsx'

type Lines = OutputOf<'readProjectHistory'>['items'] | undefined

/** Why the project stands still or is over, and what waits for a decision: the first thing that its reader needs. */
export function ProjectStanding({ project, history }: { project: Project; history: Lines }) {
  const { state, openAmendmentId } = project
  const stopped = state === 'suspended' || state === 'terminated'
  const line = stopped ? history?.find(({ to }) => to === state) : undefined
  return (
    <div class="project-standing stack">
      {stopped && (
        <Callout kind={state === 'terminated' ? 'error' : 'warning'} title={t(`archive.${state}`)}>
          {line && t('archive.because', { reason: line.note ?? '', who: line.actor, at: formatInstant(line.at) })}
        </Callout>
      )}
      {openAmendmentId !== null && (
        <Callout
          kind="warning"
          title={t('amendments.waitingTitle')}
          actions={
            <Button size="small" href={`/amendments/${openAmendmentId}`}>
              {t('amendments.see')}
            </Button>
          }
        >
          {t('amendments.waitingHelp')}
        </Callout>
      )}
    </div>
  )
}
