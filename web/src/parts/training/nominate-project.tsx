import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { asNumber, asRows, asText, type FormField } from '../../ui/form-field.ts'
import { FormRows } from '../../ui/form-rows.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import type { Project } from './project-page.tsx'

const texts = ['phase', 'subject', 'module', 'mode', 'licence'] as const
type TextKey = (typeof texts)[number]

/** What the project's own application already says, under the keys of the sample form. */
function firstText(project: Project): Record<TextKey, string> {
  const { phase, subject, mode } = project.values
  return {
    phase: asText(phase),
    subject: asText(subject),
    module: '',
    mode: asText(mode),
    licence: 'CC BY-NC-SA 4.0',
  }
}

function outlineField(): FormField {
  return {
    key: 'outline',
    title: t('projects.outline'),
    type: 'table',
    columns: [
      { key: 'title', title: t('projects.topic'), type: 'text' },
      { key: 'hours', title: t('projects.hours'), type: 'number' },
      { key: 'module', title: t('projects.module'), type: 'text' },
    ],
  }
}

function NominationForm({ project }: { project: Project }) {
  const { route } = useLocation()
  const curators = useQuery('listCurators', { query: {} })
  const { send, busy, problem } = useSend('nominateProject')
  const [curator, setCurator] = useState('')
  const [text, setText] = useState(firstText(project))
  const [hours, setHours] = useState<number | null>(asNumber(project.values['hours']))
  const [summary, setSummary] = useState(asText(project.values['objectives']))
  const [outline, setOutline] = useState<unknown>(asRows(project.values['courses']))
  const [trainers, setTrainers] = useState('')
  const [resources, setResources] = useState('')
  const errors = problem?.fields ?? {}
  useEffect(() => {
    if (problem) focusFirstError()
  }, [problem])
  const labels: Record<TextKey, string> = {
    phase: t('projects.phase'),
    subject: t('projects.subject'),
    module: t('projects.module'),
    mode: t('projects.mode'),
    licence: t('projects.licence'),
  }
  const ready =
    curator !== '' && texts.every((key) => text[key].trim() !== '') && hours !== null && summary.trim() !== ''
  async function nominate() {
    if (hours === null) return
    const rows = asRows(outline)
      .map((row) => ({
        title: asText(row['title']),
        hours: asNumber(row['hours']) ?? 0,
        module: asText(row['module']),
      }))
      .filter(({ title }) => title.trim() !== '')
    const body = { projectId: project.id, curator, ...text, hours, summary, outline: rows, trainers, resources }
    const answer = await send({ body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('projects.nominated') })
    route('/nominations')
  }
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) void nominate()
      }}
    >
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <div class="grid-2">
        <Field label={t('projects.curator')} required help={t('projects.curatorHelp')} error={errors['/curator']}>
          {(link) => (
            <Select
              {...link}
              value={curator}
              onChange={setCurator}
              options={(curators.data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
            />
          )}
        </Field>
        <Field label={t('projects.hours')} required error={errors['/hours']}>
          {(link) => <NumberInput {...link} value={hours} onChange={setHours} unit={t('projects.hoursUnit')} />}
        </Field>
        {texts.map((key) => (
          <Field key={key} label={labels[key]} required error={errors[`/${key}`]}>
            {(link) => (
              <TextInput
                {...link}
                value={text[key]}
                onChange={(value) => setText({ ...text, [key]: value })}
                maxLength={key === 'licence' ? 200 : 30}
              />
            )}
          </Field>
        ))}
      </div>
      <Field label={t('projects.summary')} required help={t('projects.summaryHelp')} error={errors['/summary']}>
        {(link) => <Textarea {...link} value={summary} onChange={setSummary} maxLength={20_000} rows={8} />}
      </Field>
      <Field label={t('projects.outline')} group error={errors['/outline']}>
        {() => (
          <FormRows field={outlineField()} value={outline} onChange={setOutline} errors={errors} pointer="/outline" />
        )}
      </Field>
      <Field label={t('projects.trainers')} help={t('projects.trainersHelp')} error={errors['/trainers']}>
        {(link) => <Textarea {...link} value={trainers} onChange={setTrainers} maxLength={20_000} rows={4} />}
      </Field>
      <Field label={t('projects.resources')} error={errors['/resources']}>
        {(link) => <Textarea {...link} value={resources} onChange={setResources} maxLength={20_000} rows={4} />}
      </Field>
      <div class="row">
        <Button href={`/projects/${project.id}`}>{t('ui.cancel')}</Button>
        <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
          {t('projects.nominate')}
        </Button>
      </div>
    </form>
  )
}

/** 推荐精品项目: the project's design as a package for the library of a city or province. */
export function NominateProject() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readProject', { params: { district, id } })
  return (
    <>
      <PageHead
        title={t('projects.nominate')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.projects'), href: '/projects' },
          { label: query.data?.title ?? '', href: `/projects/${id}` },
          { label: t('projects.nominate') },
        ]}
        help={t('projects.nominateHelp')}
      />
      <QueryView query={query} skeleton="form">
        {(project) => <NominationForm key={project.id} project={project} />}
      </QueryView>
    </>
  )
}
