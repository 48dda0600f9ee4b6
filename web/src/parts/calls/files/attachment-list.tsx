import '../applications/drafting.css'
import { useState } from 'preact/hooks'
import { inWeChat } from '../../../frame/download.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { formatSize } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { AttachmentItem } from './attachment-items.ts'
import { AttachmentPreview } from './attachment-preview.tsx'

interface AttachmentListProps {
  items: readonly AttachmentItem[]
  /** Titles of the form's file fields by key. */
  fieldTitles?: Readonly<Record<string, string>>
  onRemove?: ((id: string) => Promise<void>) | undefined
  onRetry?: ((id: string) => void) | undefined
}

function State({ item }: { item: AttachmentItem }) {
  const percent = Math.round(item.progress ?? 0)
  if (item.state === 'going')
    return <ProgressBar value={percent} name={item.name} label={t('ui.uploading', { percent })} />
  if (item.state === 'waiting')
    return <ProgressBar value={percent} name={item.name} label={t('drafting.waitingAt', { percent })} tone="late" />
  if (item.state === 'unfinished')
    return (
      <>
        <ProgressBar value={percent} name={item.name} label={t('drafting.unfinishedAt', { percent })} tone="late" />
        <span class="attachment-note">{t('drafting.unfinishedHelp')}</span>
      </>
    )
  if (item.state !== 'failed') return null
  return (
    <span class="field-error" role="alert">
      <Icon name="error" size={14} />
      <span>{item.error}</span>
    </span>
  )
}

/** Attachments with what can be done to each: look, download, take away, try again. */
export function AttachmentList({ items, fieldTitles = {}, onRemove, onRetry }: AttachmentListProps) {
  const [shown, setShown] = useState<AttachmentItem | null>(null)
  const [leaving, setLeaving] = useState<AttachmentItem | null>(null)
  const [busy, setBusy] = useState(false)
  async function remove(item: AttachmentItem) {
    setBusy(true)
    await onRemove?.(item.id)
    setBusy(false)
    setLeaving(null)
  }
  if (items.length === 0) return null
  return (
    <>
      <ul class="attachments">
        {items.map((item) => (
          <li key={item.id} class="attachment">
            <Icon name="file" />
            <div class="attachment-name">
              <span>{item.name}</span>
              {item.field !== null && (
                <span class="attachment-note">{t('drafting.ofField', { title: fieldTitles[item.field] ?? '' })}</span>
              )}
            </div>
            <span class="attachment-size">{formatSize(item.size)}</span>
            <div class="attachment-actions">
              {item.state === 'stored' && (
                <Button kind="text" size="small" title={t('drafting.previewOf', item)} onClick={() => setShown(item)}>
                  {t('drafting.preview')}
                </Button>
              )}
              {item.state === 'stored' && !inWeChat() && (
                <Button kind="text" size="small" href={item.href} download title={t('drafting.downloadOf', item)}>
                  {t('drafting.download')}
                </Button>
              )}
              {item.state === 'failed' && item.again === true && onRetry && (
                <Button kind="text" size="small" onClick={() => onRetry(item.id)}>
                  {t('drafting.retry')}
                </Button>
              )}
              {onRemove && (
                <Button
                  kind="text"
                  size="small"
                  title={t('ui.removeFile', item)}
                  onClick={() => (item.state === 'stored' ? setLeaving(item) : void onRemove(item.id))}
                >
                  {item.state === 'stored' || item.state === 'failed' ? t('ui.remove') : t('drafting.giveUp')}
                </Button>
              )}
            </div>
            <div class="attachment-state">
              <State item={item} />
            </div>
          </li>
        ))}
      </ul>
      {shown && <AttachmentPreview item={shown} onClose={() => setShown(null)} />}
      <ConfirmDialog
        open={leaving !== null}
        danger
        busy={busy}
        title={t('drafting.removeTitle')}
        message={leaving === null ? '' : t('drafting.removeHelp', leaving)}
        confirmLabel={t('ui.remove')}
        onConfirm={() => leaving && void remove(leaving)}
        onClose={() => setLeaving(null)}
      />
    </>
  )
}
