import '../design/calls.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useStash } from '../../../frame/use-stash.ts'
import { Restored, Wizard } from '../../../frame/wizard.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import { NoticeConfirmStep } from './notice-confirm-step.tsx'
import { emptyNotice, type NoticeDraft, noticeBody, proposed, renewed, stepReady, stillRanked } from './notice-draft.ts'
import { NoticeItemsStep } from './notice-items-step.tsx'
import { NoticeTermStep, useTerm } from './notice-term-step.tsx'
import { NoticeTextStep } from './notice-text-step.tsx'
import { useRanked } from './use-ranked.ts'

const steps = ['items', 'text', 'term', 'confirm'] as const
type Step = (typeof steps)[number]

function NoticeWizard({ old }: { old: OutputOf<'readNotice'> | null }) {
  const { district } = useActing()
  const { query, route } = useLocation()
  const called = old?.callId ?? query['call'] ?? ''
  // what somebody wrote is kept in the browser; what the call proposes is not
  const stash = useStash<{ written: NoticeDraft | null }>(`notice.${old?.id ?? called}`, { written: null })
  const [proposal, setProposal] = useState<NoticeDraft>({ ...emptyNotice, callId: called })
  const [step, setStep] = useState<Step>('items')
  const [asking, setAsking] = useState(false)
  const { callId } = stash.value.written ?? proposal
  const ranked = useRanked(district, callId)
  const detail = useQuery('readCall', callId === '' ? null : { params: { district, id: callId } })
  const { send, busy, problem, clear } = useSend('publishNotice')
  const { rows, loading } = ranked
  const call = detail.data
  const draft = stillRanked(stash.value.written ?? proposal, loading ? null : rows)
  const term = useTerm(draft)
  const setDraft = (written: NoticeDraft) => stash.set({ written })
  // what is proposed comes once a call; what somebody changed then stays
  const [proposedFor, setProposedFor] = useState('')
  useEffect(() => {
    if (loading || !call || call.id !== callId || proposedFor === call.id) return
    setProposedFor(call.id)
    setProposal(old ? renewed(old, rows) : proposed(call, rows))
  }, [loading, call?.id, callId])
  const counted = term.data !== undefined && !term.problem
  const ready = (key: Step) =>
    (key === 'confirm' || stepReady(draft, key)) && (key === 'items' || key === 'text' || counted)
  const errors = problem?.fields ?? {}
  async function publish() {
    const answer = await send({ params: { district }, body: noticeBody(draft) })
    if (!answer.ok) return setAsking(false)
    stash.forget()
    route(`/publicity/${answer.body.id}`)
  }
  const shared = { draft, rows, call }
  return (
    <>
      <Wizard
        steps={steps}
        step={step}
        onStep={setStep}
        titleOf={(key) => t(`publicity.step.${key}`)}
        ready={ready}
        problem={problem}
        notes={
          <>
            {stash.restored && stash.value.written && (
              <Restored
                title={t('publicity.restored')}
                help={t('publicity.restoredHelp')}
                discardLabel={t('publicity.discard')}
                onDiscard={stash.discard}
              />
            )}
            {old && <Callout>{t('publicity.replacing', { title: old.title })}</Callout>}
          </>
        }
        backHref="/publicity"
        finish={
          <Button
            kind="primary"
            disabled={!counted}
            onClick={() => {
              clear()
              setAsking(true)
            }}
          >
            {t('publicity.new')}
          </Button>
        }
      >
        {step === 'items' && (
          <NoticeItemsStep
            draft={draft}
            ranked={ranked}
            call={call}
            onCall={(chosen) => {
              stash.discard()
              setProposal({ ...emptyNotice, callId: chosen })
            }}
            onSelect={(selected) => setDraft({ ...draft, selected })}
          />
        )}
        {step === 'text' && <NoticeTextStep {...shared} errors={errors} onChange={setDraft} />}
        {step === 'term' && <NoticeTermStep draft={draft} errors={errors} onChange={setDraft} />}
        {step === 'confirm' && <NoticeConfirmStep {...shared} term={term.data} />}
      </Wizard>
      <ConfirmDialog
        open={asking}
        title={t('publicity.new')}
        message={t('publicity.publishHelp', {
          n: draft.selected.length,
          from: term.data?.startsOn ?? '',
          to: term.data?.endsOn ?? '',
        })}
        confirmLabel={t('publicity.new')}
        busy={busy}
        onConfirm={() => void publish()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** 发布公示, or 重新公示 in the place of the revoked notice that the address names. */
export function PublishNotice() {
  const { district } = useActing()
  const { query } = useLocation()
  const replaces = query['replaces'] ?? ''
  const old = useQuery('readNotice', replaces === '' ? null : { params: { district, id: replaces } })
  const title = replaces === '' ? t('publicity.new') : t('publicity.renew')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.publicity'), href: '/publicity' },
          { label: title },
        ]}
      />
      {replaces === '' ? (
        <NoticeWizard old={null} />
      ) : (
        <QueryView query={old}>{(one) => <NoticeWizard old={one} />}</QueryView>
      )}
    </>
  )
}
