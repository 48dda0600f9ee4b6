import './surveys.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { HistoryCard } from '../../frame/history-card.tsx'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatInstant, formatShare } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { ChinaTimeInput } from '../calls/china-time-input.tsx'
import { AnswerForm } from './answer-form.tsx'

type Survey = OutputOf<'readSurvey'>

function ShareCard({ id }: { id: string }) {
  const address = `${location.origin}/surveys/${id}/answer`
  async function copy() {
    try {
      await navigator.clipboard.writeText(address)
      showToast({ kind: 'success', text: t('surveys.linkCopied') })
    } catch {
      // the link stands beside the button and can be selected by hand
    }
  }
  return (
    <section class="card">
      <h2>{t('surveys.share')}</h2>
      <div class="survey-share">
        <QrCode text={address} label={t('surveys.qr')} size="10rem" />
        <div class="stack">
          <p>{t('surveys.shareHelp')}</p>
          <p class="survey-link">{address}</p>
          <Button onClick={() => void copy()}>{t('surveys.copyLink')}</Button>
        </div>
      </div>
    </section>
  )
}

function Facts({ survey }: { survey: Survey }) {
  const { invited, answered, segments } = survey
  const values = segments.map(({ key }) => wordFor('surveySegment', key)).join('、')
  const asked = survey.body.segments.map((key) => wordFor('surveySegment', key)).join('、')
  return (
    <section class="card">
      <h2>{t('surveys.facts')}</h2>
      <DescriptionList
        items={[
          { label: t('surveys.subject'), value: survey.subjectTitle },
          { label: t('surveys.until'), value: formatInstant(survey.until) },
          { label: t('surveys.openedAt'), value: formatInstant(survey.openedAt) },
          {
            label: t('surveys.rate'),
            value:
              invited === 0
                ? t('ui.none')
                : `${formatShare(answered / invited)}（${t('surveys.rateOf', { answered, invited })}）`,
          },
          { label: t('surveys.taken'), value: `${survey.taken} ${t('surveys.people')}` },
          { label: t('surveys.leastOf'), value: `${survey.least} ${t('surveys.copies')}` },
          { label: t('surveys.showing'), value: wordFor('surveyShowing', survey.body.showing) },
          {
            label: t('surveys.segments'),
            value: (survey.state === 'draft' ? asked : values) || t('surveys.noSegments'),
          },
        ]}
      />
    </section>
  )
}

function ExtendDialog({ survey, onClose }: { survey: Survey; onClose: () => void }) {
  const { district } = useActing()
  const edit = useSend('editSurvey')
  const [until, setUntil] = useState(survey.until)
  async function save() {
    const answer = await edit.send({ params: { district, id: survey.id }, ifMatch: survey.version, body: { until } })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('surveys.extended') })
    onClose()
  }
  return (
    <FormDialog
      open
      title={t('surveys.extend')}
      confirmLabel={t('frame.save')}
      ready={until !== '' && until !== survey.until}
      busy={edit.busy}
      problem={edit.problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field
        label={t('surveys.until')}
        required
        group
        help={t('surveys.untilHelp')}
        error={edit.problem?.fields['/until']}
      >
        {(link) => <ChinaTimeInput {...link} usualTime="23:59" value={until} onChange={setUntil} />}
      </Field>
    </FormDialog>
  )
}

function Actions({ survey, onExtend }: { survey: Survey; onExtend: () => void }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { id, version, actions, state } = survey
  const given = { params: { district, id }, ifMatch: version }
  const noted = (note: string | undefined) => ({ ...given, body: note === undefined ? {} : { note } })
  return (
    <>
      {actions.includes('edit') && state === 'draft' && <Button href={`/surveys/${id}/edit`}>{t('frame.edit')}</Button>}
      {actions.includes('edit') && state === 'open' && <Button onClick={onExtend}>{t('surveys.extend')}</Button>}
      {actions.includes('moderate') && <Button href={`/surveys/${id}/opinions`}>{t('surveys.moderate')}</Button>}
      <MoveButtons
        offered={actions}
        moves={[
          {
            action: 'remove',
            label: t('surveys.remove'),
            message: t('surveys.removeMessage'),
            note: 'none',
            kind: 'danger',
            send: () => call('removeSurvey', given),
          },
          {
            action: 'close',
            label: t('surveys.close'),
            message: t('surveys.closeMessage'),
            note: 'optional',
            send: (note) => call('closeSurvey', noted(note)),
          },
          {
            action: 'open',
            label: t('surveys.open'),
            message: t('surveys.openMessage'),
            note: 'none',
            kind: 'primary',
            send: () => call('openSurvey', { ...given, body: {} }),
          },
        ]}
        onDone={({ action }) => action === 'remove' && route('/surveys')}
      />
      {actions.includes('results') && (
        <Button kind="primary" href={`/surveys/${id}/results`}>
          {t('surveys.results')}
        </Button>
      )}
    </>
  )
}

/** One survey: whoever runs it sees how it stands, a teacher comes to answer. */
export function SurveyPage() {
  const { role } = useActing()
  const { route } = useLocation()
  const id = useRoute().params['id'] ?? ''
  const teacher = role === 'teacher'
  useEffect(() => {
    if (teacher) route(`/surveys/${id}/answer`, true)
  }, [teacher])
  return teacher ? null : <RunnersPage />
}

function RunnersPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readSurvey', { params: { district, id } })
  const history = useQuery('readSurveyHistory', { params: { district, id } })
  const [extending, setExtending] = useState(false)
  const survey = query.data
  const title = survey?.title ?? t('surveys.title')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('surveys.title'), href: '/surveys' },
          { label: title },
        ]}
        tags={survey && <StateTag group="survey" state={survey.state} />}
        actions={survey && <Actions survey={survey} onExtend={() => setExtending(true)} />}
      />
      <QueryView query={query}>
        {(shown) => (
          <div class="stack">
            {shown.state === 'open' && <ShareCard id={id} />}
            <Facts survey={shown} />
            <section class="card">
              <h2>{t('surveys.paper')}</h2>
              <fieldset disabled>
                <AnswerForm questions={shown.body.questions} values={{}} onChange={() => undefined} errors={{}} />
              </fieldset>
            </section>
            <HistoryCard group="survey" query={history} />
          </div>
        )}
      </QueryView>
      {extending && survey && <ExtendDialog survey={survey} onClose={() => setExtending(false)} />}
    </>
  )
}
