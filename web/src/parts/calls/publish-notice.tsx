import './calls.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ProblemView } from '../../frame/problem-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'

/** 公示评审结果: the ranked applications of a call, on a public page for so many working days. */
export function PublishNotice() {
  const { district } = useActing()
  const { query, route } = useLocation()
  const [callId, setCallId] = useState(query['call'] ?? '')
  const calls = useQuery('listCalls', { params: { district }, query: { limit: 200 } })
  const ranked = useQuery(
    'listApplications',
    callId === '' ? null : { params: { district }, query: { call: callId, state: 'ranked', limit: 200 } },
  )
  const { send, busy, problem, clear } = useSend('publishNotice')
  const detail = useQuery('readCall', callId === '' ? null : { params: { district, id: callId } })
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const [days, setDays] = useState<number | null>(null)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const rows = [...(ranked.data?.items ?? [])].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const quota = detail.data?.review.quota ?? 0
  const total = rows.length
  useEffect(() => {
    setSelected(rows.filter(({ rank }) => rank !== null && rank <= quota).map(({ id }) => id))
  }, [callId, total, quota])
  useEffect(() => {
    const one = detail.data
    if (!one) return
    setTitle(t('calls.noticeTitleOf', { call: one.title }))
    setBody(t('calls.noticeBodyOf', { call: one.title }))
    setDays(one.noticeDays)
  }, [detail.data?.id])
  const ready = callId !== '' && title.trim() !== '' && selected.length > 0 && days !== null
  const errors = problem?.fields ?? {}
  async function publish() {
    if (days === null) return
    const given = { callId, title: title.trim(), body, applicationIds: [...selected], workingDays: days }
    const answer = await send({ params: { district }, body: given })
    if (answer.ok) route(`/publicity/${answer.body.id}`)
  }
  return (
    <>
      <PageHead
        title={t('calls.newNotice')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.publicity'), href: '/publicity' },
          { label: t('calls.newNotice') },
        ]}
      />
      <div class="card stack">
        <Field label={t('menu.calls')} required>
          {(link) => (
            <Select
              {...link}
              value={callId}
              onChange={setCallId}
              options={(calls.data?.items ?? [])
                .filter(({ state }) => state !== 'draft')
                .map((one) => ({ value: one.id, label: one.title }))}
            />
          )}
        </Field>
        {ranked.problem && <ProblemView problem={ranked.problem} onRetry={ranked.refresh} />}
        {callId !== '' && !ranked.problem && (
          <DataTable
            caption={t('calls.rankedApplications')}
            rows={rows}
            rowKey={(row) => row.id}
            rowName={(row) => row.title}
            loading={ranked.data === undefined}
            selected={selected}
            onSelect={setSelected}
            batch={<span class="muted">{t('calls.withinQuota', { n: quota })}</span>}
            empty={<EmptyState title={t('calls.noRanked')} help={t('calls.noRankedHelp')} />}
            columns={[
              {
                key: 'rank',
                title: t('calls.rank'),
                width: '5rem',
                render: (row) => row.rank ?? t('ui.none'),
                align: 'right',
              },
              { key: 'title', title: t('calls.project'), render: (row) => row.title, card: 'title' },
              { key: 'unit', title: t('calls.unit'), render: (row) => row.unitName },
              { key: 'score', title: t('calls.score'), render: (row) => formatNumber(row.score, 2), align: 'right' },
            ]}
          />
        )}
        {rows.length > 0 && (
          <>
            <Field label={t('calls.noticeTitle')} required error={errors['/title']}>
              {(link) => <TextInput {...link} value={title} onChange={setTitle} maxLength={100} />}
            </Field>
            <Field label={t('calls.noticeBody')} error={errors['/body']} help={t('calls.noticeBodyHelp')}>
              {(link) => <Textarea {...link} value={body} onChange={setBody} rows={6} maxLength={20_000} />}
            </Field>
            <Field
              label={t('calls.noticeDays')}
              required
              short
              help={t('calls.noticeDaysHelp')}
              error={errors['/workingDays']}
            >
              {(link) => <NumberInput {...link} value={days} onChange={setDays} unit={t('calls.workingDays')} />}
            </Field>
            <Callout>{t('calls.noticePrivacy')}</Callout>
            <div class="wizard-foot">
              <Button href="/publicity">{t('ui.cancel')}</Button>
              <Button
                kind="primary"
                disabled={!ready}
                onClick={() => {
                  clear()
                  setAsking(true)
                }}
              >
                {t('calls.publish')}
              </Button>
            </div>
          </>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={t('calls.publish')}
        message={t('calls.publishHelp', { n: selected.length, days: days ?? 0 })}
        confirmLabel={t('calls.publish')}
        busy={busy}
        error={problem && [problem.title, problem.detail, ...Object.values(problem.fields)].join('　')}
        onConfirm={() => void publish()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
