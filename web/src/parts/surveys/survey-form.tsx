import './surveys.css'
import { useState } from 'preact/hooks'
import { choicesOf, oneOf, someOf } from '../../frame/choices.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { t, wordFor } from '../../words/words.ts'
import { ChinaTimeInput } from '../calls/china-time-input.tsx'
import { AnswerForm } from './answer-form.tsx'
import { QuestionEditor } from './question-editor.tsx'
import { bodyOfDraft, moved, newQuestion, type SurveyDraft, segmentKeys, showings } from './survey-draft.ts'

interface SurveyFormProps {
  draft: SurveyDraft
  onChange: (draft: SurveyDraft) => void
  errors: Readonly<Record<string, string>>
}

function Preview({ draft, onClose }: { draft: SurveyDraft; onClose: () => void }) {
  const [values, setValues] = useState({})
  return (
    <Dialog open title={t('surveys.preview')} onClose={onClose}>
      <p class="muted">{t('surveys.previewHelp')}</p>
      <AnswerForm questions={bodyOfDraft(draft).questions} values={values} onChange={setValues} errors={{}} />
    </Dialog>
  )
}

/** Everything of a survey that can be written before it is handed out. */
export function SurveyForm({ draft, onChange, errors }: SurveyFormProps) {
  const [previewing, setPreviewing] = useState(false)
  const set = (change: Partial<SurveyDraft>) => onChange({ ...draft, ...change })
  const { questions } = draft
  return (
    <>
      <section class="card stack">
        <Field label={t('surveys.name')} required error={errors['/title']} pointer="/title">
          {(link) => <TextInput {...link} value={draft.title} maxLength={120} onChange={(title) => set({ title })} />}
        </Field>
        <Field
          label={t('surveys.until')}
          required
          group
          help={t('surveys.untilHelp')}
          error={errors['/until']}
          pointer="/until"
        >
          {(link) => (
            <ChinaTimeInput {...link} usualTime="23:59" value={draft.until} onChange={(until) => set({ until })} />
          )}
        </Field>
        <Field label={t('surveys.intro')} optional error={errors['/body/intro']}>
          {(link) => (
            <Textarea {...link} rows={3} maxLength={2000} value={draft.intro} onChange={(intro) => set({ intro })} />
          )}
        </Field>
        <Field label={t('surveys.showing')} required group>
          {(link) => (
            <RadioGroup
              {...link}
              column
              value={draft.showing}
              onChange={(showing) => set({ showing: oneOf(showings, showing) })}
              options={showings.map((value) => ({
                value,
                label: wordFor('surveyShowing', value),
                help: wordFor('surveyShowingHelp', value),
              }))}
            />
          )}
        </Field>
        <Field
          label={t('surveys.segments')}
          group
          help={t('surveys.segmentsHelp')}
          error={errors['/body/segments']}
          pointer="/body/segments"
        >
          {(link) => (
            <CheckboxGroup
              {...link}
              value={draft.segments}
              onChange={(chosen) => set({ segments: someOf(segmentKeys, chosen) })}
              options={choicesOf('surveySegment', segmentKeys)}
            />
          )}
        </Field>
      </section>
      <h2>{t('surveys.questions')}</h2>
      {questions.map((question, at) => (
        <QuestionEditor
          key={question.key}
          question={question}
          at={at}
          last={at === questions.length - 1}
          errors={errors}
          onChange={(next) => set({ questions: questions.map((one, index) => (index === at ? next : one)) })}
          onMove={(step) => set({ questions: moved(questions, at, step) })}
          onRemove={() => set({ questions: questions.filter((_, index) => index !== at) })}
        />
      ))}
      {errors['/body/questions'] && <p class="field-error">{errors['/body/questions']}</p>}
      <div class="row">
        <Button icon="plus" onClick={() => set({ questions: [...questions, newQuestion(questions)] })}>
          {t('surveys.addQuestion')}
        </Button>
        <Button disabled={questions.length === 0} onClick={() => setPreviewing(true)}>
          {t('surveys.preview')}
        </Button>
      </div>
      {previewing && <Preview draft={draft} onClose={() => setPreviewing(false)} />}
    </>
  )
}
