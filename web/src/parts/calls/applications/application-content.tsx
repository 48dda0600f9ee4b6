import { addressOf } from '../../../call.ts'
import { inWeChat } from '../../../frame/download.ts'
import { useActing } from '../../../session.ts'
import { Callout } from '../../../ui/callout.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { FileItem } from '../../../ui/file-item.ts'
import { FormFieldValue } from '../../../ui/form-field-value.tsx'
import { FormValueList } from '../../../ui/form-value-list.tsx'
import { t } from '../../../words/words.ts'
import { drawnFields } from '../design/contract-form.ts'
import { storedItems } from '../files/attachment-items.ts'
import { AttachmentList } from '../files/attachment-list.tsx'
import { fileValues } from '../files/file-values.ts'
import type { Application } from './application-moves.tsx'

/** Rows that need the whole width: each is a card of its own. */
const wide: readonly string[] = ['milestones', 'courses', 'budget']

/** The answers, the wide tables below them, and the attachments. */
export function ApplicationContent({ one }: { one: Application }) {
  const { district } = useActing()
  const files: FileItem[] = one.attachments.map(({ id, name, size }) => ({
    id,
    name,
    size,
    href: inWeChat() ? undefined : addressOf('readAttachment', { district, id: one.id, attachmentId: id }),
  }))
  const items = storedItems({ district, id: one.id }, one.attachments, one.form, one.values)
  const titles = Object.fromEntries(one.form.map(({ key, title }) => [key, title]))
  const values = fileValues(one.form, one.values, files)
  const drawn = drawnFields(one.form)
  const apart = new Set(one.form.filter(({ type }) => wide.includes(type)).map(({ key }) => key))
  return (
    <>
      <section class="card">
        <h2>{t('calls.content')}</h2>
        {drawn.length === 0 ? (
          <EmptyState title={t('calls.noForm')} help={t('calls.noFormHelp')} />
        ) : (
          <FormValueList fields={drawn.filter(({ key }) => !apart.has(key))} values={values} />
        )}
      </section>
      {drawn
        .filter(({ key }) => apart.has(key))
        .map((field) => (
          <section class="card" key={field.key}>
            <h2>{field.title}</h2>
            <FormFieldValue field={field} value={values[field.key]} />
          </section>
        ))}
      <section class="card">
        <h2>{t('calls.attachments')}</h2>
        {inWeChat() && files.length > 0 && <Callout kind="warning">{t('shell.wechat')}</Callout>}
        {items.length === 0 ? (
          <p class="muted">{t('calls.noAttachments')}</p>
        ) : (
          <AttachmentList items={items} fieldTitles={titles} />
        )}
      </section>
      {one.leftValues.length > 0 && (
        <section class="card">
          <h2>{t('files.left')}</h2>
          <p class="muted">{t('files.leftHelp')}</p>
          <FormValueList
            fields={drawnFields(one.leftValues.map(({ field }) => field))}
            values={Object.fromEntries(one.leftValues.map(({ field, value }) => [field.key, value]))}
          />
        </section>
      )}
    </>
  )
}
