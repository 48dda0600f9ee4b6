import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { heldSheets, sheetsIn } from './scoring-sheets.ts'
import { progressText } from './sheet-list.tsx'

/** One panel with how far its expert is, and the way in. */
function OwnPanel({ id }: { id: string }) {
  const { district } = useActing()
  const { data } = useQuery('readScoring', { params: { district, id } })
  if (!data) return null
  const sealed = sheetsIn(data, 'sealed').length
  const total = heldSheets(data).length
  return (
    <section class="card stack">
      <h2>{data.callTitle}</h2>
      <p class="muted">{t('scoring.byRubric', { title: data.rubricTitle })}</p>
      {data.dueOn !== null && data.state === 'scoring' && (
        <p class="muted">
          {data.overdue ? t('scoring.lateNow', { day: data.dueOn }) : t('scoring.dueOn', { day: data.dueOn })}
        </p>
      )}
      <ProgressBar value={sealed} max={total} tone={sealed >= total ? 'done' : 'normal'} label={progressText(data)} />
      <div class="row">
        <Button kind={sealed < total && data.state === 'scoring' ? 'primary' : 'normal'} href={`/scoring/${id}`}>
          {t('scoring.enter')}
        </Button>
      </div>
    </section>
  )
}

/** The call that a panel of one's own reviews; a panel on this page is fetched once, whoever asks. */
export function PanelName({ id }: { id: string }) {
  const { district } = useActing()
  const { data } = useQuery('readScoring', { params: { district, id } })
  return <>{data?.callTitle}</>
}

/** The panels of the sheets on this page, as a rule one or two. */
export function OwnPanels({ panels }: { panels: readonly string[] }) {
  return (
    <>
      {panels.map((id) => (
        <OwnPanel key={id} id={id} />
      ))}
    </>
  )
}
