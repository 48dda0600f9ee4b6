import '../applications/drafting.css'
import { useState } from 'preact/hooks'
import { inWeChat } from '../../../frame/download.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { t } from '../../../words/words.ts'

interface Shown {
  name: string
  mediaType?: string | undefined
  href?: string | undefined
}

/** Telephones show no PDF inside a page; a browser that does not say is taken to. */
function showsPdf(): boolean {
  return (navigator as { pdfViewerEnabled?: boolean }).pdfViewerEnabled !== false && !inWeChat()
}

function Body({ item }: { item: Shown }) {
  const [broken, setBroken] = useState(false)
  const source = `${item.href ?? ''}/preview`
  if (broken) return <Callout kind="error">{t('drafting.previewFailed')}</Callout>
  if (item.mediaType === 'image/png' || item.mediaType === 'image/jpeg')
    return <img class="preview-image" src={source} alt={item.name} onError={() => setBroken(true)} />
  if (item.mediaType === 'application/pdf' && showsPdf())
    return <iframe class="preview-pdf" src={`${source}#navpanes=0&view=FitH`} title={item.name} />
  return (
    <Callout kind="info">
      {item.mediaType === 'application/pdf' ? t('drafting.previewNoPdf') : t('drafting.previewOffice')}
    </Callout>
  )
}

/** An attachment within the page: PDF and images; of everything else, how to see it. */
export function AttachmentPreview({ item, onClose }: { item: Shown; onClose: () => void }) {
  return (
    <Dialog
      open
      size="wide"
      title={item.name}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.close')}</Button>
          {!inWeChat() && (
            <Button kind="primary" href={item.href} download>
              {t('drafting.download')}
            </Button>
          )}
        </>
      }
    >
      {inWeChat() && <Callout kind="warning">{t('shell.wechat')}</Callout>}
      <Body item={item} />
    </Dialog>
  )
}
