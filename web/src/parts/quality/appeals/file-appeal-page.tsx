import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { CheckboxGroup } from '../../../ui/checkbox-group.tsx'
import { Field } from '../../../ui/field.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { AppealChance } from './appeal-chance.tsx'

function Form({ id, derivation }: { id: string; derivation: Derivation }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('fileAppeal')
  const [text, setText] = useState('')
  const [points, setPoints] = useState<Readonly<Record<string, string>>>({})
  const chosen = derivation.leaves.filter(({ key }) => points[key] !== undefined)
  const ready = text.trim() !== '' && chosen.every(({ key }) => points[key]?.trim() !== '')
  const errors = problem?.fields ?? {}
  async function submit() {
    const body = { text, points: chosen.map(({ key }) => ({ key, text: points[key] ?? '' })) }
    const answer = await send({ params: { district, id }, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('appeals.filed') })
    route(`/appeals/${answer.body.id}`)
  }
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) void submit()
      }}
    >
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <Field label={t('appeals.text')} help={t('appeals.textHelp')} error={errors['/text']} required>
        {(link) => <Textarea {...link} value={text} onChange={setText} rows={6} maxLength={4000} />}
      </Field>
      <Field label={t('appeals.points')} help={t('appeals.pointsHelp')} optional group>
        {(link) => (
          <CheckboxGroup
            {...link}
            value={Object.keys(points)}
            onChange={(keys) => setPoints(Object.fromEntries(keys.map((key) => [key, points[key] ?? ''])))}
            options={derivation.leaves.map(({ key, title, rounded }) => ({
              value: key,
              label: rounded === null ? title : `${title}（${rounded}）`,
            }))}
          />
        )}
      </Field>
      {chosen.map(({ key, title }, at) => (
        <Field key={key} label={t('appeals.pointText', { title })} error={errors[`/points/${at}/text`]} required>
          {(link) => (
            <Textarea
              {...link}
              value={points[key] ?? ''}
              onChange={(value) => setPoints({ ...points, [key]: value })}
              rows={2}
              maxLength={1000}
            />
          )}
        </Field>
      ))}
      <div class="row">
        <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
          {t('appeals.send')}
        </Button>
        <Button href={`/evaluations/${id}`}>{t('ui.cancel')}</Button>
      </div>
    </form>
  )
}

/** 提出申诉: reasons, and the criteria contested with what each should be. */
export function FileAppealPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const card = useQuery('readEvaluation', { params })
  const explanation = useQuery('explainEvaluation', { params })
  return (
    <QueryView query={card}>
      {(one) => (
        <>
          <PageHead
            title={t('appeals.file')}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.evaluations'), href: '/evaluations' },
              { label: one.subjectTitle, href: `/evaluations/${id}` },
              { label: t('appeals.file') },
            ]}
            help={t('appeals.fileHelp')}
          />
          {one.actions.includes('appeal') ? (
            <>
              {one.appeal.until !== null && (
                <Callout kind="info">{t('appeals.until', { until: formatDate(one.appeal.until) })}</Callout>
              )}
              <QueryView query={explanation}>
                {({ derivation }) => <Form id={id} derivation={derivation as Derivation} />}
              </QueryView>
            </>
          ) : (
            <AppealChance one={one} />
          )}
        </>
      )}
    </QueryView>
  )
}
