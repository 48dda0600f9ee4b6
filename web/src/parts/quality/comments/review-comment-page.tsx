import './released-comments.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../../call.ts'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { usePages } from '../../../use-pages.ts'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { CommentEditor } from './comment-editor.tsx'
import { ReleasedList } from './released-list.tsx'

type Comments = OutputOf<'readReviewComments'>
export type EditedExpert = Comments['experts'][number]

/** As the unit would read them: what is left of these words after what is omitted. */
function goingOut(experts: readonly EditedExpert[]) {
  return experts
    .filter(({ counts }) => counts)
    .map(({ general, omitted, criteria }) => ({
      general: omitted ? '' : general.trim(),
      criteria: criteria.filter((one) => !one.omitted && one.text.trim() !== ''),
    }))
    .filter(({ general, criteria }) => general !== '' || criteria.length > 0)
    .map((one, at) => ({ no: at + 1, ...one }))
}

function Body({ one }: { one: Comments }) {
  const { district } = useActing()
  const params = { district, id: one.id }
  const edit = useSend('editReviewComments')
  const [experts, setExperts] = useState(one.experts)
  const [touched, setTouched] = useState(false)
  const editable = one.actions.includes('edit')
  useEffect(() => {
    if (!touched) setExperts(one.experts)
  }, [one])
  async function save() {
    const body = {
      experts: experts.map(({ no, general, omitted, criteria }) => ({
        no,
        general,
        omitted,
        criteria: criteria.map(({ key, text, omitted: left }) => ({ key, text, omitted: left })),
      })),
    }
    const answer = await edit.send({ params, body, ifMatch: one.version })
    if (!answer.ok) return
    setTouched(false)
    showToast({ kind: 'success', text: t('comments.saved') })
  }
  const shown = editable ? goingOut(experts) : one.released
  return (
    <>
      <PageHead
        title={one.title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('comments.title'), href: `/review-comments?panel=${one.panelId}` },
          { label: one.title },
        ]}
        tags={<StateTag group="reviewComment" state={one.state} />}
        help={one.unitName}
        actions={
          touched ? (
            <span class="muted">{t('comments.saveFirst')}</span>
          ) : (
            <MoveButtons
              offered={one.actions}
              moves={[
                {
                  action: 'release',
                  label: t('comments.release'),
                  message: t('comments.releaseHelp'),
                  note: 'none',
                  kind: 'primary',
                  send: () => call('releaseReviewComments', { params, body: {}, ifMatch: one.version }),
                },
                {
                  action: 'withdraw',
                  label: t('comments.withdraw'),
                  message: t('comments.withdrawHelp'),
                  note: 'required',
                  kind: 'danger',
                  send: (note = '') => call('withdrawReviewComments', { params, body: { note }, ifMatch: one.version }),
                },
              ]}
            />
          )
        }
      />
      {one.state === 'withdrawn' && one.withdrawNote !== null && (
        <Callout kind="warning">{t('comments.withdrawn', { note: one.withdrawNote })}</Callout>
      )}
      {edit.problem && (
        <Callout kind="error" title={edit.problem.title}>
          {edit.problem.detail}
        </Callout>
      )}
      {editable && experts.length > 0 && (
        <section class="card stack">
          <h2>{t('comments.edit')}</h2>
          <Callout kind={one.namesLeft.length > 0 ? 'warning' : 'info'}>
            {one.namesLeft.length > 0
              ? t('comments.namesLeft', { names: one.namesLeft.join('、') })
              : t('comments.namesNone')}
          </Callout>
          {experts.map((expert) => (
            <CommentEditor
              key={expert.no}
              expert={expert}
              onChange={(next) => {
                setTouched(true)
                setExperts(experts.map((other) => (other.no === next.no ? next : other)))
              }}
            />
          ))}
          <div class="row">
            <Button kind="primary" busy={edit.busy} disabled={!touched} onClick={() => void save()}>
              {t('comments.save')}
            </Button>
            {touched && <span class="muted">{t('comments.unsaved')}</span>}
          </div>
        </section>
      )}
      <section class="card stack">
        <h2>{t('comments.preview')}</h2>
        {one.releasedAt !== null && (
          <p class="muted">
            {t('comments.releasedAt')} {formatInstant(one.releasedAt)}　{t('comments.releasedBy')} {one.releasedBy}
          </p>
        )}
        {shown.length > 0 ? (
          <ReleasedList released={shown} />
        ) : (
          <p>{one.experts.length === 0 ? t('comments.nobodyWrote') : t('comments.previewEmpty')}</p>
        )}
        <p>
          <a href={`/applications/${one.applicationId}`}>{t('quality.toSubject')}</a>
        </p>
      </section>
    </>
  )
}

/** A task names the comments; a unit and the auditor read them with the application they are on. */
function OnApplication({ id }: { id: string }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { items, query, pager } = usePages('listReviewComments', (after) => ({
    params: { district },
    query: { after },
  }))
  const found = items.find((one) => one.id === id)
  useEffect(() => {
    if (found) route(`/applications/${found.applicationId}`, true)
    else if (query.data) pager.onNext?.()
  }, [query.data])
  return (
    <QueryView query={query}>
      {() =>
        found === undefined &&
        pager.onNext === undefined && (
          <EmptyState
            title={t('comments.noneOfThese')}
            action={<Button href="/review-comments">{t('comments.title')}</Button>}
          />
        )
      }
    </QueryView>
  )
}

/** The comments on one application, by who asks. */
export function ReviewCommentPage() {
  const id = useRoute().params['id'] ?? ''
  return useActing().role === 'office' ? <Preparing id={id} /> : <OnApplication id={id} />
}

/** Edited, looked at as the unit will, released or withdrawn. */
function Preparing({ id }: { id: string }) {
  const { district } = useActing()
  const query = useQuery('readReviewComments', { params: { district, id } })
  return <QueryView query={query}>{(one) => <Body key={one.id} one={one} />}</QueryView>
}
