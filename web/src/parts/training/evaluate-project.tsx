import '../quality/quality.css'
import '../quality/scoring/scoring.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { lazyExtra } from '../../lazy-page.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { leavesOf, type Rubric, sourceOf } from '../quality/rubrics/rubric-tree.ts'
import { ScoringLeaves } from '../quality/scoring/scoring-leaves.tsx'
import { DeliveryCard } from './delivery-card.tsx'
import type { Project } from './project-page.tsx'

const VisitFigures = lazyExtra<{ project: string }>(() =>
  import('../quality/inspections/visit-figures.tsx').then((m) => m.VisitFigures),
)

/** What the bureau fills in itself; the rest is computed from delivery. */
const byHand: readonly string[] = ['expert', 'inspection', 'self']

function Figure({ value }: { value: number | null }) {
  return value === null ? null : <strong> {formatNumber(value, 2)}%</strong>
}

interface ComputedProps {
  project: string
  rubric: Rubric
  errors: Readonly<Record<string, string>>
}

/** What comes from delivery, with the figures as they stand: the evaluation reads the same ones. */
function Computed({ project, rubric, errors }: ComputedProps) {
  const { district } = useActing()
  const readings = useQuery('readProjectAssessment', { params: { district, id: project } }).data?.readings ?? []
  const figureFor = (metric: string | undefined) => readings.find((one) => one.metric === metric)?.value ?? null
  const leaves = leavesOf(rubric.criteria).filter((leaf) => !byHand.includes(sourceOf(leaf)))
  if (leaves.length === 0) return null
  return (
    <Callout title={t('projects.computed')}>
      <ul>
        {leaves.map((leaf) => (
          <li key={leaf.key}>
            {leaf.title}
            <span class="muted">（{wordFor('source', sourceOf(leaf))}）</span>
            <Figure value={figureFor(sourceOf(leaf) === 'survey' ? (leaf.metric ?? 'satisfaction') : leaf.metric)} />
            {errors[`/figures/${leaf.key}`] && <strong class="project-missing">{t('projects.noFigure')}</strong>}
          </li>
        ))}
      </ul>
      <a href={`/projects/${project}/assessment`}>{t('menu.assessments')}</a>
    </Callout>
  )
}

function Scores({ project, rubricId }: { project: Project; rubricId: string }) {
  const { district } = useActing()
  const { route } = useLocation()
  const query = useQuery('readRubric', { params: { district, id: rubricId } })
  const { send, busy, problem, clear } = useSend('evaluateProject')
  const [scores, setScores] = useState<Readonly<Record<string, number>>>({})
  const [note, setNote] = useState('')
  // what is refused of a criterion comes back under the member that it was read into
  const errors = Object.fromEntries(
    Object.entries(problem?.fields ?? {}).flatMap(([pointer, text]) => [
      [pointer, text],
      [pointer.replace(/^\/(?:measured|figures)\//, '/scores/'), text],
    ]),
  )
  useEffect(() => {
    if (problem) focusFirstError()
  }, [problem])
  async function evaluate() {
    const answer = await send({
      params: { district, id: project.id },
      body: { rubricId, scores: { ...scores }, note: note.trim() === '' ? undefined : note.trim() },
      ifMatch: project.version,
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('projects.evaluated') })
    route(`/projects/${project.id}`)
  }
  return (
    <QueryView query={query} skeleton="form">
      {({ body }) => (
        <form
          class="card stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void evaluate()
          }}
        >
          {problem && (
            <Callout kind="error" title={problem.title}>
              {problem.detail}
            </Callout>
          )}
          <Computed project={project.id} rubric={body} errors={errors} />
          <VisitFigures project={project.id} />
          <ScoringLeaves
            criteria={body.criteria}
            sources={byHand}
            scores={scores}
            errors={errors}
            onScore={(key, value) => {
              clear()
              const { [key]: _, ...others } = scores
              setScores(value === null ? others : { ...others, [key]: value })
            }}
          />
          <Field label={t('frame.remark')}>
            {(link) => <Textarea {...link} value={note} onChange={setNote} maxLength={2000} rows={3} />}
          </Field>
          <div class="row">
            <Button href={`/projects/${project.id}`}>{t('ui.cancel')}</Button>
            <Button kind="primary" type="submit" busy={busy}>
              {t('projects.evaluate')}
            </Button>
          </div>
        </form>
      )}
    </QueryView>
  )
}

/** 评估: a published completion rubric, measured leaves from delivery, the others by the bureau. */
export function EvaluateProject() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readProject', { params: { district, id } })
  const rubrics = useQuery('listRubrics', { params: { district }, query: { use: 'completion', limit: 200 } })
  const [rubricId, setRubricId] = useState('')
  return (
    <>
      <PageHead
        title={t('projects.evaluate')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.projects'), href: '/projects' },
          { label: query.data?.title ?? '', href: `/projects/${id}` },
          { label: t('projects.evaluate') },
        ]}
        help={t('projects.evaluateHelp')}
      />
      <QueryView query={query}>
        {(project) => (
          <>
            <QueryView query={rubrics}>
              {({ items }) => {
                if (items.length === 0) {
                  return (
                    <div class="card">
                      <EmptyState
                        title={t('projects.noRubric')}
                        help={t('projects.noRubricHelp')}
                        action={<Button href="/rubrics/new">{t('quality.newRubric')}</Button>}
                      />
                    </div>
                  )
                }
                return (
                  <section class="card">
                    <Field label={t('menu.rubrics')} required short>
                      {(link) => (
                        <Select
                          {...link}
                          value={rubricId}
                          onChange={setRubricId}
                          options={items.map(({ id, title, no }) => ({
                            value: id,
                            label: t('projects.rubricVersion', { title, n: no }),
                          }))}
                        />
                      )}
                    </Field>
                  </section>
                )
              }}
            </QueryView>
            {rubricId !== '' && <Scores key={rubricId} project={project} rubricId={rubricId} />}
            <DeliveryCard figures={project.figures} />
          </>
        )}
      </QueryView>
    </>
  )
}
