import './file-drop.css'
import { formatSize } from '../words/format.ts'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import type { FileItem } from './file-item.ts'
import { Icon } from './icon.tsx'
import { ProgressBar } from './progress-bar.tsx'

export interface UploadedFilesProps {
  files: readonly FileItem[]
  onRemove?: ((id: string) => void) | undefined
}

export function UploadedFiles({ files, onRemove }: UploadedFilesProps) {
  if (files.length === 0) return null
  return (
    <ul class="file-list">
      {files.map((file) => (
        <li key={file.id} class="file-item">
          <Icon name="file" />
          <span class="file-name" title={file.name}>
            {file.href === undefined ? file.name : <a href={file.href}>{file.name}</a>}
          </span>
          <span class="file-size">{formatSize(file.size)}</span>
          {onRemove ? (
            <Button
              kind="text"
              size="small"
              icon="close"
              title={t('ui.removeFile', { name: file.name })}
              onClick={() => onRemove(file.id)}
            />
          ) : (
            <span />
          )}
          {file.progress !== undefined && !file.error && (
            <ProgressBar value={file.progress} label={t('ui.uploading', { percent: Math.round(file.progress) })} />
          )}
          {file.error && (
            <span class="field-error" role="alert">
              {t('ui.uploadFailed')}：{file.error}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
