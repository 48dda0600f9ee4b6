import './answer-form.css'
import { useId } from 'preact/hooks'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Field } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import type { Question } from './survey-draft.ts'

export type Values = Readonly<Record<string, number | number[] | string>>

interface AnswerFormProps {
  questions: readonly Question[]
  values: Values
  onChange: (values: Values) => void
  errors: Readonly<Record<string, string>>
}

const TEXT_LIMIT = 1000

/** A scale as a row of points with a word under each: big enough for a thumb at 360 px. */
function Scale({
  question,
  value,
  onPick,
}: {
  question: Question
  value: number | null
  onPick: (at: number) => void
}) {
  const name = useId()
  return (
    <div class="scale">
      {question.options.map((option, at) => (
        <label key={option} class={`scale-point${value === at ? ' scale-chosen' : ''}`}>
          <input type="radio" name={name} checked={value === at} onChange={() => onPick(at)} />
          <span>{option}</span>
        </label>
      ))}
    </div>
  )
}

function choices(question: Question) {
  return question.options.map((label, at) => ({ value: String(at), label }))
}

/** The questions of a survey, section by section. */
export function AnswerForm({ questions, values, onChange, errors }: AnswerFormProps) {
  const set = (key: string, value: number | number[] | string) => onChange({ ...values, [key]: value })
  return (
    <div class="stack">
      {questions.map((question, index) => {
        const { key, kind, section } = question
        const value = values[key]
        const begins = section !== '' && section !== questions[index - 1]?.section
        return (
          <div key={key} class="answer-question">
            {begins && <h2 class="answer-section">{section}</h2>}
            <Field
              label={`${index + 1}. ${question.title}`}
              required={question.required}
              error={errors[`/values/${key}`]}
              pointer={`/values/${key}`}
              group={kind !== 'text'}
            >
              {(link) => {
                if (kind === 'text')
                  return (
                    <Textarea
                      {...link}
                      rows={3}
                      maxLength={TEXT_LIMIT}
                      value={typeof value === 'string' ? value : ''}
                      onChange={(text) => set(key, text)}
                    />
                  )
                if (kind === 'scale')
                  return (
                    <Scale
                      question={question}
                      value={typeof value === 'number' ? value : null}
                      onPick={(at) => set(key, at)}
                    />
                  )
                if (kind === 'single')
                  return (
                    <RadioGroup
                      {...link}
                      column
                      value={typeof value === 'number' ? String(value) : ''}
                      onChange={(at) => set(key, Number(at))}
                      options={choices(question)}
                    />
                  )
                return (
                  <CheckboxGroup
                    {...link}
                    column
                    value={Array.isArray(value) ? value.map(String) : []}
                    onChange={(places) => set(key, places.map(Number))}
                    options={choices(question)}
                  />
                )
              }}
            </Field>
          </div>
        )
      })}
    </div>
  )
}
