import './form-builder.css'
import type { FormField } from '@shixun/domain/calls/design/form'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { t } from '../../../words/words.ts'
import { blankField, errorsOfField, movedTo } from './field-design.ts'
import { FormBuilderItem } from './form-builder-item.tsx'
import { FieldDialog } from './lazy-call-parts.ts'

interface FormBuilderProps {
  form: readonly FormField[]
  onChange: (form: FormField[]) => void
  /** Of the whole call, by pointer. */
  errors: Readonly<Record<string, string>>
}

const most = 80

/** The fields of a form in their order: add, edit, move, remove. A removed field can be put back at once. */
export function FormBuilder({ form, onChange, errors }: FormBuilderProps) {
  const [editing, setEditing] = useState<{ field: FormField; at: number | null } | null>(null)
  const [removed, setRemoved] = useState<{ field: FormField; at: number } | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const focused = useRef<{ key: string; which: string } | null>(null)
  useEffect(() => {
    if (focused.current === null) return
    const { key, which } = focused.current
    focused.current = null
    // a node that moved has lost the focus, and a button at the end of its way cannot take it
    const item = list.current?.querySelector(`[data-field="${key}"]`)
    const button = item?.querySelector<HTMLButtonElement>(`[data-move="${which}"] button:not(:disabled)`)
    ;(button ?? item?.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus()
  }, [form])
  function move(at: number, to: number, which: string) {
    const field = form[at]
    if (!field || to < 0 || to >= form.length) return
    focused.current = { key: field.key, which }
    setSaid(t('design.moved', { title: field.title, n: to + 1, total: form.length }))
    onChange(movedTo(form, at, to))
  }
  function remove(at: number) {
    const field = form[at]
    if (!field) return
    setRemoved({ field, at })
    setSaid(t('design.removed', { title: field.title }))
    onChange(form.filter((_, index) => index !== at))
  }
  function save(field: FormField, at: number | null) {
    onChange(at === null ? [...form, field] : form.map((one, index) => (index === at ? field : one)))
    setEditing(null)
  }
  return (
    <div class="stack">
      <ol class="builder" ref={list} aria-label={t('calls.form')}>
        {form.map((field, at) => (
          <FormBuilderItem
            key={field.key}
            field={field}
            place={at + 1}
            last={at === form.length - 1}
            errors={errorsOfField(errors, at)}
            onMove={(by, which) => move(at, at + by, which)}
            onEdit={() => setEditing({ field, at })}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {removed && (
        <Callout
          actions={
            <Button
              size="small"
              onClick={() => {
                const { field, at } = removed
                onChange([...form.slice(0, at), field, ...form.slice(at)])
                setRemoved(null)
              }}
            >
              {t('design.putBack')}
            </Button>
          }
        >
          {t('design.removed', { title: removed.field.title })}
        </Callout>
      )}
      <div class="row">
        <Button
          icon="plus"
          disabled={form.length >= most}
          onClick={() => setEditing({ field: blankField(form), at: null })}
        >
          {t('design.addField')}
        </Button>
        <span class="field-help">{t('design.moveHelp')}</span>
      </div>
      {editing && (
        <FieldDialog
          key={editing.field.key}
          initial={editing.field}
          isNew={editing.at === null}
          taken={form.flatMap(({ means }, index) => (means === undefined || index === editing.at ? [] : [means]))}
          errors={editing.at === null ? {} : errorsOfField(errors, editing.at)}
          onSave={(field) => save(field, editing.at)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
