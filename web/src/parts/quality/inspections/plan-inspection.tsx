import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { CheckboxGroup } from '../../../ui/checkbox-group.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Field } from '../../../ui/field.tsx'
import { focusFirstError } from '../../../ui/first-error.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'

const visited = ['approved', 'preparing', 'running', 'concluding', 'completed']
const most = 200

/** 安排考察: which project, when, who goes, and with which list. */
export function PlanInspection() {
  const { district } = useActing()
  const { query, route } = useLocation()
  const [projectId, setProjectId] = useState(query['project'] ?? '')
  const [rubricId, setRubricId] = useState('')
  const [visitOn, setVisitOn] = useState('')
  const [purpose, setPurpose] = useState('')
  const [people, setPeople] = useState<string[]>([])
  const [checks, setChecks] = useState<string | null>(null)
  const given = { params: { district }, query: { limit: most } }
  const projects = useQuery('listProjects', given)
  const rubrics = useQuery('listRubrics', given)
  const experts = useQuery('listExperts', { params: { district }, query: { limit: most, state: 'active' } })
  const settings = useQuery('readSetting', { params: { district, key: 'inspection' } })
  const { send, busy, problem } = useSend('planInspection')
  const errors = problem?.fields ?? {}
  const sample = (settings.data?.value ?? settings.data?.sample) as { checks: string[] } | undefined
  const text = checks ?? sample?.checks.join('\n') ?? ''
  async function plan() {
    const lines = text.split('\n').map((line) => line.trim())
    const answer = await send({
      params: { district },
      body: {
        projectId,
        rubricId: rubricId === '' ? null : rubricId,
        visitOn,
        purpose,
        expertIds: people.filter((one) => one !== 'office'),
        office: people.includes('office'),
        checks: lines.filter((line) => line !== '').map((title) => ({ title })),
      },
    })
    if (answer.ok) route(`/inspections/${answer.body.id}`)
    else setTimeout(focusFirstError)
  }
  const peopleError = Object.entries(errors).find(([pointer]) => pointer.startsWith('/expertIds'))?.[1]
  return (
    <>
      <PageHead
        title={t('inspections.plan')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.inspections'), href: '/inspections' },
          { label: t('inspections.plan') },
        ]}
        help={t('inspections.planHelp')}
      />
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void plan()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        <Field label={t('inspections.project')} required error={errors['/projectId']}>
          {(link) => (
            <Select
              {...link}
              value={projectId}
              onChange={setProjectId}
              placeholder={t('inspections.choose')}
              options={(projects.data?.items ?? [])
                .filter(({ state }) => visited.includes(state))
                .map(({ id, title, unitName }) => ({ value: id, label: `${title}（${unitName}）` }))}
            />
          )}
        </Field>
        <Field label={t('inspections.visitOn')} required short error={errors['/visitOn']}>
          {(link) => <DateInput {...link} value={visitOn} onChange={setVisitOn} />}
        </Field>
        <Field label={t('inspections.rubric')} help={t('inspections.rubricHelp')} error={errors['/rubricId']}>
          {(link) => (
            <Select
              {...link}
              value={rubricId}
              onChange={setRubricId}
              placeholder={t('inspections.noRubric')}
              options={(rubrics.data?.items ?? [])
                .filter(({ state, purpose: use }) => state === 'published' && use === 'completion')
                .map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
        </Field>
        <Field label={t('inspections.checks')} help={t('inspections.checksHelp')} error={errors['/checks']}>
          {(link) => <Textarea {...link} rows={5} value={text} onChange={setChecks} />}
        </Field>
        <Field
          label={t('inspections.visitors')}
          help={t('inspections.visitorsHelp')}
          required
          group
          error={peopleError}
        >
          {() => (
            <CheckboxGroup
              value={people}
              onChange={setPeople}
              options={[
                { value: 'office', label: t('inspections.officeToo') },
                ...(experts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
        <Field label={t('inspections.purpose')} optional error={errors['/purpose']}>
          {(link) => <Textarea {...link} rows={2} maxLength={500} value={purpose} onChange={setPurpose} />}
        </Field>
        <div class="row">
          <Button kind="primary" type="submit" busy={busy} disabled={projectId === '' || visitOn === ''}>
            {t('inspections.plan')}
          </Button>
        </div>
      </form>
    </>
  )
}
