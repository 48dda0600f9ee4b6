import { inWeChat } from '../../../frame/download.ts'
import { Callout } from '../../../ui/callout.tsx'
import { UploadedFiles } from '../../../ui/uploaded-files.tsx'
import { t } from '../../../words/words.ts'
import type { Call } from './call-draft.ts'
import { CallFilesField } from './call-files-field.tsx'
import { useCallFiles } from './use-call-files.ts'

/** Files of a call: everybody downloads them, the office adds and removes. */
export function CallFilesCard({ call }: { call: Call }) {
  const files = useCallFiles(call)
  const writes = call.actions.includes('attach')
  if (!writes && files.files.length === 0) return null
  return (
    <section class="card stack">
      <h2>{t('calls.attachments')}</h2>
      {inWeChat() && files.files.length > 0 && <Callout kind="warning">{t('shell.wechat')}</Callout>}
      {writes ? <CallFilesField files={files} /> : <UploadedFiles files={files.files} />}
    </section>
  )
}
