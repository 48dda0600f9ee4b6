import './documents.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { addressOf } from '../../../call.ts'
import { inWeChat } from '../../../frame/download.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { formatSize } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { Sheet } from '../scoring/scoresheet-page.tsx'

type Document = Sheet['attachments'][number]

/** Telephones show no PDF inside a page; a browser that does not say is taken to. */
function showsPdf(): boolean {
  return (navigator as { pdfViewerEnabled?: boolean }).pdfViewerEnabled !== false && !inWeChat()
}

function Body({ file, address }: { file: Document; address: string }) {
  const [broken, setBroken] = useState(false)
  if (file.state !== 'ready') return <Callout kind="warning">{file.reason ?? t('documents.failed')}</Callout>
  if (broken) return <Callout kind="error">{t('documents.failed')}</Callout>
  if (file.mediaType === 'image/png' || file.mediaType === 'image/jpeg')
    return <img class="document-image" src={address} alt={file.name} onError={() => setBroken(true)} />
  if (file.mediaType === 'application/pdf' && showsPdf())
    return <iframe class="document-pdf" src={`${address}#navpanes=0&view=FitH`} title={file.name} />
  return (
    <Callout kind="info">
      {file.mediaType === 'application/pdf' ? t('documents.noPdf') : t('documents.download')}
    </Callout>
  )
}

interface DocumentViewerProps {
  sheetId: string
  documents: readonly Document[]
}

/**
 * The files of what is judged, one at a time: PDF and pictures within the page, everything else as a download. Alt with
 * square brackets goes from file to file, Alt with V into the shown one, where the browser's own keys turn its pages.
 */
export function DocumentViewer({ sheetId, documents }: DocumentViewerProps) {
  const { district } = useActing()
  const box = useRef<HTMLElement>(null)
  const [at, setAt] = useState(0)
  const place = Math.min(at, documents.length - 1)
  const file = documents[place]
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      const by = event.code === 'BracketRight' ? 1 : event.code === 'BracketLeft' ? -1 : 0
      if (by === 0 && event.code !== 'KeyV') return
      event.preventDefault()
      if (by === 0) box.current?.querySelector<HTMLElement>('iframe, .document-image, .button')?.focus()
      else setAt((before) => Math.min(documents.length - 1, Math.max(0, before + by)))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [documents.length])
  if (!file) return null
  const address = addressOf('readSheetDocument', { district, id: sheetId, documentId: file.id })
  return (
    <section class="document-viewer" ref={box} aria-label={t('documents.title')}>
      <div class="document-names">
        {documents.map((one, index) => (
          <button
            key={one.id}
            type="button"
            class="document-name"
            aria-pressed={index === place}
            onClick={() => setAt(index)}
          >
            {one.name}
            <span class="muted">{formatSize(one.size)}</span>
          </button>
        ))}
      </div>
      {inWeChat() && <Callout kind="warning">{t('shell.wechat')}</Callout>}
      <Body key={file.id} file={file} address={address} />
      {file.state === 'ready' && (
        <div class="row document-foot">
          {!inWeChat() && (
            <Button size="small" href={address} download={file.name}>
              {t('documents.save')}
            </Button>
          )}
          {documents.length > 1 && <span class="muted">{t('documents.keys')}</span>}
        </div>
      )}
    </section>
  )
}
