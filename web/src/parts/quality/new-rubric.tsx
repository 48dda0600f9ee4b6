import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { oneOf } from '../../frame/choices.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'
import { RubricEditor } from './rubric-editor.tsx'
import { type Rubric, wireBody } from './rubric-tree.ts'

const purposes = ['review', 'completion'] as const
type Purpose = (typeof purposes)[number]

/** The bands and the gap that bureaus start from stand in every sample; a blank rubric takes over those of the first. */
function blankOf(sample: Rubric): Rubric {
  return { ...sample, title: '', criteria: [] }
}

/** 编制指标体系: from a sample or from nothing, then the tree itself. */
export function NewRubric() {
  const { district } = useActing()
  const { route } = useLocation()
  const samples = useQuery('readSamples', { params: { district } })
  const { send, busy, problem } = useSend('createRubric')
  const [purpose, setPurpose] = useState<Purpose>('review')
  const [picked, setPicked] = useState('')
  const [started, setStarted] = useState<Rubric | null>(null)
  async function save(rubric: Rubric) {
    const answer = await send({ params: { district }, body: { purpose, body: wireBody(rubric) } })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('frame.created', { name: answer.body.title }) })
    route(`/rubrics/${answer.body.id}`)
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
        help={started ? t('quality.editorHelp') : undefined}
      />
      {started ? (
        <RubricEditor
          initial={started}
          busy={busy}
          problem={problem}
          cancelHref="/rubrics"
          onSave={(rubric) => void save(rubric)}
        />
      ) : (
        <QueryView query={samples}>
          {({ rubrics }) => {
            const fitting = rubrics.filter((sample) => sample.purpose === purpose)
            // the contract leaves a sample's body open; it is the rubric that the editor works on
            const bodyOf = (key: string) => rubrics.find((sample) => sample.key === key)?.body as Rubric | undefined
            const first = bodyOf(rubrics[0]?.key ?? '')
            return (
              <div class="card stack">
                <Field label={t('quality.purpose')} group required>
                  {() => (
                    <RadioGroup
                      value={purpose}
                      onChange={(value) => {
                        setPurpose(oneOf(purposes, value))
                        setPicked('')
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
                <Field label={t('quality.startFrom')} group required help={t('quality.samplesHelp')}>
                  {() => (
                    <RadioGroup
                      value={picked}
                      onChange={setPicked}
                      options={[
                        ...fitting.map((sample) => ({ value: sample.key, label: sample.title })),
                        { value: 'blank', label: t('quality.blank'), help: t('quality.blankHelp') },
                      ]}
                      column
                    />
                  )}
                </Field>
                <div class="row">
                  <Button href="/rubrics">{t('ui.cancel')}</Button>
                  <Button
                    kind="primary"
                    disabled={picked === '' || first === undefined}
                    onClick={() => setStarted(picked === 'blank' && first ? blankOf(first) : (bodyOf(picked) ?? null))}
                  >
                    {t('frame.next')}
                  </Button>
                </div>
              </div>
            )
          }}
        </QueryView>
      )}
    </>
  )
}
