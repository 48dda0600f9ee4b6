import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { MoneyInput } from '../../ui/money-input.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'
import type { Project } from './project-page.tsx'
import type { Figures } from './rates.ts'

type Key = keyof Figures
const groups: readonly { key: string; fields: readonly Key[] }[] = [
  { key: 'persons', fields: ['planned', 'enrolled', 'completed'] },
  { key: 'hours', fields: ['hoursPromised', 'hoursDelivered', 'attendanceDue', 'attendanceActual'] },
  { key: 'surveys', fields: ['surveysSent', 'surveysAnswered', 'satisfaction'] },
  { key: 'milestones', fields: ['milestonesDue', 'milestonesOnTime'] },
  { key: 'money', fields: ['budget', 'spent'] },
]
const money: readonly Key[] = ['budget', 'spent']
const hours: readonly Key[] = ['hoursPromised', 'hoursDelivered']
/** Hundredths on the wire, points on the screen. */
const hundredths: readonly Key[] = ['satisfaction']

/** What the cohorts of the project tell already, to be taken over with one button and looked at before it is saved. */
function FromCohorts({ project, onTake }: { project: string; onTake: (figures: Figures) => void }) {
  const { district } = useActing()
  const told = useQuery('readCohortFigures', { params: { district, id: project } }).data
  if (told === undefined || Object.keys(told.figures).length === 0) return null
  const words = (Object.keys(told.figures) as Key[]).map(
    (key) => `${wordFor('figure', key)} ${told.figures[key as keyof typeof told.figures] ?? ''}`,
  )
  return (
    <Callout
      actions={
        <Button size="small" onClick={() => onTake(told.figures)}>
          {t('projects.takeFromCohorts')}
        </Button>
      }
    >
      {t('projects.fromCohorts', { n: told.cohorts, figures: words.join('，') })}
    </Callout>
  )
}

function FiguresForm({ project }: { project: Project }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('reportFigures')
  const [figures, setFigures] = useState<Figures>(project.figures)
  // the version that was opened: what somebody else reported meanwhile is refused, not overwritten
  const opened = useRef(project.version)
  const errors = problem?.fields ?? {}
  useEffect(() => {
    if (problem) focusFirstError()
  }, [problem])
  async function save() {
    const answer = await send({ params: { district, id: project.id }, body: { figures }, ifMatch: opened.current })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('projects.reported') })
    route(`/projects/${project.id}`)
  }
  function set(key: Key, value: number | null) {
    const { [key]: _, ...others } = figures
    setFigures(value === null ? others : { ...others, [key]: value })
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save()
      }}
    >
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <FromCohorts project={project.id} onTake={(told) => setFigures({ ...figures, ...told })} />
      {groups.map(({ key: group, fields }) => (
        <section class="card" key={group}>
          <h2>{wordFor('figureGroup', group)}</h2>
          <div class="grid">
            {fields.map((key) => {
              const value = figures[key] ?? null
              const scale = hundredths.includes(key) ? 100 : 1
              const readOnly = project.fixedFigures.includes(key)
              return (
                <Field
                  key={key}
                  label={wordFor('figure', key)}
                  help={readOnly ? t('projects.byAgreement') : undefined}
                  error={errors[`/figures/${key}`]}
                >
                  {(link) =>
                    money.includes(key) ? (
                      <MoneyInput {...link} value={value} readOnly={readOnly} onChange={(fen) => set(key, fen)} />
                    ) : (
                      <NumberInput
                        {...link}
                        value={value === null ? null : value / scale}
                        onChange={(next) => set(key, next === null || scale === 1 ? next : Math.round(next * scale))}
                        readOnly={readOnly}
                        decimals={scale === 1 && !hours.includes(key) ? 0 : 2}
                        unit={wordFor('figureUnit', key)}
                      />
                    )
                  }
                </Field>
              )
            })}
          </div>
        </section>
      ))}
      <div class="card row">
        <Button href={`/projects/${project.id}`}>{t('ui.cancel')}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {t('frame.save')}
        </Button>
      </div>
    </form>
  )
}

/** 填报实施数据: what completion and evaluation are computed from. */
export function ReportFigures() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readProject', { params: { district, id } })
  return (
    <>
      <PageHead
        title={t('projects.report')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.projects'), href: '/projects' },
          { label: query.data?.title ?? '', href: `/projects/${id}` },
          { label: t('projects.report') },
        ]}
        help={t('projects.reportHelp')}
      />
      <QueryView query={query} skeleton="form">
        {(project) => <FiguresForm key={project.id} project={project} />}
      </QueryView>
    </>
  )
}
