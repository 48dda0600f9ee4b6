import './rubrics.css'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type CallInput, call } from '../../../call.ts'
import { oneOf } from '../../../frame/choices.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import type { ProblemError } from '../../../problem.ts'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { useQuery } from '../../../use-query.ts'
import { t, wordFor } from '../../../words/words.ts'
import { purposes } from './rubric-editor.tsx'
import { type Rubric, wireBody } from './rubric-tree.ts'
import { RubricView } from './rubric-view.tsx'

type Start = CallInput<'createRubric'>['body']

/** 编制指标体系: from a sample, from one of the bureau's own, or from nothing; the draft stands at once. */
export function NewRubric() {
  const { district } = useActing()
  const { route } = useLocation()
  const params = { district }
  const samples = useQuery('readSamples', { params })
  const own = useQuery('listRubrics', { params, query: { limit: 100 } })
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('review')
  const [picked, setPicked] = useState('blank')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | undefined>(undefined)
  async function create(body: Start) {
    const answer = await call('createRubric', { params, body })
    if (!answer.ok) return setProblem(answer.problem)
    refreshAll()
    route(`/rubrics/${answer.body.id}/edit`)
  }
  async function begin(sample: { key: string; body: Rubric } | undefined, first: Rubric | undefined) {
    setBusy(true)
    const [kind, id = ''] = picked.split(':')
    if (kind === 'copy') {
      const read = await call('readRubric', { params: { district, id } })
      if (!read.ok) setProblem(read.problem)
      else {
        const title = t('rubrics.copyOf', { title: read.body.title }).slice(0, 80)
        await create({ purpose: read.body.purpose, body: { ...read.body.body, title } })
      }
    } else if (sample) await create({ purpose, sample: sample.key, body: wireBody(sample.body) })
    // the bands and the gap that bureaus start from stand in every sample; a blank rubric takes them over
    else if (first) await create({ purpose, body: wireBody({ ...first, title: '', criteria: [] }) })
    setBusy(false)
  }
  return (
    <>
      <PageHead
        title={t('quality.newRubric')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.rubrics'), href: '/rubrics' },
          { label: t('quality.newRubric') },
        ]}
        help={t('rubrics.newHelp')}
        actions={
          <Button icon="upload" href="/rubrics/import">
            {t('rubrics.import')}
          </Button>
        }
      />
      {problem && (
        <Callout kind="error" title={problem.title}>
          {[problem.detail, ...Object.values(problem.fields)].join('　')}
        </Callout>
      )}
      <QueryView query={samples} skeleton="form">
        {({ rubrics }) => {
          // the contract leaves a sample's body open; it is a rubric by its making
          const all = rubrics.map((one) => ({ ...one, body: one.body as Rubric }))
          const sample = all.find(({ key }) => `sample:${key}` === picked)
          const mine = (own.data?.items ?? []).filter((one) => one.purpose === purpose)
          return (
            <div class="rubric-start">
              <section class="card stack">
                <Field label={t('quality.purpose')} group required>
                  {() => (
                    <RadioGroup
                      value={purpose}
                      onChange={(value) => {
                        setPurpose(oneOf(purposes, value))
                        setPicked('blank')
                      }}
                      options={purposes.map((value) => ({
                        value,
                        label: wordFor('purpose', value),
                        help: value === 'review' ? t('quality.reviewHelp') : t('quality.completionHelp'),
                      }))}
                      column
                    />
                  )}
                </Field>
                <Field label={t('rubrics.fromSample')} group>
                  {() => (
                    <RadioGroup
                      value={picked}
                      onChange={setPicked}
                      options={[
                        ...all
                          .filter((one) => one.purpose === purpose)
                          .map(({ key, title, about }) => ({ value: `sample:${key}`, label: title, help: about })),
                        { value: 'blank', label: t('quality.blank'), help: t('quality.blankHelp') },
                      ]}
                      column
                    />
                  )}
                </Field>
                {mine.length > 0 && (
                  <Field label={t('rubrics.fromOwn')} group help={t('rubrics.fromOwnHelp')}>
                    {() => (
                      <RadioGroup
                        value={picked}
                        onChange={setPicked}
                        options={mine.map(({ id, title, no }) => ({
                          value: `copy:${id}`,
                          label: t('rubrics.named', { title: title || t('rubrics.untitled'), n: no }),
                        }))}
                        column
                      />
                    )}
                  </Field>
                )}
                <div class="row">
                  <Button href="/rubrics">{t('ui.cancel')}</Button>
                  <Button kind="primary" busy={busy} onClick={() => void begin(sample, all[0]?.body)}>
                    {t('rubrics.begin')}
                  </Button>
                </div>
              </section>
              {sample && (
                <aside class="rubric-start-view" aria-label={t('rubrics.lookAt')}>
                  <RubricView rubric={sample.body} />
                </aside>
              )}
            </div>
          )
        }}
      </QueryView>
    </>
  )
}
