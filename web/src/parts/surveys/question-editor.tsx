import { choicesOf, oneOf } from '../../frame/choices.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { t } from '../../words/words.ts'
import { type QuestionDraft, questionKinds } from './survey-draft.ts'

interface QuestionEditorProps {
  question: QuestionDraft
  /** From 0. */
  at: number
  last: boolean
  errors: Readonly<Record<string, string>>
  onChange: (question: QuestionDraft) => void
  onMove: (step: 1 | -1) => void
  onRemove: () => void
}

/** One question of the builder. */
export function QuestionEditor({ question, at, last, errors, onChange, onMove, onRemove }: QuestionEditorProps) {
  const set = (change: Partial<QuestionDraft>) => onChange({ ...question, ...change })
  const error = (member: string) =>
    Object.entries(errors).find(([pointer]) => pointer.startsWith(`/body/questions/${at}/${member}`))?.[1]
  const n = at + 1
  return (
    <fieldset class="card question-card" data-pointer={`/body/questions/${at}`}>
      <legend class="visually-hidden">{t('surveys.questionNo', { n })}</legend>
      <div class="card-head">
        <strong>{t('surveys.questionNo', { n })}</strong>
        <span class="row">
          <Button
            size="small"
            icon="up"
            title={t('surveys.moveUp', { n })}
            disabled={at === 0}
            onClick={() => onMove(-1)}
          />
          <Button
            size="small"
            icon="down"
            title={t('surveys.moveDown', { n })}
            disabled={last}
            onClick={() => onMove(1)}
          />
          <Button size="small" icon="close" title={t('surveys.removeQuestion', { n })} onClick={onRemove} />
        </span>
      </div>
      <div class="stack">
        <Field label={t('surveys.question')} required error={error('title')}>
          {(link) => (
            <TextInput {...link} value={question.title} maxLength={200} onChange={(title) => set({ title })} />
          )}
        </Field>
        <div class="grid">
          <Field label={t('surveys.kind')} required>
            {(link) => (
              <Select
                {...link}
                value={question.kind}
                placeholder={null}
                onChange={(kind) => set({ kind: oneOf(questionKinds, kind) })}
                options={choicesOf('questionKind', questionKinds)}
              />
            )}
          </Field>
          <Field label={t('surveys.section')} optional error={error('section')}>
            {(link) => (
              <TextInput {...link} value={question.section} maxLength={60} onChange={(section) => set({ section })} />
            )}
          </Field>
        </div>
        {question.kind !== 'text' && (
          <Field
            label={question.kind === 'scale' ? t('surveys.scaleOptions') : t('surveys.options')}
            required
            error={error('options')}
          >
            {(link) => <Textarea {...link} rows={5} value={question.lines} onChange={(lines) => set({ lines })} />}
          </Field>
        )}
        <div class="row">
          <Checkbox checked={question.required} onChange={(required) => set({ required })}>
            {t('surveys.required')}
          </Checkbox>
          {question.kind === 'scale' && (
            <Checkbox checked={question.rated} onChange={(rated) => set({ rated })}>
              {t('surveys.rated')}
            </Checkbox>
          )}
        </div>
      </div>
    </fieldset>
  )
}
