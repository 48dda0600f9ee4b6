import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { bodyOfDraft, draftOfBody, type Subject, type SurveyDraft } from './survey-draft.ts'
import { SurveyForm } from './survey-form.tsx'

const subjects = ['cohort', 'follow_up', 'project'] as const
const months = [3, 6, 12]
const empty: SurveyDraft = { title: '', until: '', intro: '', questions: [], segments: [], showing: 'steps' }

type Samples = OutputOf<'listSurveySamples'>['items']
type Earlier = OutputOf<'listSurveys'>['items']

interface About {
  subject: Subject
  of: string
  month: string
}

/** The cohorts that a survey can be about. */
function useCohorts() {
  const { district } = useActing()
  const cohorts = useQuery('listCohorts', { params: { district }, query: { limit: 200, of: 'own' } })
  return cohorts.data?.items.map(({ id, title, projectTitle }) => ({ value: id, label: `${projectTitle} · ${title}` }))
}

function AboutFields({
  about,
  onChange,
  errors,
}: {
  about: About
  onChange: (about: About) => void
  errors: Readonly<Record<string, string>>
}) {
  const options = useCohorts()
  const set = (change: Partial<About>) => onChange({ ...about, ...change })
  return (
    <div class="grid">
      <Field label={t('surveys.subject')} required>
        {(link) => (
          <Select
            {...link}
            placeholder={null}
            value={about.subject}
            onChange={(subject) => set({ subject: oneOf(subjects, subject) })}
            options={choicesOf('surveySubject', subjects)}
          />
        )}
      </Field>
      <Field
        label={t('surveys.cohort')}
        required
        pointer="/cohortId"
        error={errors['/cohortId']}
        help={
          options?.length === 0
            ? t('surveys.noCohorts')
            : about.subject === 'project'
              ? t('surveys.projectHelp')
              : undefined
        }
      >
        {(link) => <Select {...link} value={about.of} onChange={(of) => set({ of })} options={options ?? []} />}
      </Field>
      {about.subject === 'follow_up' && (
        <Field label={t('surveys.month')} required pointer="/month" error={errors['/month']}>
          {(link) => (
            <Select
              {...link}
              placeholder={null}
              value={about.month}
              onChange={(month) => set({ month })}
              options={months.map((n) => ({ value: String(n), label: t('surveys.months', { n }) }))}
            />
          )}
        </Field>
      )}
    </div>
  )
}

interface StartProps {
  samples: Samples
  earlier: Earlier
  onPick: (choice: string) => void
  value: string
}

function Start({ samples, earlier, onPick, value }: StartProps) {
  return (
    <Field label={t('surveys.start')} help={t('surveys.startHelp')}>
      {(link) => (
        <Select
          {...link}
          value={value}
          onChange={onPick}
          placeholder={t('surveys.blank')}
          options={[
            ...samples.map(({ key, title }) => ({ value: `sample ${key}`, label: t('surveys.sampleOf', { title }) })),
            ...earlier.map(({ id, title }) => ({ value: `survey ${id}`, label: t('surveys.copyOf', { title }) })),
          ]}
        />
      )}
    </Field>
  )
}

/** 新建问卷: what it is about, what it begins from, and its questions. */
export function NewSurveyPage() {
  const { district } = useActing()
  const { route, query } = useLocation()
  const samples = useQuery('listSurveySamples', { params: { district } })
  const earlier = useQuery('listSurveys', { params: { district }, query: { limit: 20 } })
  const create = useSend('createSurvey')
  const [about, setAbout] = useState<About>({ subject: 'cohort', of: query['cohort'] ?? '', month: '3' })
  const [draft, setDraft] = useState<SurveyDraft>(empty)
  const [start, setStart] = useState('')
  const errors = create.problem?.fields ?? {}

  async function begin(choice: string) {
    setStart(choice)
    const [kind, key = ''] = choice.split(' ')
    if (kind === 'sample') {
      const sample = samples.data?.items.find((one) => one.key === key)
      if (!sample) return
      setDraft(draftOfBody(sample.body, { title: sample.title, until: draft.until }))
      return setAbout((now) => (now.of === '' ? { ...now, subject: sample.subject } : now))
    }
    if (kind !== 'survey') return setDraft(empty)
    const answer = await call('readSurvey', { params: { district, id: key } })
    if (answer.ok) setDraft(draftOfBody(answer.body.body, { title: answer.body.title, until: draft.until }))
  }
  async function save() {
    const answer = await create.send({
      params: { district },
      body: {
        subject: about.subject,
        cohortId: about.of,
        ...(about.subject === 'follow_up' ? { month: Number(about.month) } : {}),
        title: draft.title,
        until: draft.until,
        body: bodyOfDraft(draft),
      },
    })
    if (answer.ok) route(`/surveys/${answer.body.id}`)
    else focusFirstError()
  }
  const ready = about.of !== '' && draft.title.trim() !== '' && draft.until !== '' && draft.questions.length > 0
  return (
    <>
      <PageHead
        title={t('surveys.new')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('surveys.title'), href: '/surveys' },
          { label: t('surveys.new') },
        ]}
      />
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !create.busy) void save()
        }}
      >
        {create.problem && (
          <Callout kind="error" title={create.problem.title}>
            {create.problem.detail}
          </Callout>
        )}
        <section class="card stack">
          <AboutFields about={about} onChange={setAbout} errors={errors} />
          <Start
            samples={samples.data?.items ?? []}
            earlier={earlier.data?.items ?? []}
            value={start}
            onPick={(choice) => void begin(choice)}
          />
        </section>
        <SurveyForm draft={draft} onChange={setDraft} errors={errors} />
        <div class="survey-foot">
          <Button href="/surveys">{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" busy={create.busy} disabled={!ready}>
            {t('surveys.save')}
          </Button>
        </div>
      </form>
    </>
  )
}
