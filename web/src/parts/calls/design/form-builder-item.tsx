import type { FormField } from '@shixun/domain/calls/design/form'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { formatYuan } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { limitOf } from './field-design.ts'

interface FormBuilderItemProps {
  field: FormField
  place: number
  last: boolean
  errors: Readonly<Record<string, string>>
  /** By one place up or down; `which` names the button that has to keep the focus. */
  onMove: (by: -1 | 1, which: 'up' | 'down') => void
  onEdit: () => void
  onRemove: () => void
}

function limitsText({ type, minimum, maximum }: FormField): string {
  const kind = limitOf(type)
  if (kind === null) return ''
  const figure = (n: number) => (kind === 'amount' ? formatYuan(n) : String(n))
  const unit = kind === 'characters' || kind === 'rows' ? ` ${wordFor('limitUnit', type)}` : ''
  if (minimum !== undefined && minimum === maximum) return `${figure(minimum)}${unit}`
  if (minimum !== undefined && maximum !== undefined) return `${figure(minimum)}—${figure(maximum)}${unit}`
  if (minimum !== undefined) return `≥ ${figure(minimum)}${unit}`
  return maximum === undefined ? '' : `≤ ${figure(maximum)}${unit}`
}

/** One field in the builder, with its buttons; Alt with the arrows moves it too. */
export function FormBuilderItem({ field, place, last, errors, onMove, onEdit, onRemove }: FormBuilderItemProps) {
  const { key, title, type, required, identifying, means, help } = field
  const detail = [
    limitsText(field),
    (field.choices ?? []).join(' / '),
    (field.columns ?? []).map((column) => column.title).join(' | '),
  ].filter((text) => text !== '')
  return (
    <li class="builder-item" data-field={key}>
      <span class="builder-place">{place}</span>
      <div class="builder-main">
        <div class="row">
          <strong class="builder-title">
            {required && (
              <span class="field-star" aria-hidden="true">
                *
              </span>
            )}
            {title}
          </strong>
          <Tag tone="blue">{wordFor('fieldType', type)}</Tag>
          {!required && <Tag>{t('ui.optional')}</Tag>}
          {identifying && <Tag tone="amber">{t('ui.identifying')}</Tag>}
          {means !== undefined && <Tag tone="green">{wordFor('means', means)}</Tag>}
        </div>
        {detail.length > 0 && <div class="builder-detail">{detail.join('　')}</div>}
        {help && <div class="field-help">{help}</div>}
        {Object.entries(errors).map(([pointer, text]) => (
          <div key={pointer} class="field-error">
            <Icon name="error" size={14} />
            <span>{text}</span>
          </div>
        ))}
      </div>
      <fieldset
        class="builder-actions"
        aria-label={title}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          const up = event.key === 'ArrowUp'
          onMove(up ? -1 : 1, up ? 'up' : 'down')
        }}
      >
        <span data-move="up">
          <Button
            kind="text"
            size="small"
            icon="up"
            disabled={place === 1}
            title={t('design.up', { title })}
            onClick={() => onMove(-1, 'up')}
          />
        </span>
        <span data-move="down">
          <Button
            kind="text"
            size="small"
            icon="down"
            disabled={last}
            title={t('design.down', { title })}
            onClick={() => onMove(1, 'down')}
          />
        </span>
        <Button kind="text" size="small" onClick={onEdit}>
          {t('frame.edit')}
          <span class="visually-hidden">{title}</span>
        </Button>
        <Button kind="text" size="small" onClick={onRemove}>
          {t('ui.remove')}
          <span class="visually-hidden">{title}</span>
        </Button>
      </fieldset>
    </li>
  )
}
