import './field.css'
import './file-drop.css'
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { formatSize } from '../words/format.ts'
import { t } from '../words/words.ts'
import type { FieldLink } from './field.tsx'
import { type FileItem, type FileLimits, fileRefusal } from './file-item.ts'
import { Icon } from './icon.tsx'
import { UploadedFiles } from './uploaded-files.tsx'

export interface FileDropProps extends FieldLink, FileLimits {
  files: readonly FileItem[]
  /** Gets only files within the limits; the caller uploads and gives progress back through `files`. */
  onAdd: (files: File[]) => void
  onRemove?: ((id: string) => void) | undefined
  multiple?: boolean | undefined
  disabled?: boolean | undefined
  help?: ComponentChildren
}

export function FileDrop({
  files,
  onAdd,
  onRemove,
  multiple,
  disabled,
  help,
  accept,
  maxBytes,
  ...link
}: FileDropProps) {
  const ownId = useId()
  const id = link.id ?? ownId
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<string[]>([])

  function take(list: DataTransfer['files'] | null | undefined) {
    const chosen = Array.from(list ?? []).slice(0, multiple ? undefined : 1)
    const reasons: string[] = []
    const good = chosen.filter((file) => {
      const reason = fileRefusal(file, { accept, maxBytes })
      if (reason === 'type') reasons.push(t('ui.fileWrongType', { name: file.name }))
      if (reason === 'size') reasons.push(t('ui.fileTooLarge', { name: file.name, size: formatSize(maxBytes ?? 0) }))
      return reason === null
    })
    setRefused(reasons)
    if (good.length > 0) onAdd(good)
  }

  return (
    <div>
      {!disabled && (
        <fieldset
          class={`file-drop-target${over ? ' over' : ''}`}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer?.files)
          }}
        >
          <Icon name="upload" />
          <span>{t('ui.dropHere')}</span>
          <label for={id}>{t('ui.chooseFile')}</label>
          <input
            {...link}
            id={id}
            class="visually-hidden"
            type="file"
            accept={accept}
            multiple={multiple}
            onChange={(event) => {
              take(event.currentTarget.files)
              // so that the same file can be chosen again after a failure
              event.currentTarget.value = ''
            }}
          />
          {help && <div class="field-help">{help}</div>}
        </fieldset>
      )}
      {refused.map((reason) => (
        <div key={reason} class="field-error" role="alert">
          <Icon name="error" size={14} />
          <span>{reason}</span>
        </div>
      ))}
      <UploadedFiles files={files} onRemove={disabled ? undefined : onRemove} />
    </div>
  )
}
