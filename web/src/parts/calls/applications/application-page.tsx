import '../design/calls.css'
import { useRoute } from 'preact-iso'
import { inWeChat } from '../../../frame/download.ts'
import { HistoryCard } from '../../../frame/history-card.tsx'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { ReleasedComments, reviewedStates } from '../../quality/comments/lazy-released-comments.ts'
import { DeclareInterest } from '../../quality/conflicts/declare-interest.tsx'
import { ApplicationContent } from './application-content.tsx'
import { ApplicationFacts } from './application-facts.tsx'
import { type Application, useApplicationMoves } from './application-moves.tsx'
import { SubmissionsCard } from './submissions-card.tsx'

/** Why it stands where it stands: the reason of the move that brought it there. */
const reasons = {
  returned: () => t('calls.returnedBecause'),
  withdrawn: () => t('files.withdrawnBecause'),
  rejected: () => t('files.rejectedBecause'),
} as const

/** Who may begin an application from an earlier one of theirs. */
const appliers: readonly string[] = ['school_admin', 'provider']

function Findings({ one }: { one: Application }) {
  if (one.findings.length === 0) return null
  return (
    <Callout kind="warning" title={t('files.findings')}>
      <p>{t('files.findingsHelp')}</p>
      <ul>
        {one.findings.map(({ pointer, rule, detail }) => (
          <li key={`${pointer} ${rule}`}>{detail}</li>
        ))}
      </ul>
    </Callout>
  )
}

function PrintButton({ id }: { id: string }) {
  if (!inWeChat()) {
    return (
      <Button icon="print" href={`/applications/${id}/print`}>
        {t('files.print')}
      </Button>
    )
  }
  return (
    <Button icon="print" onClick={() => showToast({ text: t('shell.wechat') })}>
      {t('files.print')}
    </Button>
  )
}

function Detail({ one }: { one: Application }) {
  const { district, membership, role } = useActing()
  const moves = useApplicationMoves(one)
  const params = { district, id: one.id }
  const history = useQuery('readApplicationHistory', { params })
  const submissions = useQuery('listSubmissions', { params })
  const reason = one.state in reasons ? reasons[one.state as keyof typeof reasons] : undefined
  const last = history.data?.items.find(({ from, to }) => to === one.state && from !== to)
  const editing = one.state === 'returned'
  return (
    <>
      <PageHead
        title={one.title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.applications'), href: '/applications' },
          { label: one.title },
        ]}
        tags={<StateTag group="application" state={one.state} />}
        actions={
          <>
            <PrintButton id={one.id} />
            {membership.unit === one.unitId && appliers.includes(role) && (
              <Button href={`/applications/new?from=${one.id}`}>{t('drafting.copyAsNew')}</Button>
            )}
            <DeclareInterest item={one.id} />
            <MoveButtons offered={one.actions} moves={moves} />
            {one.actions.includes('edit') && (
              <Button kind="primary" href={`/applications/${one.id}/edit`}>
                {editing ? t('calls.correct') : t('calls.continueFilling')}
              </Button>
            )}
          </>
        }
      />
      <div class="stack">
        {reason && last?.note && (
          <Callout kind="warning" title={reason()}>
            {last.note}
          </Callout>
        )}
        <div class="detail">
          <div>
            <ApplicationFacts one={one} />
            <Findings one={one} />
            <ApplicationContent one={one} />
          </div>
          <div>
            {one.submissionNo > 0 && <SubmissionsCard id={one.id} editing={editing} query={submissions} />}
            {reviewedStates.includes(one.state) && <ReleasedComments applicationId={one.id} />}
            <HistoryCard group="application" query={history} />
          </div>
        </div>
      </div>
    </>
  )
}

export function ApplicationPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readApplication', { params: { district, id } })
  return <QueryView query={query}>{(one) => <Detail one={one} />}</QueryView>
}
