import { addressOf, type OutputOf } from '../../../call.ts'
import { inWeChat } from '../../../frame/download.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import { formatSize } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { ChangeTag } from './change-tag.tsx'

type FileChange = OutputOf<'compareSubmissions'>['attachments'][number]
type File = FileChange['before']

type At = { district: string; id: string }

function Named({ file, at }: { file: File; at: At }) {
  if (file === null) return <>—</>
  const href = inWeChat() ? undefined : addressOf('readAttachment', { ...at, attachmentId: file.id })
  return (
    <>
      {href === undefined ? file.name : <a href={href}>{file.name}</a>}{' '}
      <span class="muted">{formatSize(file.size)}</span>
    </>
  )
}

/** Attachments on both sides: the same by their bytes, whatever they are called. Those let go since can still be read. */
export function ComparisonFiles({ files, at }: { files: readonly FileChange[]; at: At }) {
  return (
    <section class="card">
      <h2>{t('calls.attachments')}</h2>
      <ScrollRegion name={t('calls.attachments')}>
        <table class="form-rows-read">
          <thead>
            <tr>
              <th scope="col">{t('files.change')}</th>
              <th scope="col">{t('files.before')}</th>
              <th scope="col">{t('files.after')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((one) => (
              <tr key={`${one.before?.id} ${one.after?.id}`}>
                <td class="nowrap">
                  <ChangeTag change={one.change} />
                </td>
                <td>
                  <Named file={one.before} at={at} />
                </td>
                <td>
                  <Named file={one.after} at={at} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
